import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { casesByOfficer, type Officer } from './case/cases.ts';
import { allViews, compareViews, whoSee } from './case/compare.ts';
import { GATEWAY, partsOf, SUBGRAPHS, waitsOf } from './case/costs.ts';
import { startFloor } from './case/floor/start.ts';
import { type Measured, measure } from './case/measure.ts';
import { takeSamples } from './case/sample.ts';
import { compareStatements, countStatements, timesOf } from './case/statements.ts';
import { type CaseSystem, startCaseSystem } from './case/system.ts';
import { figures, lines, middleRound, type Round } from './case/table.ts';
import { loadViews, type Viewed } from './case/views.ts';
import { watching } from './case/watching.ts';
import { createReport } from './harness/report.ts';

/**
 * npm run bench:case [-- --json --cases 100000 --rounds 5 --seconds 4 --clients 12]: the case view over all agencies, over
 * what `npm start` runs, beside a floor written by hand: one process that sends the same statements and gives the same
 * answers. Refuses to measure where answers or statements differ.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cases: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    clients: { type: 'string', default: '12' },
  },
});

const report = createReport(values.json);
const round = { clients: Number(values.clients), seconds: Number(values.seconds) };
const started = await startCaseSystem(Number(values.cases), report);
try {
  await bench(started);
} finally {
  await started.stop();
}

async function bench(started: CaseSystem): Promise<void> {
  const { databases, processes, superuserUrl } = started;
  const found = await casesByOfficer(databases['womens-federation'] as string);
  const expected = await allViews(await openSystem(started, found), found);
  const officers = whoSee(found, expected);
  const system = await openSystem(started, officers);
  const samples = join(started.home.folder, 'samples.json');
  writeFileSync(samples, JSON.stringify(await takeSamples(started, system, officers)));
  const floor = await startFloor(started.home, samples, officers);
  try {
    const views = await allViews(floor, officers);
    compareViews(expected, views);
    report.progress(`The same answers: ${views.size} cases.`);
    const counted = await countStatements(superuserUrl, system, officers);
    compareStatements(counted, await countStatements(superuserUrl, floor, officers));
    report.progress(`The same statements: ${timesOf(counted).toFixed(1)} a view.`);

    const database = { PostgreSQL: processes.database.process.pid as number };
    const roots = {
      system: {
        gateway: processes.gateway.process.pid as number,
        subgraphs: processes.subgraphs.process.pid as number,
        ...database,
      },
      floor: { process: floor.pid, ...database },
    };
    const rounds: Round[] = [];
    for (let number = 0; number <= Number(values.rounds); number += 1) {
      const both: Partial<Record<Viewed['name'], Measured>> = {};
      const order = number % 2 === 0 ? [system, floor] : [floor, system];
      for (const viewed of order) {
        const measured = await measure(viewed, officers, roots[viewed.name], round);
        const { perSecond, p50Ms, p99Ms } = measured;
        report.progress(
          `${number === 0 ? 'warm-up' : `round ${number}`}, ${viewed.name}: ${perSecond.toFixed(0)} a second, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`,
        );
        both[viewed.name] = measured;
      }
      if (number > 0) rounds.push(both as Round);
    }

    const load = async () => void (await loadViews(system, officers, round.clients, round.seconds));
    const gateway = await watching(processes.gateway, load);
    const subgraphs = await watching(processes.subgraphs, load);
    const alone = { system: 0, floor: 0 };
    const waited = await watching(processes.gateway, async () => {
      alone.system = (await loadViews(system, officers, 1, round.seconds)).p50Ms;
    });
    alone.floor = (await loadViews(floor, officers, 1, round.seconds)).p50Ms;
    const costs = {
      ...middleRound(rounds),
      statements: counted,
      shares: { gateway: partsOf(gateway.profile, GATEWAY), subgraphs: partsOf(subgraphs.profile, SUBGRAPHS) },
      alone: { whole: alone.system, floor: alone.floor, ...waitsOf(waited) },
    };
    report.result(figures(costs), lines(costs));
  } finally {
    await floor.stop();
  }
}

/** The gateway, before the officers as they are signed in. */
async function openSystem({ port, token }: CaseSystem, officers: readonly Officer[]): Promise<Viewed> {
  const tokens = await Promise.all(officers.map(({ username }) => token(username)));
  const callers = tokens.map((each) => ({ authorization: `Bearer ${each}`, 'accept-language': 'en' }));
  return { name: 'system', target: { port, callers } };
}
