import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/*
 * The table of schema/permissions.yml, read here a second time (see schemaText.ts).
 */

interface Who {
  agencies: string[] | 'ALL';
  roles: string[];
}
interface Table {
  roles: Record<string, { reads: string[] }>;
  queries: Record<string, Who>;
  subscriptions: Record<string, Who>;
}

const { roles, queries, subscriptions }: Table = parse(
  readFileSync(new URL('../../../schema/permissions.yml', import.meta.url), 'utf8'),
);

/** Every role of the table. */
export const ROLES: readonly string[] = Object.keys(roles);

/** Whether any of the roles may read what is called so: OWN, SHARED or CONDITIONAL. */
export function mayRead(held: readonly string[], what: string): boolean {
  return held.some((role) => roles[role]?.reads.includes(what));
}

/** Whether somebody may ask a query of the root; one that the table does not name is for everybody. */
export function mayAskQuery(query: string, agency: string, held: readonly string[]): boolean {
  const who = queries[query];
  return !who || isOneOf(who, agency, held);
}

/** Whether somebody may follow a stream of events; one that the table does not name is for nobody. */
export function mayFollow(stream: string, agency: string, held: readonly string[]): boolean {
  const who = subscriptions[stream];
  return who !== undefined && isOneOf(who, agency, held);
}

function isOneOf(who: Who, agency: string, held: readonly string[]): boolean {
  return (who.agencies === 'ALL' || who.agencies.includes(agency)) && held.some((role) => who.roles.includes(role));
}
