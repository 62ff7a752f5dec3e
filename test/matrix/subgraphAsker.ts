import { join } from 'node:path';
import { loadContextKeys } from '../../gateway/context/contextKeys.ts';
import { CONTEXT_HEADER, createContextSigner } from '../../gateway/context/signedContext.ts';
import type { Viewer } from '../../gateway/viewer.ts';
import type { TestSystem } from '../harness/system.ts';
import type { Answer } from './asked.ts';
import { VIEWER_REGION } from './facts.ts';
import type { Reader } from './oracle.ts';

/** Asks a subgraph as the gateway does. @param part its name @param referral the one that is named, null for none */
export type AskSubgraph = (
  part: string,
  reader: Reader,
  referral: string | null,
  query: string,
  variables: Record<string, unknown>,
) => Promise<Answer>;

/** With a context that is signed for each body. */
export function createSubgraphAsker(system: TestSystem): AskSubgraph {
  const contexts = createContextSigner(loadContextKeys(join(system.config.keysFolder, 'context.json')));
  return async (part, reader, referral, query, variables) => {
    const body = JSON.stringify({ query, variables });
    const context = await contexts.contextFor({ viewer: viewerOf(reader), referral }, part, body);
    const response = await fetch(`${system.config.urls[part]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [CONTEXT_HEADER]: context },
      body,
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
    return { data, errors };
  };
}

export function viewerOf({ agency, roles }: Reader): Viewer {
  const username = `${agency}.${roles.join('+')}`;
  return {
    subject: username,
    username,
    name: username,
    agency,
    region: VIEWER_REGION,
    roles,
    language: 'en',
    client: null,
  };
}
