import { print } from 'graphql';
import {
  type DisclosurePartsFragment,
  ReadersOfDocument,
  type ReadersOfQuery,
} from '../schema/generated/operations.ts';
import type { AgencyReadings } from './readersReport.ts';

const PARTS = {
  police: 'POLICE',
  justice: 'JUSTICE',
  courts: 'COURTS',
  prosecutors: 'PROSECUTORS',
  womensFederation: 'WOMENS_FEDERATION',
} as const;
type Part = keyof typeof PARTS;

const PAGE = 100;

/** All readings of what the agencies hold on a person, by the gateway, page after page. @throws Error with the codes where an agency did not answer: half an answer would mislead */
export async function readersOf(gatewayUrl: string, token: string, idNumber: string): Promise<AgencyReadings[]> {
  const found = Object.fromEntries(Object.keys(PARTS).map((part) => [part, []])) as unknown as Record<
    Part,
    DisclosurePartsFragment[]
  >;
  const before: Partial<Record<Part, number>> = {};
  for (let open = Object.keys(PARTS) as Part[]; open.length > 0; ) {
    const page = await askPage(gatewayUrl, token, { person: idNumber, ...before });
    for (const part of open) {
      const readings = page[part] ?? [];
      found[part].push(...readings);
      before[part] = readings.at(-1)?.sequence ?? 0;
    }
    open = open.filter((part) => (page[part]?.length ?? 0) === PAGE);
  }
  return (Object.keys(PARTS) as Part[]).map((part) => ({ agency: PARTS[part], readings: found[part] }));
}

async function askPage(gatewayUrl: string, token: string, variables: object): Promise<ReadersOfQuery['readersOf']> {
  const response = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(ReadersOfDocument), operationName: 'ReadersOf', variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: ReadersOfQuery | null;
    errors?: { extensions?: { code?: string } }[];
  };
  if (!data || errors?.length)
    throw new Error(
      `Not answered: ${errors?.map(({ extensions }) => extensions?.code).join(', ') ?? response.status}.`,
    );
  return data.readersOf;
}
