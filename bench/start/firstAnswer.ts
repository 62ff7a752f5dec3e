import { signIn } from '../../identity/signIn.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';

/** Asks every part at once, so that an answer without errors says that the whole of it runs. */
const QUERY = `query FirstAnswer {
  viewer { username agency { code name } region { code name } }
  cases(first: 5) { edges { node { id number stage } } }
  aidLeads(first: 5) { edges { node { id number status hardship { name } } } }
  aidCases(first: 5) { edges { node { id number } } }
  policeCases(first: 5) { edges { node { id } } }
  courtCases(first: 5) { edges { node { id } } }
  mediations(first: 5) { edges { node { id } } }
}`;

const USERNAME = 'womens-federation.shenyang.officer';

interface Answer {
  errors?: { message: string }[];
  data?: { viewer: { username: string } | null; aidLeads: { edges: unknown[] } } | null;
  extensions?: { agencies?: Record<string, string> };
}

/**
 * Signs in and asks, once.
 * @returns how many leads the page holds
 * @throws where the answer has errors, or where a part is missing in it
 */
export async function askAllParts(issuer: string, gatewayUrl: string, password: string): Promise<number> {
  const { accessToken } = await signIn({ issuer, audience: 'casegraph', username: USERNAME, password });
  const response = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query: QUERY }),
  });
  const { data, errors, extensions } = (await response.json()) as Answer;
  if (errors || data?.viewer?.username !== USERNAME) throw new Error(`The first answer: ${JSON.stringify(errors)}`);
  const missing = AGENCY_PARTS.filter((part) => extensions?.agencies?.[part] !== 'answered');
  if (missing.length > 0) throw new Error(`The first answer lacks ${missing.join(', ')}.`);
  return data.aidLeads.edges.length;
}
