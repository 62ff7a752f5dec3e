import type { Answer } from './asked.ts';
import { AGENCIES, type Agency, type Facts } from './expected/facts.ts';
import { ownerOf } from './expected/readers.ts';
import { type Part, readParts } from './expected/schemaText.ts';
import { entityQuery, type Probe, probesOf, representations } from './probes.ts';
import type { Fixture } from './samples/fixture.ts';
import type { AskSubgraph } from './ways/subgraphAsker.ts';

/** A subgraph, what it is asked, and what its owner sees of it. */
export interface PartWork {
  part: Part;
  ofRecords: readonly Probe[];
  /** The operation that asks for all of them. */
  query: string;
  /** By field of the root. */
  ofRoots: ReadonlyMap<string, readonly Probe[]>;
  /** What its owner sees, by the agency whose records are asked for. */
  whole: ReadonlyMap<Agency, Answer>;
  variablesFor(agency: Agency): Record<string, unknown>;
}

/** Makes ready what every subgraph is asked. */
export async function prepareAll(fixture: Fixture, ask: AskSubgraph): Promise<PartWork[]> {
  const works: PartWork[] = [];
  for (const part of readParts()) works.push(await prepare(part, fixture, ask));
  return works;
}

async function prepare(part: Part, { records, situations }: Fixture, ask: AskSubgraph): Promise<PartWork> {
  const probes = probesOf(part);
  const ofRecords = probes.filter(({ start }) => 'entity' in start);
  const query = entityQuery(part, ofRecords);
  const forAgency = (agency: Agency, before: number) => ({ ...representations(ofRecords, records, agency), before });
  // Somebody of each agency reads first, so that there is a trail.
  const readings = situations.filter(({ state, purpose }) => state === 'OPEN' && purpose === 'JUDICIAL_AID');
  for (const { agency, id } of readings)
    if (agency !== 'HUB') await ask(part.name, { agency, roles: ['officer'] }, id, query, forAgency(agency, 0));
  const before = await endOfTrail(part, records[0], ask);
  const whole = new Map<Agency, Answer>();
  for (const agency of AGENCIES)
    whole.set(agency, await ask(part.name, ownerOf(part.owner), null, query, forAgency(agency, before)));
  return {
    part,
    ofRecords,
    query,
    ofRoots: Map.groupBy(
      probes.filter(({ start }) => 'root' in start),
      ({ start }) => ('root' in start ? start.root.name : ''),
    ),
    whole,
    variablesFor: (agency) => forAgency(agency, before),
  };
}

/** The number that the next reading of the person's records will have in the trail. */
async function endOfTrail(part: Part, { person }: Facts, ask: AskSubgraph): Promise<number> {
  const field = part.types.get('PersonReaders')?.fields.find(({ gives }) => gives === 'Disclosure')?.name;
  if (!field) return 0;
  const query = `query ($of: [_Any!]!) {
    _entities(representations: $of) { ... on PersonReaders { readings: ${field}(first: 1) { sequence } } }
  }`;
  const of = [{ __typename: 'PersonReaders', token: person.token }];
  const { data } = await ask(part.name, ownerOf('HUB'), null, query, { of });
  const [found] = (data?._entities ?? []) as { readings: { sequence: number }[] }[];
  return (found?.readings[0]?.sequence ?? 0) + 1;
}
