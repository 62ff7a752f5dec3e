import { randomUUID } from 'node:crypto';
import type { Asking } from './asked.ts';
import { type Findings, judge, noFindings, wayOf } from './expected/judge.ts';
import { isDrawn, type Turn, turnsOf } from './expected/readers.ts';
import { mayAskQuery } from './expected/roles.ts';
import { verdictOn } from './expected/verdict.ts';
import type { PartWork } from './partWork.ts';
import { type Probe, rootQuery, unreached } from './probes.ts';
import type { Fixture } from './samples/fixture.ts';
import type { AskSubgraph } from './ways/subgraphAsker.ts';

const SEED = 'matrix-1';
/** Turns under way at once. */
const AT_ONCE = 4;

interface Run {
  fixture: Fixture;
  ask: AskSubgraph;
  findings: Findings;
  /** Of the root's closed fields, each of which needs a request of its own, one in so many is asked for. */
  oneClosedRootIn: number;
}

/** Asks every subgraph for every field, in one turn after the other. @param oneIn of how many turns one is taken */
export async function runMatrix(
  works: readonly PartWork[],
  fixture: Fixture,
  ask: AskSubgraph,
  oneIn: number,
): Promise<Findings> {
  const run: Run = { fixture, ask, findings: noFindings(), oneClosedRootIn: oneIn === 1 ? 1 : 4 };
  const turns = turnsOf(fixture.situations, oneIn, SEED).values();
  const takeTurns = async () => {
    for (const turn of turns)
      await Promise.all(works.flatMap((work) => [askRecords(work, turn, run), askRoots(work, turn, run)]));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  return run.findings;
}

/** Where the matrix says nothing: types that it does not come to, and ways on which nobody was shown anything. */
export function unseen(works: readonly PartWork[], { shown }: Findings): string[] {
  return works.flatMap(({ part, ofRecords, ofRoots }) => {
    const probes = [...ofRecords, ...[...ofRoots.values()].flat()];
    const types = unreached(part, probes).map((type) => `${part.name}: ${type}`);
    return [...types, ...probes.map(wayOf).filter((way) => !shown.has(way))];
  });
}

async function askRecords(work: PartWork, turn: Turn, { fixture: { records }, ask, findings }: Run): Promise<void> {
  const { part, ofRecords: probes, query, whole, variablesFor } = work;
  const { reader, situation } = turn;
  const answer = await ask(part.name, reader, situation.id, query, variablesFor(situation.agency));
  judge({ probes, asking: askingOf(turn), records, answer, whole: whole.get(situation.agency) ?? answer }, findings);
}

/** The root's fields, which do not depend on what a referral is about: without one, and under one that is open. */
async function askRoots({ part, ofRoots }: PartWork, turn: Turn, run: Run): Promise<void> {
  const { fixture, ask, findings, oneClosedRootIn } = run;
  const { records } = fixture;
  const { reader, situation } = turn;
  if (situation.state !== 'NONE' && (situation.state !== 'OPEN' || situation.purpose !== 'JUDICIAL_AID')) return;
  const asking = askingOf(turn);
  const variables = { referral: situation.id ?? randomUUID() };
  for (const [root, probes] of ofRoots) {
    const isPermitted = mayAskQuery(root, asking.agency, asking.roles);
    const isOpen = probes.every((probe) => verdictOn(probe, asking, records[0])?.outcome.shows !== 'CLOSED');
    const drawn = (probe: Probe) =>
      isDrawn(`${SEED}:${asking.agency}:${asking.roles}:${wayOf(probe)}`, oneClosedRootIn);
    // A field that is closed takes the whole of an answer whose root cannot be null, and its neighbours with it.
    const groups = isOpen && isPermitted ? [probes] : probes.filter(drawn).map((each) => [each]);
    for (const group of groups) {
      const answer = await ask(part.name, reader, situation.id, rootQuery(part, group), variables);
      judge({ probes: group, asking, records, answer, whole: answer }, findings);
    }
  }
}

function askingOf({ reader, situation }: Turn): Asking {
  return { agency: situation.agency, roles: reader.roles, referral: situation.referral };
}
