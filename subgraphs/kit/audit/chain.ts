/** A row of a hash chain: each hash covers its row and the hash before it. */
export interface Link {
  seq: number;
  prevHash: string;
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

/** A place of a chain as it was seen before: what came after it may have grown, what came up to it must be the same. */
export interface Seen {
  seq: number;
  hash: string;
}

export interface Chain<Row extends Link> {
  /** Rows after a number of the chain, in its order; fewer than `limit` at the end. */
  after(seq: number, limit: number): Promise<Row[]>;
  hashOf(prevHash: string, row: Row): string;
  head: Seen;
  /** Where it begins: 0 and nothing, or the last row that retention removed. */
  start?: Seen;
  /** What the last check saw, if there was one; left alone where retention has gone past it. */
  seen?: Seen | null;
  /** What else is wrong with each of these rows, which come in the chain's order; null for a row that holds. */
  faultsOf?(rows: readonly Row[]): Promise<readonly (string | null)[]>;
  /** SessionSettings after each batch how many of the rows have held so far. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Others are answered between two batches: a batch of a ledger takes about 0.1 s without its signatures. */
const BATCH = 1_000;

/** Recomputes a chain from its first row to its head, in batches of 1,000, and names the first row that is wrong. */
export async function verifyChain<Row extends Link>(chain: Chain<Row>): Promise<Verification> {
  const { after, hashOf, head, start, seen, faultsOf, onProgress } = chain;
  let { seq, hash } = start ?? { seq: 0, hash: '' };
  let entries = 0;
  const bad = (firstBad: number, fault: string) => ({ intact: false, entries, firstBad, fault });
  for (;;) {
    const rows = await after(seq, BATCH);
    const faults = await faultsOf?.(rows);
    for (const [index, row] of rows.entries()) {
      if (row.seq !== seq + 1) return bad(row.seq, `Entries before it are missing: ${seq + 1} was expected.`);
      if (row.prevHash !== hash) return bad(row.seq, 'It does not follow the entry before it.');
      if (row.hash !== hashOf(hash, row)) return bad(row.seq, 'It was changed, or added by somebody else.');
      const fault = faults?.[index];
      if (fault) return bad(row.seq, fault);
      if (row.seq === seen?.seq && row.hash !== seen.hash)
        return bad(row.seq, 'It was rewritten since the last check, or an entry before it was.');
      ({ seq, hash } = row);
      entries += 1;
    }
    onProgress?.(entries, head.seq - (start?.seq ?? 0));
    if (rows.length < BATCH) break;
  }
  if (head.seq > seq) return bad(seq + 1, 'The newest entries are missing.');
  if (head.seq < seq || head.hash !== hash) return bad(seq, 'It is not the one that was added last.');
  if (seen && seen.seq > seq)
    return bad(seq + 1, `Entries up to ${seen.seq} were there at the last check, and are missing.`);
  return { intact: true, entries, firstBad: null, fault: null };
}
