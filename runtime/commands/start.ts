import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadUsers } from '../../identity/users.ts';
import { type Config, partEnvironment, readConfig } from '../config.ts';
import { loadDemoOnce } from '../demo.ts';
import { startFault } from '../faults.ts';
import { provision } from '../installation.ts';
import { beginLoading, endLoading } from '../loading.ts';
import { AGENCY_PARTS } from '../partNames.ts';

/** npm start [-- --no-demo]: every part on this machine, in one process tree, until Ctrl-C. */
const SERVE = fileURLToPath(new URL('./serve.ts', import.meta.url));

interface Child {
  parts: readonly string[];
  process: ChildProcess;
  ready: Promise<void>;
}

const children: Child[] = [];
let stopping = false;

/** A process of its own group, so that Ctrl-C reaches this process alone, which stops the others in their order. */
function launch(config: Config, parts: readonly string[]): Child {
  const child = spawn(process.execPath, [SERVE, ...parts], {
    detached: true,
    env: partEnvironment(config),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Stopped(parts, code)));
  });
  ready.catch(() => undefined);
  const entry = { parts, process: child, ready };
  children.push(entry);
  child.on('exit', (code) => {
    if (stopping) return;
    console.error(`${parts.join(', ')} stopped by itself (code ${code ?? 'none'}); stopping the rest.`);
    void stop(1);
  });
  return entry;
}

class Stopped extends Error {
  constructor(parts: readonly string[], code: number | null) {
    super(`${parts.join(', ')} stopped with code ${code}.`);
  }
}

/** Stops the newest first, the database last. */
async function stop(code: number): Promise<never> {
  if (stopping) return new Promise(() => undefined);
  stopping = true;
  for (const { process: child } of children.reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  process.exit(code);
}

process.on('SIGINT', () => {
  console.log('\nStopping; the data stay.');
  void stop(0);
});
process.on('SIGTERM', () => void stop(0));

try {
  const config = readConfig();
  provision(config);
  const withDemo = !process.argv.includes('--no-demo');
  if (withDemo) beginLoading(config);
  else endLoading(config);
  const embedded = AGENCY_PARTS.some((part) => !config.databaseUrls[part]);
  const database = embedded ? launch(config, ['database']) : null;
  // These need no database, and have much to load while it comes up.
  const door = launch(config, ['gateway', 'identity']);
  await database?.ready;
  const agencies = launch(config, AGENCY_PARTS);
  // It has nothing to do while the demonstration is loaded: its jobs come with the last commit.
  const worker = launch(config, ['worker']);
  if (withDemo) {
    await agencies.ready;
    await loadDemoOnce(config);
    endLoading(config);
  }
  await Promise.all([door, agencies, worker].map(({ ready }) => ready));
  welcome(config, withDemo);
} catch (error) {
  // What was under way when it was told to stop fails, and is nobody's fault.
  if (!stopping && !(error instanceof Stopped)) console.error(startFault('start', error) ?? error);
  await stop(1);
}

function welcome(config: Config, withDemo: boolean): void {
  const gateway = `${new URL(config.urls.gateway as string).protocol}//localhost:${config.ports.gateway}/graphql`;
  const story = [
    'womens-federation.shenyang.officer',
    'prosecutors.shenyang.prosecutor',
    'prosecutors.shenyang.chief',
    'hub.operator',
    'hub.auditor',
  ];
  const shown = loadUsers(config.usersFile).filter((user) => story.includes(user.username));
  console.log(`
CaseGraph is ready.

  GraphQL and GraphiQL   ${gateway}
  Sign-in                ${config.oidc.issuer}
  ${withDemo ? 'The story              npm run story' : 'A first case           mutation registerCase, see "Cases of your own" in README.md'}
  A token                npm run -s token -- ${story[0]}

  Users of the demonstration (${config.production ? 'password in DEMO_PASSWORD' : `password ${config.demoPassword}`}; all of them in identity/users.yml):
${shown.map((user) => `    ${user.username.padEnd(38)} ${user.name} ${user.title}`).join('\n')}

Ctrl-C stops; the data stay in ${config.home}.`);
}
