import Negotiator from 'negotiator';
import { remembered } from '../memoize.ts';

/** What a response is sent as. */
export interface MediaType {
  contentType: string;
  /**
   * Whether what is wrong with an operation, its document or its variables, is told with status 200: so clients expect it that
   * name application/json alone, and take another status for one that is not GraphQL's.
   */
  tellsFaultsAsOk: boolean;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** Where nothing is asked for, or anything is taken. */
export const PLAIN_JSON: MediaType = { contentType: JSON_TYPE, tellsFaultsAsOk: false };
/** Server-sent events, for whoever takes nothing else; graphql-sse has faults told in one. */
export const EVENTS: MediaType = { contentType: 'text/event-stream; charset=utf-8', tellsFaultsAsOk: true };
const LEGACY_JSON: MediaType = { contentType: JSON_TYPE, tellsFaultsAsOk: true };
const GRAPHQL: MediaType = { contentType: GRAPHQL_TYPE, tellsFaultsAsOk: false };

const mediaTypeIn = remembered((accept): MediaType | null => {
  const [preferred] = new Negotiator({ headers: { accept } } as never).mediaTypes([JSON_TYPE, GRAPHQL_TYPE]);
  if (preferred === GRAPHQL_TYPE) return GRAPHQL;
  if (preferred === JSON_TYPE) return /application\/json/i.test(accept) ? LEGACY_JSON : PLAIN_JSON;
  return takesEvents(accept) ? EVENTS : null;
});

/** Whether a caller asks for server-sent events, alone or among others; whoever takes anything means JSON. */
export function takesEvents(accept: string | undefined): boolean {
  return accept !== undefined && /text\/event-stream/i.test(accept);
}

/** The media type that a caller prefers; null where it takes none that there are. */
export function mediaTypeOf(accept: string | undefined): MediaType | null {
  return accept === undefined ? PLAIN_JSON : mediaTypeIn(accept);
}
