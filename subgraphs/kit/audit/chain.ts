/** A row of a hash chain: each hash covers its row and the hash before it. */
export interface Link {
  seq: number;
  prev_hash: string;
  hash: string;
}

/** What the check of a chain found. */
export interface Verification {
  intact: boolean;
  /** Rows that hold, up to the first that does not. */
  entries: number;
  firstBad: number | null;
  fault: string | null;
}

export interface Chain<Row extends Link> {
  /** Rows after a number of the chain, in its order; fewer than `limit` at the end. */
  after(seq: number, limit: number): Promise<Row[]>;
  hashOf(prevHash: string, row: Row): string;
  head: { seq: number; hash: string };
  /** Where it begins: 0 and nothing, or the last row that retention removed. */
  start?: { seq: number; hash: string };
}

const BATCH = 5_000;

/** Recomputes a chain from its first row to its head, in batches of 5,000, and names the first row that is wrong. */
export async function verifyChain<Row extends Link>({ after, hashOf, head, start }: Chain<Row>): Promise<Verification> {
  let { seq, hash } = start ?? { seq: 0, hash: '' };
  let entries = 0;
  const bad = (firstBad: number, fault: string) => ({ intact: false, entries, firstBad, fault });
  for (;;) {
    const rows = await after(seq, BATCH);
    for (const row of rows) {
      if (row.seq !== seq + 1) return bad(row.seq, `Entries before it are missing: ${seq + 1} was expected.`);
      if (row.prev_hash !== hash) return bad(row.seq, 'It does not follow the entry before it.');
      if (row.hash !== hashOf(hash, row)) return bad(row.seq, 'It was changed, or added by somebody else.');
      ({ seq, hash } = row);
      entries += 1;
    }
    if (rows.length < BATCH) break;
  }
  if (head.seq > seq) return bad(seq + 1, 'The newest entries are missing.');
  if (head.seq < seq || head.hash !== hash) return bad(seq, 'It is not the one that was added last.');
  return { intact: true, entries, firstBad: null, fault: null };
}
