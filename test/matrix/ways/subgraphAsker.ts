import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { loadContextKeys } from '../../../gateway/auth/context/contextKeys.ts';
import { createContextSigner } from '../../../gateway/auth/context/contextSigner.ts';
import { CONTEXT_HEADER } from '../../../protocol/headers.ts';
import { isRole, type Viewer } from '../../../protocol/viewer.ts';
import type { TestSystem } from '../../harness/system.ts';
import type { Answer } from '../asked.ts';
import { VIEWER_REGION } from '../expected/facts.ts';
import type { Reader } from '../expected/oracle.ts';

/** Asks a subgraph as the gateway does. @param part its name @param referral the one that is named, null for none */
export type AskSubgraph = (
  part: string,
  reader: Reader,
  referral: string | null,
  query: string,
  variables: Record<string, unknown>,
) => Promise<Answer>;

/** Begins a stream of a subgraph, and leaves it. Gives the code of the error by which it is refused, or the status where there is none; null where it begins. */
export type BeginStream = (
  part: string,
  reader: Reader,
  referral: string | null,
  query: string,
) => Promise<string | null>;

/** With a context that is signed for each body. */
function createPoster(system: TestSystem) {
  const contexts = createContextSigner(loadContextKeys(join(system.config.keysFolder, 'context.json')));
  return (part: string, reader: Reader, referral: string | null, question: object, more: RequestInit = {}) => {
    const body = JSON.stringify(question);
    const context = contexts.sign({ viewer: viewerOf(reader), referral, requestId: randomUUID() }, part, body);
    return fetch(`${system.config.urls[part]}/graphql`, {
      ...more,
      method: 'POST',
      headers: { ...more.headers, 'content-type': 'application/json', [CONTEXT_HEADER]: context },
      body,
    });
  };
}

export function createStreamBeginner(system: TestSystem): BeginStream {
  const post = createPoster(system);
  return async (part, reader, referral, query) => {
    const leave = new AbortController();
    const events = { headers: { accept: 'text/event-stream' }, signal: leave.signal };
    const { body, headers, status } = await post(part, reader, referral, { query }, events);
    // The first that comes is a sign of life, or an error.
    const first = await body?.getReader().read();
    leave.abort();
    const said = new TextDecoder().decode(first?.value);
    const code = /"code":"(\w+)"/.exec(said)?.[1];
    const hasBegun = said !== '' && headers.get('content-type')?.startsWith('text/event-stream');
    return code ?? (hasBegun ? null : `HTTP ${status}`);
  };
}

export function createSubgraphAsker(system: TestSystem): AskSubgraph {
  const post = createPoster(system);
  return (part, reader, referral, query, variables) =>
    askedInTime(async () => {
      const response = await post(part, reader, referral, { query, variables });
      // What stood in line for longer than a context is valid says nothing of who may read what.
      if (response.status === 401) throw new Error(`${part} did not take the context.`);
      const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
      return { data, errors };
    });
}

const MOST_ATTEMPTS = 50;

/**
 * Asks again where a subgraph could not confirm the referral in time: it asks the exchange, whose word holds for 800 ms, and a
 * busy machine takes longer than that to say it, all the more where both are one process. Every answer is closed then, rightly.
 */
export async function askedInTime(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempts = 1; ; attempts += 1) {
    const answer = await ask();
    const isConfirmed = answer.errors.every(({ extensions }) => extensions?.code !== 'REFERRAL_UNCONFIRMED');
    if (isConfirmed || attempts === MOST_ATTEMPTS) return answer;
  }
}

export function viewerOf({ agency, roles }: Reader): Viewer {
  const username = `${agency}.${roles.join('+')}`;
  return {
    subject: username,
    username,
    name: username,
    agency,
    region: VIEWER_REGION,
    roles: roles.filter(isRole),
    language: 'en',
  };
}
