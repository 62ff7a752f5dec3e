import type { DisclosureLog, Reading } from '../audit/disclosures.ts';
import { type Reads, readsOf } from '../permissions.ts';
import type { Viewer } from '../viewer.ts';
import { type Closed, decideForReader, type Grant, isAbout, type Subject, servesPurpose } from './decide.ts';
import { type ConfirmedGrant, type Grants, GrantUnconfirmed, type ReceivedGrant } from './grants.ts';
import { type MaybePromise, then } from './maybePromise.ts';
import type { SharingRule } from './rules.ts';

/** A record as the trail names it. */
export interface RecordSubject extends Subject {
  type: string;
  id: string;
  /** The agency that wrote it where another keeps it, as a referral's sender did. */
  author?: string;
  /** Null where the record is of no region. */
  regionCode?: string | null;
}

/** Where an object stands: the record that it is (no path), or whose part it is. */
export interface Place {
  record: RecordSubject;
  /** The fields that lead from the record to the part, with a dot behind each; empty for the record itself. */
  path: string;
}

export interface SharingParts {
  owner: string;
  viewer: Viewer;
  /** The referral that the reader names; null for none. */
  referral: string | null;
  /** What the exchange told the gateway of it; null where the gateway has not asked. */
  grant: ReceivedGrant | null;
  requestId: string;
  grants: Grants;
  disclosures: DisclosureLog;
  /** Whether only what is shared conditionally leaves a trace; else every reading of a record does. */
  tracesConditionalOnly?: boolean;
}

/** The referral ended while its grant was being used, or nobody could say in time that it had not: nothing of the answer may leave. */
export class GrantClosed extends Error {
  readonly code: 'REFERRAL_NOT_OPEN' | 'REFERRAL_UNCONFIRMED';
  constructor(code: GrantClosed['code']) {
    super(code);
    this.code = code;
  }
}

/** What one request may read of an agency's records, and what it has read. */
export class SharingSession {
  readonly #parts: SharingParts;
  readonly #reads: ReadonlySet<Reads>;
  readonly #decided = new Map<SharingRule, ReturnType<typeof decideForReader>>();
  /** By type, and then by id. */
  readonly #readings = new Map<string, Map<string, Reading>>();
  readonly #told = new Set<string>();
  readonly #partOf = new WeakMap<object, Place>();
  readonly #otherwise = new Map<SharingRule, boolean>();
  /** The exchange's answer, once it has come. */
  #grant: MaybePromise<ConfirmedGrant> | null = null;
  #grantUsed: Grant | null = null;

  /** Whether somebody reads the own agency's records as one of its people: nothing is closed, masked or traced. */
  readonly isOwn: boolean;

  constructor(parts: SharingParts) {
    this.#parts = parts;
    this.#reads = readsOf(parts.viewer);
    this.isOwn = parts.viewer.agency === parts.owner && this.#reads.has('OWN');
    const { referral, grant, viewer, grants } = parts;
    if (referral !== null && grant) grants.receive(referral, viewer, grant);
  }

  /** Whether the reader's own agency wrote the record that another keeps: its people read it as their own records. */
  isAuthor({ author }: RecordSubject): boolean {
    return author === this.#parts.viewer.agency && this.#reads.has('OWN');
  }

  /** What a rule says to this reader before anything is known of the record. */
  decide(rule: SharingRule): ReturnType<typeof decideForReader> {
    let decision = this.#decided.get(rule);
    if (!decision) {
      decision = decideForReader(rule, this.#parts.owner, { agency: this.#parts.viewer.agency, reads: this.#reads });
      this.#decided.set(rule, decision);
    }
    return decision;
  }

  /** Whether a form that needs no condition may be shown instead of what stays closed. */
  maySeeOtherwise(rule: SharingRule): boolean {
    let may = this.#otherwise.get(rule);
    if (may === undefined) {
      const { owner, viewer } = this.#parts;
      const unconditional = { ...rule, level: 'UNCONDITIONAL' as const };
      may = decideForReader(unconditional, owner, { agency: viewer.agency, reads: this.#reads }) === 'OPEN';
      this.#otherwise.set(rule, may);
    }
    return may;
  }

  /** Whether the referral that is named opens a record; null where it does. @param subject null for a part of a record that was opened already */
  whyClosed(rule: SharingRule, subject: Subject | null): MaybePromise<Closed | null> {
    if (this.#parts.referral === null) return 'REFERRAL_REQUIRED';
    const confirmed = this.#confirmedGrant();
    if (confirmed instanceof Promise)
      return confirmed.then((grant) => this.#whyClosedBy(grant, rule, subject), unconfirmed);
    return this.#whyClosedBy(confirmed, rule, subject);
  }

  #whyClosedBy({ grant }: ConfirmedGrant, rule: SharingRule, subject: Subject | null): Closed | null {
    if (!grant) return 'REFERRAL_NOT_OPEN';
    if (!servesPurpose(rule, grant)) return 'PURPOSE_NOT_PERMITTED';
    if (subject && !isAbout(subject, grant)) return 'OTHER_SUBJECT';
    this.#grantUsed = grant;
    return null;
  }

  /** Whether a referral is named, by somebody who reads conditionally. */
  get mayUseGrant(): boolean {
    return this.#parts.referral !== null && !this.isOwn && this.#reads.has('CONDITIONAL');
  }

  /** Asks the exchange about the named referral ahead of need, without waiting. */
  askEarly(): void {
    const confirmed = this.#confirmedGrant();
    if (confirmed instanceof Promise) confirmed.catch(() => undefined);
  }

  /** Whether the answer holds anything that only the referral opened. */
  get usedGrant(): boolean {
    return this.#grantUsed !== null;
  }

  /** Whether the answer has no error yet that says this. */
  tell(what: string): boolean {
    const isNew = !this.#told.has(what);
    this.#told.add(what);
    return isNew;
  }

  /** Whether a record is about the persons and the case of the referral that has opened something. */
  isInWindow(subject: Subject): MaybePromise<boolean> {
    return then(this.#confirmedGrant(), ({ grant }) => grant !== null && isAbout(subject, grant));
  }

  /** Says of the objects that a field of a record gives that they are parts of it. */
  partsOf(value: unknown, { record, path }: Place, field: string): void {
    for (const part of Array.isArray(value) ? value : [value])
      if (typeof part === 'object' && part !== null) this.#partOf.set(part, { record, path: `${path}${field}.` });
  }

  /** Where an object stands that is no record itself; null for what is part of none. */
  placeOf(object: unknown): Place | null {
    return typeof object === 'object' && object !== null ? (this.#partOf.get(object) ?? null) : null;
  }

  /** A field was given to somebody of another agency. */
  given({ record, path }: Place, field: string, isConditional: boolean): void {
    if (this.#parts.tracesConditionalOnly && !isConditional) return;
    const reading = this.#reading(record);
    if (!reading.denied.has(path + field)) reading.fields.add(path + field);
  }

  /** A field was asked for and stayed closed. */
  denied({ record, path }: Place, field: string): void {
    const reading = this.#reading(record);
    reading.fields.delete(path + field);
    reading.denied.add(path + field);
  }

  /**
   * Before the answer leaves: the grant that was used must still be open, and what was read is written down.
   * @throws GrantClosed where it is not; what the database says where the trail cannot be written
   */
  async settle(): Promise<void> {
    const closed = this.#grantUsed === null ? null : await this.#whyClosedMeanwhile();
    if (closed) {
      for (const reading of this.#allReadings()) {
        for (const field of reading.fields) reading.denied.add(field);
        reading.fields.clear();
      }
    }
    await this.#write();
    if (closed) throw new GrantClosed(closed);
  }

  async #write(): Promise<void> {
    if (this.#readings.size === 0) return;
    const { viewer, referral, requestId, disclosures } = this.#parts;
    const { subject, username, agency } = viewer;
    const who = { subject, username, agency, role: viewer.roles.join('+') };
    const readings = this.#allReadings();
    this.#readings.clear();
    await disclosures.append(
      { ...who, purpose: this.#grantUsed?.purpose ?? null, referralId: referral, requestId, at: new Date() },
      readings,
    );
  }

  /** Null where the referral is still open. */
  async #whyClosedMeanwhile(): Promise<GrantClosed['code'] | null> {
    const { referral, viewer, grants } = this.#parts;
    try {
      const isOpen = referral !== null && (await grants.confirmed(referral, viewer)).grant !== null;
      return isOpen ? null : 'REFERRAL_NOT_OPEN';
    } catch (error) {
      if (error instanceof GrantUnconfirmed) return 'REFERRAL_UNCONFIRMED';
      throw error;
    }
  }

  #confirmedGrant(): MaybePromise<ConfirmedGrant> {
    if (this.#grant) return this.#grant;
    const { referral, viewer, grants } = this.#parts;
    const asked = grants.of(referral ?? '', viewer);
    this.#grant = asked;
    asked.then(
      (said) => {
        this.#grant = said;
      },
      () => undefined,
    );
    return asked;
  }

  #reading({ type, id, caseId, persons, regionCode = null }: RecordSubject): Reading {
    let ofType = this.#readings.get(type);
    if (!ofType) {
      ofType = new Map();
      this.#readings.set(type, ofType);
    }
    let reading = ofType.get(id);
    if (!reading) {
      const record = { recordType: type, recordId: id, caseId, persons, regionCode };
      reading = { ...record, fields: new Set(), denied: new Set() };
      ofType.set(id, reading);
    }
    return reading;
  }

  #allReadings(): Reading[] {
    return [...this.#readings.values()].flatMap((ofType) => [...ofType.values()]);
  }
}

function unconfirmed(error: unknown): Closed {
  if (error instanceof GrantUnconfirmed) return 'REFERRAL_UNCONFIRMED';
  throw error;
}
