import type { DisclosureLog, Reading } from '../audit/disclosures.ts';
import { type Reads, readsOf } from '../permissions.ts';
import type { Viewer } from '../viewer.ts';
import { type Closed, decideForReader, isAbout, type Subject, servesPurpose, type Window } from './decide.ts';
import { type ConfirmedWindow, type Heard, type Windows, WindowUnconfirmed } from './grants.ts';
import { type Soon, then } from './maybePromise.ts';
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
  /** What the gateway has heard of it; null where it has not. */
  word: Heard | null;
  requestId: string;
  windows: Windows;
  disclosures: DisclosureLog;
  /** Whether only what is shared conditionally leaves a trace; else every reading of a record does. */
  tracesConditionalOnly?: boolean;
}

/** The referral ended while its window was being used, or nobody could say in time that it had not: nothing of the answer may leave. */
export class WindowClosed extends Error {
  readonly code: 'REFERRAL_NOT_OPEN' | 'REFERRAL_UNCONFIRMED';
  constructor(code: WindowClosed['code']) {
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
  /** The exchange's word, once it is there. */
  #window: Soon<ConfirmedWindow> | null = null;
  #windowUsed: Window | null = null;

  /** Whether somebody reads the own agency's records as one of its people: nothing is closed, masked or traced. */
  readonly isOwn: boolean;

  constructor(parts: SharingParts) {
    this.#parts = parts;
    this.#reads = readsOf(parts.viewer);
    this.isOwn = parts.viewer.agency === parts.owner && this.#reads.has('OWN');
    const { referral, word, viewer, windows } = parts;
    if (referral !== null && word) windows.hear(referral, viewer, word);
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
  whyClosed(rule: SharingRule, subject: Subject | null): Soon<Closed | null> {
    if (this.#parts.referral === null) return 'REFERRAL_REQUIRED';
    const word = this.#confirmedWindow();
    if (word instanceof Promise) return word.then((said) => this.#whyClosedBy(said, rule, subject), unconfirmed);
    return this.#whyClosedBy(word, rule, subject);
  }

  #whyClosedBy({ window }: ConfirmedWindow, rule: SharingRule, subject: Subject | null): Closed | null {
    if (!window) return 'REFERRAL_NOT_OPEN';
    if (!servesPurpose(rule, window)) return 'PURPOSE_NOT_PERMITTED';
    if (subject && !isAbout(subject, window)) return 'OTHER_SUBJECT';
    this.#windowUsed = window;
    return null;
  }

  /** Whether a referral is named, by somebody who reads conditionally. */
  get mayUseWindow(): boolean {
    return this.#parts.referral !== null && !this.isOwn && this.#reads.has('CONDITIONAL');
  }

  /** Asks about the referral that is named, for whoever will need to know; nobody waits for it here. */
  askEarly(): void {
    const word = this.#confirmedWindow();
    if (word instanceof Promise) word.catch(() => undefined);
  }

  /** Whether the answer holds anything that only the referral opened. */
  get usedWindow(): boolean {
    return this.#windowUsed !== null;
  }

  /** Whether the answer has no error yet that says this. */
  tell(what: string): boolean {
    const isNew = !this.#told.has(what);
    this.#told.add(what);
    return isNew;
  }

  /** Whether a record is about the persons and the case of the referral that has opened something. */
  isInWindow(subject: Subject): Soon<boolean> {
    return then(this.#confirmedWindow(), ({ window }) => window !== null && isAbout(subject, window));
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
   * Before the answer leaves: the window that was used must still be open, and what was read is written down.
   * @throws WindowClosed where it is not; what the database says where the trail cannot be written
   */
  async settle(): Promise<void> {
    const closed = this.#windowUsed === null ? null : await this.#whyClosedMeanwhile();
    if (closed) {
      for (const reading of this.#allReadings()) {
        for (const field of reading.fields) reading.denied.add(field);
        reading.fields.clear();
      }
    }
    await this.#write();
    if (closed) throw new WindowClosed(closed);
  }

  async #write(): Promise<void> {
    if (this.#readings.size === 0) return;
    const { viewer, referral, requestId, disclosures } = this.#parts;
    const { subject, username, agency } = viewer;
    const who = { subject, username, agency, role: viewer.roles.join('+') };
    const readings = this.#allReadings();
    this.#readings.clear();
    await disclosures.append(
      { ...who, purpose: this.#windowUsed?.purpose ?? null, referralId: referral, requestId, at: new Date() },
      readings,
    );
  }

  /** Null where the referral is still open. */
  async #whyClosedMeanwhile(): Promise<WindowClosed['code'] | null> {
    const { referral, viewer, windows } = this.#parts;
    try {
      const isOpen = referral !== null && (await windows.confirmed(referral, viewer)).window !== null;
      return isOpen ? null : 'REFERRAL_NOT_OPEN';
    } catch (error) {
      if (error instanceof WindowUnconfirmed) return 'REFERRAL_UNCONFIRMED';
      throw error;
    }
  }

  #confirmedWindow(): Soon<ConfirmedWindow> {
    if (this.#window) return this.#window;
    const { referral, viewer, windows } = this.#parts;
    const asked = windows.of(referral ?? '', viewer);
    this.#window = asked;
    asked.then(
      (said) => {
        this.#window = said;
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
  if (error instanceof WindowUnconfirmed) return 'REFERRAL_UNCONFIRMED';
  throw error;
}
