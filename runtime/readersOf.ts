import { print } from 'graphql';
import {
  type DisclosurePartsFragment,
  ReadersOfDocument,
  type ReadersOfQuery,
} from '../schema/generated/operations.ts';
import type { Readers } from './readersReport.ts';

const PAGE = 100;

type Readings = readonly DisclosurePartsFragment[];

/**
 * All readings of what the agencies hold on a person, by the gateway, page after page; of the agencies that the operation
 * asks. @throws Error with the codes where an agency did not answer: half an answer would mislead
 */
export async function readersOf(gatewayUrl: string, token: string, idNumber: string): Promise<Readers> {
  const found = new Map<string, Readings>();
  const before: Record<string, number> = {};
  let names: Readers['names'] = {};
  for (let isWhole = false; !isWhole; ) {
    const { asked, agencies } = await askPage(gatewayUrl, token, { person: idNumber, ...before });
    const page = Object.entries<Readings | null>(asked);
    for (const [part, readings] of page) {
      found.set(part, [...(found.get(part) ?? []), ...(readings ?? [])]);
      before[part] = readings?.at(-1)?.sequence ?? 0;
    }
    isWhole = page.every(([, readings]) => (readings?.length ?? 0) < PAGE);
    names = Object.fromEntries(agencies.map(({ code, name }) => [code, name]));
  }
  return { agencies: [...found].map(([part, readings]) => ({ agency: agencyOf(part), readings })), names };
}

/** The agency behind a field: womensFederation → WOMENS_FEDERATION. */
function agencyOf(part: string): string {
  return part.replaceAll(/[A-Z]/g, '_$&').toUpperCase();
}

async function askPage(gatewayUrl: string, token: string, variables: object) {
  const response = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'zh' },
    body: JSON.stringify({ query: print(ReadersOfDocument), operationName: 'ReadersOf', variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: ReadersOfQuery | null;
    errors?: { extensions?: { code?: string } }[];
  };
  if (!data?.readersOf || errors?.length)
    throw new Error(
      `Not answered: ${errors?.map(({ extensions }) => extensions?.code).join(', ') ?? response.status}.`,
    );
  return { asked: data.readersOf, agencies: data.agencies };
}
