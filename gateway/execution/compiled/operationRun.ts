import type { GraphQLFormattedError } from 'graphql';
import type { Operation } from '../engine.ts';
import type { SubgraphReply } from '../subgraphs/subgraphExchange.ts';
import type { SubgraphFault } from '../subgraphs/subgraphFault.ts';
import type { Path } from './fetch/paths.ts';

/** Turns faults of agencies into errors for clients. */
export interface ErrorFormatter {
  /** The agency did not answer. One id for all places that it affects. */
  unavailable(agency: string, fault: SubgraphFault): GraphQLFormattedError;
  /** The agency answered with an error. */
  answered(agency: string, error: { message?: unknown; extensions?: unknown }): GraphQLFormattedError;
}

/** More errors than anybody reads are left out. */
const MAX_ERRORS = 1_000;

/** One execution of an operation. */
export class OperationRun {
  readonly operation: Operation;
  /** What the agencies have answered so far, merged. */
  readonly data: object = {};
  readonly errors: GraphQLFormattedError[] = [];
  /** Where missing data is explained: by an error, or because no agency knows the object. */
  readonly explainedPaths: Path[] = [];
  readonly agencies: Record<string, 'answered' | 'failed'> = {};
  usedGrant = false;
  /** For an event of a subscription: the result that the subgraph streamed. */
  readonly streamed: Buffer | null;
  readonly #formatter: ErrorFormatter;
  readonly #responseNames: ReadonlyMap<string, string>;

  /** @param responseNames names in the answer by those in the data, where they differ */
  constructor(
    operation: Operation,
    formatter: ErrorFormatter,
    responseNames: ReadonlyMap<string, string>,
    streamed: Buffer | null = null,
  ) {
    this.operation = operation;
    this.#formatter = formatter;
    this.#responseNames = responseNames;
    this.streamed = streamed;
  }

  /** Whether a condition of the plan holds: the variable's value, or its default. */
  isTrue(variable: string, defaultValue: boolean): boolean {
    return (this.operation.variables[variable] ?? defaultValue) === true;
  }

  /** Takes what an agency says in headers beside its answer. @param sentAt when it was asked, by performance.now() */
  readHeaders(agency: string, { usedGrant, grant }: SubgraphReply, sentAt: number): void {
    if (usedGrant) this.usedGrant = true;
    if (grant !== undefined) this.operation.grant?.receive(agency, grant, sentAt);
  }

  /** An agency did not answer: adds an error at each of these paths. */
  addUnavailable(paths: readonly Path[], agency: string, fault: SubgraphFault): void {
    const error = this.#formatter.unavailable(agency, fault);
    for (const path of paths) this.addError(error, path);
  }

  /** An agency answered with an error that belongs to these paths. */
  addAnswered(paths: readonly Path[], agency: string, error: { message?: unknown; extensions?: unknown }): void {
    const formatted = this.#formatter.answered(agency, error);
    for (const path of paths) this.addError(formatted, path);
  }

  /** Data that is missing at or below these paths needs no further error. */
  markExplained(paths: readonly Path[]): void {
    for (const path of paths) this.explainedPaths.push(this.#responsePath(path));
  }

  /** Whether no more errors are taken. */
  get hasMaxErrors(): boolean {
    return this.errors.length >= MAX_ERRORS;
  }

  /** @param path empty for an error that belongs to no field */
  addError({ message, extensions }: GraphQLFormattedError, path: Path): void {
    const responsePath = this.#responsePath(path);
    this.explainedPaths.push(responsePath);
    if (this.hasMaxErrors) return;
    const at = responsePath.length > 0 && { path: responsePath };
    this.errors.push({ message, ...at, ...(extensions && { extensions }) });
  }

  #responsePath(path: Path): Path {
    if (this.#responseNames.size === 0) return path;
    return path.map((step) => (typeof step === 'string' ? (this.#responseNames.get(step) ?? step) : step));
  }
}
