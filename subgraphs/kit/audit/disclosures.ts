import type pg from 'pg';
import type { AgencyKeys } from '../crypto/keys.ts';
import type { DisclosureHeadRow, DisclosureRow } from '../generated/rows.ts';
import type { Purpose } from '../generated/schema.ts';
import { addAfter } from './addAfter.ts';
import type { Link, Seen } from './chain.ts';

/** Who reads, in one request. */
export interface ReadBy {
  at: Date;
  /** As the identity provider knows the reader for good; the user name may be another's by now. */
  subject: string;
  username: string;
  agency: string;
  role: string;
  purpose: Purpose | null;
  referralId: string | null;
  requestId: string;
}

/** What was read of one record, and what was refused. */
export interface Reading {
  recordType: string;
  recordId: string;
  caseId: string | null;
  persons: readonly string[];
  /** Null where the record is of no region. */
  regionCode?: string | null;
  fields: Set<string>;
  denied: Set<string>;
}

/** A disclosure as people read it. */
export interface Disclosure {
  sequence: number;
  at: Date;
  subject: string;
  username: string;
  agency: string;
  role: string;
  purpose: Purpose | null;
  referralId: string | null;
  recordType: string;
  /** Null where it is a person. */
  recordId: string | null;
  fields: string[];
  denied: string[];
}

type Content = Omit<DisclosureRow, keyof Link>;

/** The columns that a hash covers, in their order; the region comes behind them where there is one, since older rows have none. */
const COVERED = [
  'at',
  'subject',
  'username',
  'agency',
  'role',
  'purpose',
  'referralId',
  'requestId',
  'recordType',
  'recordId',
  'caseId',
  'personTokens',
  'fields',
  'denied',
] as const satisfies readonly Exclude<keyof Content, 'regionCode'>[];

/** The keyed hash of a row: whoever can write to the database, but does not hold the agency's audit key, cannot make one. */
export function disclosureHash(
  keys: Pick<AgencyKeys, 'auditMac'>,
  prevHash: string,
  seq: number,
  row: Content,
): string {
  const covered = COVERED.map((column) => row[column]);
  if (row.regionCode !== null) covered.push(row.regionCode);
  return keys.auditMac(`${prevHash}:${seq}:${JSON.stringify(covered)}`);
}

/** Proves that retention removed the rows up to one of them. */
export function startProof(keys: Pick<AgencyKeys, 'auditMac'>, seq: number, hash: string): string {
  return keys.auditMac(`start:${seq}:${hash}`);
}

export interface DisclosureLog {
  /** Resolves once the rows are committed. Those of requests that come while others are being written go together. */
  append(by: ReadBy, readings: readonly Reading[]): Promise<void>;
}

/** Writes nothing down (SubgraphOptions.bare). */
export const NO_TRAIL: DisclosureLog = { append: async () => undefined };

/** Rows in one statement: some hundred kilobytes. */
const MOST_AT_ONCE = 1_000;

/** Whoever can write to the database took back what this process has written, or wrote it anew. Until it is there again nothing is appended. */
export class TrailRolledBack extends Error {
  readonly code = 'TRAIL_ROLLED_BACK';
  override readonly name = 'TrailRolledBack';
}

export function createDisclosureLog(db: pg.Pool, keys: Pick<AgencyKeys, 'auditMac'>): DisclosureLog {
  /** The newest row that this process knows to be committed. */
  let head: Seen | null = null;
  let waiting: { content: Content[]; done: PromiseWithResolvers<void> }[] = [];
  let writing = false;

  /** Adds rows after the newest one statement, unless another process has added some since this one last did. */
  async function write(contents: readonly Content[]): Promise<void> {
    head ??= await newestAfter(db, keys, null);
    for (;;) {
      const rows = linked(contents, head);
      const last = rows.at(-1);
      if (!last) return;
      const { rowCount } = await db.query(addAfter(head, rows, last));
      if (rowCount === rows.length) {
        head = { seq: last.seq, hash: last.hash };
        return;
      }
      head = await newestAfter(db, keys, head);
    }
  }

  function linked(contents: readonly Content[], { seq, hash }: Seen): DisclosureRow[] {
    return contents.map((content) => {
      const link = { seq: ++seq, prevHash: hash, hash: disclosureHash(keys, hash, seq, content) };
      hash = link.hash;
      return { ...content, ...link };
    });
  }

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const now = waiting;
      waiting = [];
      try {
        const contents = now.flatMap(({ content }) => content);
        for (let from = 0; from < contents.length; from += MOST_AT_ONCE)
          await write(contents.slice(from, from + MOST_AT_ONCE));
        for (const { done } of now) done.resolve();
      } catch (error) {
        for (const { done } of now) done.reject(error);
      }
    }
    writing = false;
  }

  return {
    append(by, readings) {
      const done = Promise.withResolvers<void>();
      waiting.push({ content: readings.map((reading) => toContent(by, reading)), done });
      if (!writing) void writeAll();
      return done.promise;
    },
  };
}

interface HeadRow extends Omit<DisclosureHeadRow, 'single'> {
  /** The hash of the row that is known; null where it is not there. */
  kept: string | null;
}

/**
 * The newest row of the chain: others may have added to what is known, and retention may have removed it.
 * @throws TrailRolledBack where the chain does not go on from what is known
 */
async function newestAfter(db: pg.Pool, keys: Pick<AgencyKeys, 'auditMac'>, known: Seen | null): Promise<Seen> {
  const { rows } = await db.query<HeadRow>(NEWEST, [known?.seq ?? 0]);
  const [row] = rows;
  if (!row) throw new Error('The trail has no head.');
  if (known && known.seq > 0 && !goesOnFrom(known, row, keys)) throw new TrailRolledBack();
  return { seq: row.seq, hash: row.hash };
}

function goesOnFrom({ seq, hash }: Seen, row: HeadRow, keys: Pick<AgencyKeys, 'auditMac'>): boolean {
  if (row.seq < seq || (row.seq === seq && row.hash !== hash)) return false;
  if (row.startSeq < seq) return row.kept === hash;
  return row.startProof === startProof(keys, row.startSeq, row.startHash);
}

/** The driver of the trail is PostgreSQL's own: names come as the text has them. */
const NEWEST = `select seq, hash, start_seq as "startSeq", start_hash as "startHash", start_proof as "startProof",
  (select hash from disclosures where disclosures.seq = $1) as kept from disclosure_head`;

function toContent(by: ReadBy, reading: Reading): Content {
  return {
    at: by.at,
    subject: by.subject,
    username: by.username,
    agency: by.agency,
    role: by.role,
    purpose: by.purpose,
    referralId: by.referralId,
    requestId: by.requestId,
    recordType: reading.recordType,
    recordId: reading.recordId,
    caseId: reading.caseId,
    personTokens: [...reading.persons],
    fields: withoutWholes(reading.fields, reading.denied),
    denied: [...reading.denied].sort(),
    regionCode: reading.regionCode ?? null,
  };
}

/** A part is named by what was read of it: `identity` goes where `identity.name` was read or refused. */
function withoutWholes(fields: ReadonlySet<string>, denied: ReadonlySet<string>): string[] {
  const wholes = new Set<string>();
  for (const field of [...fields, ...denied])
    for (let dot = field.lastIndexOf('.'); dot > 0; dot = field.lastIndexOf('.', dot - 1))
      wholes.add(field.slice(0, dot));
  return [...fields].filter((field) => !wholes.has(field)).sort();
}
