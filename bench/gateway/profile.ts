import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharesOf, steadyMs } from '../harness/cpuProfile.ts';
import { ask, type BenchOperation, load, type Round } from '../harness/load.ts';
import type { Bench } from './bench.ts';
import type { GatewayName } from './gateways.ts';

const WARM_UP = { warmUpSeconds: 0, seconds: 3 };
const FUNCTIONS = 40;
const PLACES = 15;
/** Node writes the profile when a program ends by itself, and not all of them do when they are told to. */
const END_BY_ITSELF = "data:text/javascript,process.once('SIGTERM',()=>process.exit())";

/** Where one gateway spends its time on one operation, warm-up and start left out; the profile itself stays for a browser. */
export async function profile(
  { report, start }: Bench,
  name: GatewayName,
  operation: BenchOperation,
  { clients, seconds }: Pick<Round, 'clients' | 'seconds'>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-profile-'));
  const gateway = await start(name, ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--import=${END_BY_ITSELF}`]);
  const bytes: number[] = [];
  for (let client = 0; client < clients; client += 1)
    bytes.push((await ask(gateway.target, operation, client)).body.length);
  await load(gateway.target, operation, bytes, { clients, ...WARM_UP });
  const from = steadyMs();
  const { perSecond } = await load(gateway.target, operation, bytes, { clients, seconds, warmUpSeconds: 0 });
  const to = steadyMs();
  await gateway.stop();
  const [file] = readdirSync(folder);
  if (!file) throw new Error(`${name} wrote no profile.`);
  const written = join(folder, file);
  const { byPlace, byFunction } = sharesOf(readFileSync(written, 'utf8'), from, to);
  const line = ([what, share]: [string, number]) => `${(share * 100).toFixed(1).padStart(6)} %  ${what}`;
  report.result({ written }, [
    `${name}: ${Math.round(perSecond)} requests a second while it was profiled; ${written}`,
    '',
    ...byPlace.slice(0, PLACES).map(line),
    '',
    ...byFunction.slice(0, FUNCTIONS).map(line),
  ]);
}
