import type { DisclosureLog, Reading } from '../audit/disclosures.ts';
import { type Reads, readsOf } from '../permissions.ts';
import type { Viewer } from '../viewer.ts';
import { type Closed, decideForReader, isAbout, type Subject, servesPurpose, type Window } from './decide.ts';
import type { SharingRule } from './rules.ts';
import { type ConfirmedWindow, type Windows, WindowUnconfirmed } from './windows.ts';

/** A record as the trail names it. */
export interface RecordSubject extends Subject {
  type: string;
  id: string;
}

export interface SharingParts {
  owner: string;
  viewer: Viewer;
  /** The referral that the reader names; null for none. */
  referral: string | null;
  requestId: string;
  windows: Windows;
  disclosures: DisclosureLog;
}

/** The referral ended while its window was being used: nothing of the answer may leave. */
export class WindowClosed extends Error {}

/** What one request may read of an agency's records, and what it has read. */
export class SharingSession {
  readonly #parts: SharingParts;
  readonly #reads: ReadonlySet<Reads>;
  readonly #decided = new Map<SharingRule, ReturnType<typeof decideForReader>>();
  readonly #readings = new Map<string, Reading>();
  readonly #told = new Set<string>();
  #window: Promise<ConfirmedWindow> | null = null;
  #windowUsed: Window | null = null;

  constructor(parts: SharingParts) {
    this.#parts = parts;
    this.#reads = readsOf(parts.viewer);
  }

  /** Whether somebody reads the own agency's records as one of its people: nothing is closed, masked or traced. */
  get isOwn(): boolean {
    return this.#parts.viewer.agency === this.#parts.owner && this.#reads.has('OWN');
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
    return (
      rule.otherwise !== null &&
      this.#reads.has('SHARED') &&
      this.decide({ ...rule, level: 'UNCONDITIONAL' }) === 'OPEN'
    );
  }

  /** Whether the referral that is named opens a record; null where it does. @param subject null for a part of a record that was opened already */
  async whyClosed(rule: SharingRule, subject: Subject | null): Promise<Closed | null> {
    if (this.#parts.referral === null) return 'REFERRAL_REQUIRED';
    let window: Window | null;
    try {
      ({ window } = await this.#confirmedWindow());
    } catch (error) {
      if (error instanceof WindowUnconfirmed) return 'REFERRAL_UNCONFIRMED';
      throw error;
    }
    if (!window) return 'REFERRAL_NOT_OPEN';
    if (!servesPurpose(rule, window)) return 'PURPOSE_NOT_PERMITTED';
    if (subject && !isAbout(subject, window)) return 'OTHER_SUBJECT';
    this.#windowUsed = window;
    return null;
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

  /** A field of a record was given to somebody of another agency. */
  given(record: RecordSubject, fields: readonly string[]): void {
    const reading = this.#reading(record);
    for (const field of fields) if (!reading.denied.has(field)) reading.fields.add(field);
  }

  /** A field of a record was asked for and stayed closed. */
  denied(record: RecordSubject, fields: readonly string[]): void {
    const reading = this.#reading(record);
    for (const field of fields) {
      reading.fields.delete(field);
      reading.denied.add(field);
    }
  }

  /** A part of what was given was kept back after all. */
  withheld(record: RecordSubject, field: string): void {
    this.denied(record, [field]);
  }

  /**
   * Before the answer leaves: the window that was used must still be open, and what was read is written down.
   * @throws WindowClosed where it is not; what the database says where the trail cannot be written
   */
  async settle(): Promise<void> {
    const closed = this.#windowUsed !== null && !(await this.#isStillOpen());
    if (closed) {
      for (const reading of this.#readings.values()) {
        for (const field of reading.fields) reading.denied.add(field);
        reading.fields.clear();
      }
    }
    await this.#write();
    if (closed) throw new WindowClosed();
  }

  async #write(): Promise<void> {
    if (this.#readings.size === 0) return;
    const { viewer, referral, requestId, disclosures } = this.#parts;
    const who = { username: viewer.username, agency: viewer.agency, role: viewer.roles.join('+') };
    const readings = [...this.#readings.values()];
    this.#readings.clear();
    await disclosures.append(
      { ...who, purpose: this.#windowUsed?.purpose ?? null, referralId: referral, requestId, at: new Date() },
      readings,
    );
  }

  async #isStillOpen(): Promise<boolean> {
    const { referral, viewer, windows } = this.#parts;
    try {
      return referral !== null && (await windows.confirmed(referral, viewer)).window !== null;
    } catch (error) {
      if (error instanceof WindowUnconfirmed) return false;
      throw error;
    }
  }

  #confirmedWindow(): Promise<ConfirmedWindow> {
    this.#window ??= this.#parts.windows.of(this.#parts.referral ?? '', this.#parts.viewer);
    return this.#window;
  }

  #reading({ type, id, caseId, persons }: RecordSubject): Reading {
    const key = `${type}:${id}`;
    let reading = this.#readings.get(key);
    if (!reading) {
      reading = { recordType: type, recordId: id, caseId, persons, fields: new Set(), denied: new Set() };
      this.#readings.set(key, reading);
    }
    return reading;
  }
}
