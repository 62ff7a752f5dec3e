import { randomUUID } from 'node:crypto';
import { valuesAt } from './answers.ts';
import { AGENCIES, type Agency, type Facts } from './facts.ts';
import type { Fixture } from './fixture.ts';
import { type Asking, type Findings, judge, verdictOn } from './judge.ts';
import { entityQuery, type Probe, probesOf, representations, rootQuery } from './probes.ts';
import { ownerOf, type Turn, turnsOf } from './readers.ts';
import { mayAskQuery } from './roles.ts';
import { type Part, readParts } from './schemaText.ts';
import type { Answer, AskSubgraph } from './subgraphAsker.ts';

const SEED = 'matrix-1';
/** Turns under way at once. */
const AT_ONCE = 4;

/** A subgraph, what it is asked, and what its owner sees of it. */
export interface PartWork {
  part: Part;
  ofRecords: readonly Probe[];
  query: string;
  /** By field of the root. */
  ofRoots: ReadonlyMap<string, readonly Probe[]>;
  /** The number of the trail before which readings are asked for. */
  before: number;
  /** By the agency whose records are asked for. */
  whole: ReadonlyMap<Agency, Answer>;
}

/** Makes ready what every subgraph is asked. */
export async function prepareAll(fixture: Fixture, ask: AskSubgraph): Promise<PartWork[]> {
  const works: PartWork[] = [];
  for (const part of readParts()) works.push(await prepare(part, fixture, ask));
  return works;
}

async function prepare(part: Part, { facts, situations }: Fixture, ask: AskSubgraph): Promise<PartWork> {
  const probes = probesOf(part);
  const ofRecords = probes.filter(({ start }) => 'entity' in start);
  const query = entityQuery(part, ofRecords);
  const askFor = (agency: Agency, before: number) => ({ ...representations(ofRecords, facts, agency), before });
  // Somebody of each agency reads first, so that there is a trail.
  for (const { agency, id } of situations.filter(({ state }) => state === 'OPEN'))
    await ask(part.name, { agency, roles: ['officer'] }, id, query, askFor(agency, 0));
  const before = await endOfTrail(part, facts, ask);
  const whole = new Map<Agency, Answer>();
  for (const agency of AGENCIES)
    whole.set(agency, await ask(part.name, ownerOf(part.owner), null, query, askFor(agency, before)));
  const ofRoots = Map.groupBy(
    probes.filter(({ start }) => 'root' in start),
    ({ start }) => ('root' in start ? start.root.name : ''),
  );
  return { part, ofRecords, query, ofRoots, before, whole };
}

async function endOfTrail(part: Part, facts: Facts, ask: AskSubgraph): Promise<number> {
  const field = part.types.get('PersonReaders')?.fields.find(({ gives }) => gives === 'Disclosure')?.name;
  if (!field) return 0;
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on PersonReaders { ${field}(first: 1) { sequence } } } }`;
  const of = [{ __typename: 'PersonReaders', token: facts.person.token }];
  const { data } = await ask(part.name, ownerOf('HUB'), null, query, { of });
  const [newest] = (data as { _entities: Record<string, { sequence: number }[]>[] })._entities[0]?.[field] ?? [];
  return (newest?.sequence ?? 0) + 1;
}

/** The ways of a subgraph on which its own people find nothing: gaps of the fixture. */
export function gapsOf({ part, ofRecords, whole }: PartWork): string[] {
  const found = (probe: Probe) => [...whole.values()].some((answer) => valuesAt(answer, probe).length > 0);
  return ofRecords
    .filter((probe) => !found(probe))
    .map(({ way }) => `${part.name}: ${way.map(({ place }) => place).join(' > ')}`);
}

/** Asks every subgraph for every field, in one turn after the other. @param oneIn of how many turns one is taken */
export async function runMatrix(
  works: readonly PartWork[],
  fixture: Fixture,
  ask: AskSubgraph,
  oneIn: number,
): Promise<Findings> {
  const findings: Findings = { checked: {}, beside: 0, wrong: [] };
  const turns = turnsOf(fixture.situations, oneIn, SEED).values();
  const takeTurns = async () => {
    for (const turn of turns) {
      await Promise.all(
        works.flatMap((work) => [
          askRecords(work, turn, fixture.facts, ask, findings),
          askRoots(work, turn, fixture.facts, ask, findings),
        ]),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  return findings;
}

function askingOf({ reader, situation }: Turn): Asking {
  return { agency: situation.agency, roles: reader.roles, referral: situation.referral };
}

async function askRecords(work: PartWork, turn: Turn, facts: Facts, ask: AskSubgraph, findings: Findings) {
  const { part, ofRecords, query, before, whole } = work;
  const { agency, id } = turn.situation;
  const answer = await ask(part.name, turn.reader, id, query, { ...representations(ofRecords, facts, agency), before });
  judge(ofRecords, askingOf(turn), answer, whole.get(agency) ?? answer, facts, findings);
}

/** The root's fields, which do not depend on what a referral is about: without one, and under one that is open. */
async function askRoots({ part, ofRoots }: PartWork, turn: Turn, facts: Facts, ask: AskSubgraph, findings: Findings) {
  const { reader, situation } = turn;
  if (situation.state !== 'NONE' && situation.state !== 'OPEN') return;
  const asking = askingOf(turn);
  const variables = { referral: situation.id ?? randomUUID() };
  for (const [root, probes] of ofRoots) {
    const isPermitted = mayAskQuery(root, situation.agency, reader.roles);
    const isAllOpen = probes.every((probe) => verdictOn(probe, asking, facts).outcome.shows !== 'CLOSED');
    // A field that is closed takes the whole of an answer whose root cannot be null, and its neighbours with it.
    const groups = isAllOpen && isPermitted ? [probes] : probes.map((probe) => [probe]);
    for (const group of groups) {
      const answer = await ask(part.name, reader, situation.id, rootQuery(part, group), variables);
      judge(group, asking, answer, answer, facts, findings);
    }
  }
}
