import { type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a file holds, or the system's code for why it cannot be read. */
export type Reading = { text: string } | { code: string };

export interface WatchedFile {
  close(): void;
}

/** Two readings that are alike, so far apart, count as whole: whoever writes a file in pieces is seldom slower. */
const QUIET_MS = 200;
/** Where no event comes: folders of other machines, and links to files elsewhere. */
const POLL_MS = 2_000;

/**
 * Tells what a file holds whenever that is something else, one after the other. Its folder is watched, since editors and
 * Kubernetes put another file or link in the place of the old one.
 *
 * @param text what it held last
 */
export function watchFile(file: string, text: string, changed: (reading: Reading) => Promise<void>): WatchedFile {
  let told: Reading = { text };
  let before: Reading = { text };
  let isClosed = false;
  let isSoon = false;
  let timer: NodeJS.Timeout;
  const lookIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
    timer.unref();
  };
  const lookSoon = () => {
    if (isSoon || isClosed) return;
    isSoon = true;
    lookIn(QUIET_MS);
  };
  const look = async () => {
    // What comes while it is read is looked at again.
    isSoon = false;
    const now = await read(file);
    const isWhole = alike(now, before);
    before = now;
    if (!alike(now, told)) {
      if (isWhole && !isClosed) {
        told = now;
        await changed(now);
      }
      lookSoon();
    } else if (!isSoon && !isClosed) lookIn(POLL_MS);
  };
  lookIn(POLL_MS);
  const watcher = watchFolder(dirname(file), lookSoon);
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

/** Null where the system cannot: then the file is only looked at from time to time. */
function watchFolder(folder: string, onEvent: () => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { persistent: false }, onEvent);
    return watcher.on('error', () => watcher.close());
  } catch {
    return null;
  }
}

async function read(file: string): Promise<Reading> {
  try {
    return { text: await readFile(file, 'utf8') };
  } catch (error) {
    return { code: (error as { code?: string }).code ?? 'UNKNOWN' };
  }
}

function alike(one: Reading, other: Reading): boolean {
  if ('text' in one) return 'text' in other && one.text === other.text;
  return 'code' in other && one.code === other.code;
}
