import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { SUBGRAPHS, type SubgraphName } from './names.ts';

export function subgraphSdl(name: SubgraphName): string {
  return readFileSync(new URL(`./schema/${name}.graphql`, import.meta.url), 'utf8');
}

/** @param ports where the subgraphs answer */
export function composeSupergraph(ports: Readonly<Record<SubgraphName, number>>): string {
  const { errors, supergraphSdl } = composeServices(
    SUBGRAPHS.map((name) => ({
      name,
      url: `http://127.0.0.1:${ports[name]}/graphql`,
      typeDefs: parse(subgraphSdl(name)),
    })),
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
