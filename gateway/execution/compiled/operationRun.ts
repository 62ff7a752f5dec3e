import type { GraphQLFormattedError } from 'graphql';
import type { Operation } from '../engine.ts';
import type { SubgraphReply } from '../subgraphs/httpClient.ts';
import type { SubgraphFault } from '../subgraphs/subgraphFault.ts';
import type { Path } from './fetch/paths.ts';

/** How an error of an agency is shown to callers. */
export interface ErrorWords {
  /** It did not answer. One id for all places where that shows. */
  unavailable(agency: string, fault: SubgraphFault): GraphQLFormattedError;
  /** It answered with an error. */
  given(agency: string, error: { message?: unknown; extensions?: unknown }): GraphQLFormattedError;
}

/** More errors than anybody reads are left out. */
const MOST_ERRORS = 1_000;

/** An operation under way. */
export class Run {
  readonly operation: Operation;
  /** What the agencies have given so far, merged. */
  readonly data: object = {};
  readonly errors: GraphQLFormattedError[] = [];
  /** Where it is explained that something is missing: by an error, or since no agency has it. */
  readonly told: Path[] = [];
  readonly agencies: Record<string, 'answered' | 'failed'> = {};
  usedWindow = false;
  /**
   * Whether no agency has written an escape yet. JSON escapes what needs it, so that no text that came without needs any:
   * they are written without looking at each character again.
   */
  isPlain = true;
  /** What the subgraph of a subscription has streamed, for one event of it. */
  readonly streamed: Buffer | null;
  readonly #words: ErrorWords;
  /** Names in the answer by those in the data. */
  readonly #answered: ReadonlyMap<string, string>;

  constructor(
    operation: Operation,
    words: ErrorWords,
    answered: ReadonlyMap<string, string>,
    streamed: Buffer | null = null,
  ) {
    this.operation = operation;
    this.#answered = answered;
    this.streamed = streamed;
    this.#words = words;
  }

  /** Whether a condition of the plan holds: a variable that was given, or its default. */
  isTrue(variable: string, fallback: boolean): boolean {
    return (this.operation.variables[variable] ?? fallback) === true;
  }

  /** What an agency says beside its answer. @param since when it was asked, by performance.now() */
  hear(agency: string, { usedWindow, word }: SubgraphReply, since: number): void {
    if (usedWindow) this.usedWindow = true;
    if (word !== undefined) this.operation.window?.hear(agency, word, since);
  }

  /** An agency did not answer what shows at these places. */
  failAt(places: readonly Path[], agency: string, fault: SubgraphFault): void {
    const error = this.#words.unavailable(agency, fault);
    for (const place of places) this.tell(error, place);
  }

  /** An agency answered with an error that shows at these places. */
  failBy(places: readonly Path[], agency: string, error: { message?: unknown; extensions?: unknown }): void {
    const given = this.#words.given(agency, error);
    for (const place of places) this.tell(given, place);
  }

  /** What is missing at these places, or below, needs no error of its own. */
  explain(places: readonly Path[]): void {
    for (const place of places) this.told.push(this.#inAnswer(place));
  }

  /** Whether the answer has all the errors that it may have. */
  get isFull(): boolean {
    return this.errors.length >= MOST_ERRORS;
  }

  /** @param at where it shows; nowhere in particular where that is empty */
  tell({ message, extensions }: GraphQLFormattedError, at: Path): void {
    const place = this.#inAnswer(at);
    this.told.push(place);
    if (this.isFull) return;
    this.errors.push({ message, ...(place.length > 0 && { path: place }), ...(extensions && { extensions }) });
  }

  #inAnswer(place: Path): Path {
    if (this.#answered.size === 0) return place;
    return place.map((step) => (typeof step === 'string' ? (this.#answered.get(step) ?? step) : step));
  }
}
