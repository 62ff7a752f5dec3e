import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Sessions and grants that were ended before their time. */
export interface Endings {
  end(id: string): void;
  hasEnded(id: string): boolean;
}

/**
 * Remembers what was ended for as long as a token of it could live, in memory and in a file, so that a sign-out is not
 * forgotten by a restart. What is not in here goes on: a restart of the provider signs nobody out.
 *
 * @param keepSeconds at least the longest life of a token
 */
export function openEndings(file: string, keepSeconds: number, now: () => number = Date.now): Endings {
  const endedAt = new Map<string, number>();
  const isOld = (at: number) => at < now() - keepSeconds * 1000;
  if (existsSync(file)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      // A line that a killed process left half has no id, or a time that is no number.
      const [at, id] = line.split(' ');
      if (id && Number(at) && !isOld(Number(at))) endedAt.set(id, Number(at));
    }
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Moved into place whole: whoever is killed here must not forget what he had read.
  writeFileSync(`${file}~`, [...endedAt].map(([id, at]) => `${at} ${id}\n`).join(''), { mode: 0o600 });
  renameSync(`${file}~`, file);
  return {
    end(id) {
      for (const [known, at] of endedAt) {
        // In the order of their ends, so the first that is young ends the search.
        if (!isOld(at)) break;
        endedAt.delete(known);
      }
      endedAt.delete(id);
      endedAt.set(id, now());
      appendFileSync(file, `${now()} ${id}\n`);
    },
    hasEnded: (id) => endedAt.has(id),
  };
}
