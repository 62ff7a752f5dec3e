import type { DocumentNode, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { ContextSigner } from '../auth/context/signedContext.ts';
import type { Word } from '../auth/referrals/referralGrant.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { Span } from '../telemetry/span.ts';
import type { SubgraphState } from './subgraphs/subgraphTelemetry.ts';

/** An operation as it came through the door: valid by the public schema, and within limits. */
export interface Operation {
  /** The same text gives the same object for as long as the door keeps it: what is made of it once is kept by it. */
  document: DocumentNode;
  /** The operation of the document that is to run. */
  node: OperationDefinitionNode;
  query: string;
  /** As given; defaults are not filled in. */
  variables: Record<string, unknown>;
  /** Null where nobody needs to sign in (an anonymous gateway before subgraphs of others). */
  viewer: Viewer | null;
  /** The referral that the caller names as the reason for reading; null for none. */
  referral: string | null;
  /** What the exchange says of it, for the contexts of subgraphs. */
  window?: Word | undefined;
  requestId: string;
  /** What is done for it is found below it, where it is traced. */
  span?: Span | undefined;
  /** Aborted when the caller goes away. */
  signal: AbortSignal;
}

export interface Answer {
  /** False where the operation itself is at fault and nothing of it ran: the body has no data. */
  executed: boolean;
  /** Whether it holds what only the named referral opened. */
  usedWindow: boolean;
  /** As they stand in the body, for whoever counts them. */
  errors: readonly GraphQLFormattedError[];
  /** The response, written as JSON in UTF-8. */
  body: Buffer;
}

/** Something that comes of a subscription. */
export interface Happening {
  /** Up to where the caller has everything once this has reached them; null where the agency does not say. */
  cursor: string | null;
  /** Null where there was nothing up to there. */
  answer: Answer | null;
}

/** Plans and executes operations over the subgraphs. The door knows nothing else of it. */
export interface Engine {
  /** Does beforehand what it does once for an operation, where there is such a thing. */
  prepare(operation: Pick<Operation, 'document' | 'node'>): void;
  execute(operation: Operation): Promise<Answer>;
  /**
   * What happens from when this resolves on, until the operation's signal is aborted or the agency ends, or breaks off, which a
   * last answer tells. An answer alone where it does not begin.
   */
  subscribe(operation: Operation): Promise<Answer | AsyncIterable<Happening>>;
  /** How it stands with each subgraph now, for metrics; none where the engine does not know. */
  subgraphs(): readonly SubgraphState[];
  stop(): Promise<void>;
}

export interface EngineOptions {
  supergraph: string;
  /** Where subgraphs answer, by name, where that is not what the supergraph says. */
  subgraphUrls: Readonly<Record<string, string>>;
  /** Null before subgraphs of others, which ask for no context. */
  contexts: ContextSigner | null;
  introspection: boolean;
  /** What each question to a subgraph may take, by its name; ten seconds unless given. */
  timeoutMsOf?: (subgraph: string) => number;
  log: Logger;
}
