import type { DocumentNode, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { Span } from '../../protocol/tracing.ts';
import type { ContextSigner } from '../auth/context/contextSigner.ts';
import type { GrantLookup } from '../auth/referrals/grantLookup.ts';
import type { GatewayViewer } from '../auth/viewer.ts';
import type { SubgraphState } from './subgraphs/subgraphTelemetry.ts';

/** An admitted operation: valid by the public schema, and within limits. */
export interface Operation {
  /** The same text gives the same object while the document cache holds it, so that engines can cache by it. */
  document: DocumentNode;
  /** The operation of the document to execute. */
  node: OperationDefinitionNode;
  query: string;
  /** As the client sent them, without defaults. */
  variables: Record<string, unknown>;
  /** Null where nobody signs in (an anonymous gateway in front of other subgraphs). */
  viewer: GatewayViewer | null;
  /** The referral under which the client reads; null for none. */
  referral: string | null;
  /** What the exchange says about the referral. */
  grant?: GrantLookup | undefined;
  requestId: string;
  /** The parent of the operation's spans, where it is traced. */
  span?: Span | undefined;
  /** Aborted when the client disconnects, or the time is over. */
  signal: AbortSignal;
}

export interface Answer {
  /** False where the operation itself is at fault and nothing was executed: the body has no data. */
  executed: boolean;
  /** Whether it holds data that only the named referral opened. */
  usedGrant: boolean;
  /** The errors in the body, for telemetry. */
  errors: readonly GraphQLFormattedError[];
  /** The response as JSON in UTF-8. */
  body: Buffer;
}

/** One item of a subscription. */
export interface SubscriptionEvent {
  /** Once this event is sent, the client has seen everything up to here. Null where the agency gives no cursor. */
  cursor: string | null;
  /** Null where only the cursor has moved. */
  answer: Answer | null;
}

/** Plans and executes operations over the subgraphs. */
export interface Engine {
  /** Plans an operation in advance, if the engine caches plans. */
  prepare(operation: Pick<Operation, 'document' | 'node'>): void;
  execute(operation: Operation): Promise<Answer>;
  /**
   * Events from now on, until the operation's signal is aborted or the agency ends the stream. If the stream breaks, the last
   * event says why. Returns an answer instead where the subscription does not start.
   */
  subscribe(operation: Operation): Promise<Answer | AsyncIterable<SubscriptionEvent>>;
  /** The current state of each subgraph, for metrics. Empty where the engine does not know. */
  subgraphs(): readonly SubgraphState[];
  stop(): Promise<void>;
}

export interface EngineOptions {
  supergraph: string;
  /** Addresses of subgraphs by name, where they differ from the supergraph. */
  subgraphUrls: Readonly<Record<string, string>>;
  /** Null for subgraphs of others, which expect no context. */
  contexts: ContextSigner | null;
  introspection: boolean;
  /** How long a request to a subgraph may take. Default: ten seconds. */
  timeoutMsOf?: (subgraph: string) => number;
  log: Logger;
}
