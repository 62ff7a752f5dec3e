import { addAfter } from '../../../subgraphs/kit/audit/addAfter.ts';
import { disclosureHash } from '../../../subgraphs/kit/audit/disclosures.ts';
import type { AgencyKeys } from '../../../subgraphs/kit/crypto/keys.ts';
import { SYSTEM_SCOPE } from '../../../subgraphs/kit/database/rowScope.ts';
import type { DisclosureRow } from '../../../subgraphs/kit/generated/rows.ts';
import type { Database } from './database.ts';

export type Content = Omit<DisclosureRow, 'seq' | 'hash' | 'prevHash'>;

/** An agency's trail: what was read of one record is a row. Those of requests that come while others are written go together. */
export interface Trail {
  append(contents: readonly Content[]): Promise<void>;
}

interface Head {
  seq: number;
  hash: string;
}

/** Written by the system's own statement. */
export function openTrail(database: Database, keys: AgencyKeys): Trail {
  let head: Head = { seq: 0, hash: '' };
  let waiting: { contents: readonly Content[]; done: PromiseWithResolvers<void> }[] = [];
  let isWriting = false;

  async function write(contents: readonly Content[]): Promise<void> {
    for (;;) {
      let last = head;
      const rows = contents.map((content) => {
        const seq = last.seq + 1;
        const row = { ...content, seq, prevHash: last.hash, hash: disclosureHash(keys, last.hash, seq, content) };
        last = { seq, hash: row.hash };
        return row;
      });
      if ((await database.run(addAfter(head, rows, last), SYSTEM_SCOPE)) === rows.length) {
        head = last;
        return;
      }
      // The system has added to it since.
      const newest = { name: 'head', text: 'select seq, hash from disclosure_head', values: [] };
      [head = head] = await database.rows<Head>(newest, SYSTEM_SCOPE);
    }
  }

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const now = waiting;
      waiting = [];
      try {
        await write(now.flatMap(({ contents }) => contents));
        for (const { done } of now) done.resolve();
      } catch (error) {
        for (const { done } of now) done.reject(error);
      }
    }
    isWriting = false;
  }

  return {
    append(contents) {
      if (contents.length === 0) return Promise.resolve();
      const done = Promise.withResolvers<void>();
      waiting.push({ contents, done });
      if (!isWriting) void writeAll();
      return done.promise;
    },
  };
}
