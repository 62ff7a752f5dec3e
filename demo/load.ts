import type { Step } from '../runtime/demoProgress.ts';
import { AGENCY_CODES, type AgencyCode } from './agencies.ts';
import { SERIES, tablesOf } from './database/tables.ts';
import { connectTarget, type Target } from './database/target.ts';
import { type LedgerPart, writeLedger } from './exchange/ledgerWriter.ts';
import { type Demonstration, generate, SEED } from './generate.ts';
import { createSecrets, type KeyRing, loadKeyRing } from './world/secrets.ts';

export interface LoadOptions {
  /** PostgreSQL URL of each agency's database by agency code, HUB for the exchange's; already migrated. */
  databases: Readonly<Record<string, string>>;
  keysFolder: string;
  /** `total` stays the same from the first call to the last. */
  onProgress?: (done: number, total: number, step: Step) => void;
  cases?: number;
  leads?: number;
  /** The end of the history is the day before; for tests. */
  now?: Date;
  seed?: string;
}

export interface Loaded {
  cases: number;
  leads: number;
  persons: number;
  referrals: number;
  ledgerEntries: number;
}

const NOTHING: Loaded = { cases: 0, leads: 0, persons: 0, referrals: 0, ledgerEntries: 0 };

/**
 * Fills the databases with the demonstration. Where it is there already nothing is done and all counts are zero.
 *
 * Each database is filled in one transaction that ends with its row in `demo_data`; the exchange's commits last, so a load
 * that broke leaves the exchange without that row, and the next one empties what the others have and begins anew.
 *
 * @throws Error where a database holds rows that are not of the demonstration; nothing is changed then
 */
export async function loadDemo(options: LoadOptions): Promise<Loaded> {
  const { databases, keysFolder, cases = 5_000, leads = 2_000, now = new Date(), seed = SEED } = options;
  const progress = createProgress(options.onProgress);
  const targets = await connectAll(databases);
  try {
    // Whoever else is about to load waits here, and then finds it done.
    await targets.HUB.run("select pg_advisory_lock(hashtext('casegraph.demonstration'))");
    const broken = await findBroken(targets);
    if (broken === null) return NOTHING;
    const keys = await loadKeyRing(keysFolder);
    progress.say('GENERATE', 0);
    await nextTurn();
    const demonstration = generate({ secrets: createSecrets(keys), now, cases, leads, seed });
    progress.expect(demonstration.rows.count() + 2 * demonstration.messages.length);
    const ledgerEntries = await fillAll({
      targets,
      broken,
      demonstration,
      keys,
      progress,
      seed,
    });
    return { ...demonstration.counts, ledgerEntries };
  } finally {
    await Promise.all(AGENCY_CODES.map((agency) => targets[agency].close().catch(() => undefined)));
  }
}

type Targets = Record<AgencyCode, Target>;

async function connectAll(databases: LoadOptions['databases']): Promise<Targets> {
  const connected = await Promise.all(
    AGENCY_CODES.map(async (agency) => {
      const url = databases[agency];
      if (!url) throw new Error(`The demonstration needs the database of ${agency}.`);
      return [agency, await connectTarget(url)] as const;
    }),
  );
  return Object.fromEntries(connected) as Targets;
}

/** The agencies whose part of a broken load must go; null where the demonstration is complete. */
async function findBroken(targets: Targets): Promise<AgencyCode[] | null> {
  const states = await Promise.all(
    AGENCY_CODES.map(async (agency) => [agency, await targets[agency].state(tablesOf(agency))] as const),
  );
  const foreign = states.filter(([, state]) => state === 'FOREIGN').map(([agency]) => agency);
  const loaded = states.filter(([, state]) => state === 'LOADED').map(([agency]) => agency);
  if (loaded.includes('HUB')) return null;
  if (foreign.length > 0) {
    throw new Error(
      `The demonstration is loaded into empty databases only; rows that are not its own are in: ${foreign.join(', ')}.`,
    );
  }
  return loaded;
}

interface Filling {
  targets: Targets;
  broken: readonly AgencyCode[];
  demonstration: Demonstration;
  keys: KeyRing;
  progress: Progress;
  seed: string;
}

/** All databases at once; gives how many entries the ledger has. */
async function fillAll(filling: Filling): Promise<number> {
  const { targets, broken, progress, seed } = filling;
  const agencies = AGENCY_CODES.filter((agency) => agency !== 'HUB');
  const ledger = fillHub(filling);
  // Whichever fails first is told; the others must not end as unhandled.
  ledger.catch(() => undefined);
  await Promise.all(
    agencies.map(async (agency) => {
      await targets[agency].begin(tablesOf(agency));
      if (broken.includes(agency)) await targets[agency].empty(tablesOf(agency));
      await fill(filling, agency, tablesOf(agency));
      await continueSeries(targets[agency], agency);
      await targets[agency].run('call casegraph_mark_sealed_rows(null)');
      if (agency === 'WOMENS_FEDERATION') await targets[agency].run('call note_past_changes()');
      await targets[agency].settle();
    }),
  );
  const { entries, outgoing } = await ledger;
  for (const { agency, row } of outgoing)
    await targets[agency as AgencyCode].insert('outgoing_envelopes', [row], () => {});
  progress.say('COMMIT', WHOLE);
  await Promise.all(agencies.map((agency) => targets[agency].finish(seed)));
  await targets.HUB.finish(seed);
  progress.finish();
  return entries;
}

async function fill(
  { targets, demonstration, progress }: Filling,
  agency: AgencyCode,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) {
    const rows = demonstration.rows.of(agency, table);
    await targets[agency].insert(table, rows, progress.add);
  }
}

/** The register and the ledger, whose entries come as they are signed. */
async function fillHub(filling: Filling): Promise<{ entries: number; outgoing: LedgerPart['outgoing'] }> {
  const { targets, demonstration, keys, progress } = filling;
  const hub = targets.HUB;
  const outgoing: LedgerPart['outgoing'] = [];
  let head = { seq: 0, hash: '' };
  await hub.begin(tablesOf('HUB'));
  // Nobody else adds an entry meanwhile.
  await hub.run('select from ledger_head for update');
  const parts = writeLedger(demonstration.messages, keys);
  // The first parts are signed while the register is filled.
  let next = parts.next();
  next.catch(() => undefined);
  await fill(filling, 'HUB', tablesOf('HUB'));
  for (let part = await next; !part.done; part = await next) {
    for (const table of ['ledger', 'deliveries'] as const) {
      await hub.insert(table, part.value[table], progress.add);
    }
    outgoing.push(...part.value.outgoing);
    head = part.value.head;
    next = parts.next();
  }
  await hub.run('update ledger_head set seq = $1, hash = $2', [head.seq, head.hash]);
  await hub.run(
    `select graphile_worker.add_job(task, payload, run_at => "runAt", job_key => key)
     from json_to_recordset($1::json) as job(task text, payload json, "runAt" timestamptz, key text)`,
    [JSON.stringify(demonstration.jobs)],
  );
  await hub.settle();
  return { entries: head.seq, outgoing };
}

/** What is numbered next must not meet the numbers of the demonstration. */
async function continueSeries(target: Target, agency: AgencyCode): Promise<void> {
  for (const { sequence, table } of SERIES.filter((each) => each.agency === agency)) {
    await target.run(
      `select setval('${sequence}', greatest(max(substring(number from '(\\d+)号$')::bigint), 1)) from ${table} having count(*) > 0`,
    );
  }
}

/** Lets the caller draw before the generation keeps the thread. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

interface Progress {
  /** So many rows and signatures will follow the generation. */
  expect(count: number): void;
  add(count: number): void;
  say(step: Step, done: number): void;
  finish(): void;
}

/** The whole in thousandths: generating takes about a fifth of the time. */
const WHOLE = 1_000;
const GENERATED = 200;

function createProgress(tell: LoadOptions['onProgress'] = () => {}): Progress {
  let expected = 1;
  let done = 0;
  const say = (step: Step, share: number) => tell(Math.min(Math.round(share), WHOLE), WHOLE, step);
  return {
    say,
    expect(count) {
      expected = count;
      say('FILL', GENERATED);
    },
    add(count) {
      done += count;
      say('FILL', GENERATED + ((WHOLE - GENERATED) * Math.min(done, expected)) / expected);
    },
    finish: () => say('DONE', WHOLE),
  };
}
