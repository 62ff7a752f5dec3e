import { HUB } from './viewer.ts';

/** The hub's own subgraph. */
export const EXCHANGE = 'exchange';

/** The agency that a subgraph belongs to: `womens-federation` → `WOMENS_FEDERATION`, `exchange` → `HUB`. */
export function agencyOfSubgraph(subgraph: string): string {
  return subgraph === EXCHANGE ? HUB : subgraph.toUpperCase().replaceAll('-', '_');
}

/** The name of an agency's subgraph in the supergraph. */
export function subgraphOfAgency(agency: string): string {
  return agency === HUB ? EXCHANGE : agency.toLowerCase().replaceAll('_', '-');
}
