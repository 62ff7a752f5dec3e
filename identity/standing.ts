import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const entry = z.object({ disabled: z.boolean(), disabledAt: z.iso.datetime() });

/** Whether users and clients may come in now. */
export interface Standing {
  isDisabled(name: string): boolean;
  /**
   * Whether a sign-in counts no more: its user is disabled, or was after it. Enabling somebody again brings back no
   * sign-in from before, since the account may have been disabled because that sign-in was a thief's.
   *
   * @param signedInAt seconds since 1970; a sign-in in the very second of the disabling does not count either
   */
  isOut(name: string, signedInAt: number): boolean;
}

/**
 * Reads the folder afresh at each question, so that a command in another process has its effect at once. A file for each
 * name, written whole and moved into place: nobody reads half of one, and two commands at once do not undo each other.
 *
 * @throws Error where an entry is there and cannot be read: nobody is let in by accident
 */
export function readStanding(folder: string): Standing {
  const find = (name: string) => {
    const file = join(folder, name);
    return existsSync(file) ? entry.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  };
  return {
    isDisabled: (name) => find(name)?.disabled ?? false,
    isOut(name, signedInAt) {
      const found = find(name);
      return found !== null && (found.disabled || signedInAt <= Math.floor(Date.parse(found.disabledAt) / 1000));
    },
  };
}

/** @param name of a user or client that there is: it becomes the name of a file */
export function disable(folder: string, name: string, now = new Date()): void {
  write(folder, name, { disabled: true, disabledAt: now.toISOString() });
}

/** Nothing where the name was never disabled. */
export function enable(folder: string, name: string): void {
  const file = join(folder, name);
  if (!existsSync(file)) return;
  write(folder, name, { ...entry.parse(JSON.parse(readFileSync(file, 'utf8'))), disabled: false });
}

function write(folder: string, name: string, content: z.infer<typeof entry>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  const draft = `${file}.${process.pid}~`;
  writeFileSync(draft, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
