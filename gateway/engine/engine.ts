import type { GraphQLFormattedError } from 'graphql';
import type { Viewer } from '../viewer.ts';

/** An operation as it came through the door: who asks is known; the text is valid by the public schema, and within limits. */
export interface Operation {
  query: string;
  operationName: string | null;
  variables: Record<string, unknown>;
  viewer: Viewer;
  /** The referral that the caller names as the reason for reading; null for none. */
  referral: string | null;
  requestId: string;
  /** Aborted when the caller goes away. */
  signal: AbortSignal;
}

export interface Answer {
  /** 200, or 400 where the operation itself is at fault. */
  status: number;
  /** Whether it holds what only the named referral opened. */
  usedWindow: boolean;
  body: { data?: unknown; errors?: GraphQLFormattedError[]; extensions?: Record<string, unknown> };
}

/** Plans and executes operations over the subgraphs. The door knows nothing else of it. */
export interface Engine {
  execute(operation: Operation): Promise<Answer>;
  stop(): Promise<void>;
}
