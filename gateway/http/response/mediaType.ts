import Negotiator from 'negotiator';
import { acceptsEventStream, EVENT_STREAM_TYPE } from '../../../protocol/eventStream/eventFormat.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** The media type of a response. */
export interface MediaType {
  contentType: string;
  /**
   * Whether faults of an operation (its document or variables) are reported with status 200. Clients that name application/json
   * alone expect that, and take any other status for an error of a proxy.
   */
  reportsFaultsAsOk: boolean;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** For clients that accept anything, or do not say. */
export const PLAIN_JSON: MediaType = { contentType: JSON_TYPE, reportsFaultsAsOk: false };
/** Server-sent events, for clients that accept nothing else. graphql-sse reports faults in an event. */
export const EVENTS: MediaType = { contentType: EVENT_STREAM_TYPE, reportsFaultsAsOk: true };
const LEGACY_JSON: MediaType = { contentType: JSON_TYPE, reportsFaultsAsOk: true };
const GRAPHQL: MediaType = { contentType: GRAPHQL_TYPE, reportsFaultsAsOk: false };

/** The media type that a client prefers; null where it accepts none of ours. */
export function mediaTypeOf(accept: string | undefined): MediaType | null {
  if (accept === undefined) return PLAIN_JSON;
  const [preferred] = new Negotiator({ headers: { accept } } as never).mediaTypes([JSON_TYPE, GRAPHQL_TYPE]);
  if (preferred === GRAPHQL_TYPE) return GRAPHQL;
  if (preferred === JSON_TYPE) return /application\/json/i.test(accept) ? LEGACY_JSON : PLAIN_JSON;
  return acceptsEventStream(accept) ? EVENTS : null;
}

/** @throws Refusal 406 */
export function requireMediaType(accept: string | undefined): MediaType {
  return mediaTypeOf(accept) ?? notAcceptable();
}

function notAcceptable(): never {
  const refusal: Refusal = refuse(406, 'NOT_ACCEPTABLE', 'Answers come as JSON.', {
    accepted: 'application/graphql-response+json, application/json, text/event-stream',
  });
  throw refusal;
}
