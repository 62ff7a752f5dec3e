import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { connectForRequests } from '../../subgraphs/kit/database/database.ts';
import { prepared } from '../../subgraphs/kit/database/prepared.ts';
import type { RowScope } from '../../subgraphs/kit/database/rowScope.ts';
import { enterScope, runInScope, runTraced } from '../../subgraphs/kit/server/requestState.ts';
import { connectAsSuperuser } from '../harness/cluster.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

/** Tables that hold no record of anybody, by database and name, and why each may be read whole. */
const OPEN: Record<string, Record<string, string>> = {
  every: {
    migrations: 'which migrations have run',
    idempotency_keys: 'keys of commands, found by subject and key; digests are HMACs',
    inbox: 'ids of envelopes that have arrived',
    disclosure_head: 'the newest hash of the chain',
    feed_heads: 'how many events there are',
    demo_data: 'that the demonstration was loaded',
  },
  police: { police_units: 'a public catalogue', case_natures: 'a catalogue of law' },
  courts: { courts: 'a public catalogue' },
  justice: { mediation_organisations: 'a public catalogue', mediators: 'a public function' },
  prosecutors: { procuratorates: 'a public catalogue', average_wages: 'published statistics' },
  'womens-federation': { hardship_categories: 'a catalogue of law' },
  exchange: {
    agencies: 'the agencies of the hub',
    ledger_head: 'the newest hash of the ledger',
    ledger_waiting: 'empty but within a transaction',
    deliveries: 'a queue: ids, and bodies that only their receivers can open',
    refused_envelopes: 'for the operator: claimed ids and codes',
    sealed_cases: 'what the rules of other tables ask, which would hide nothing if it were hidden from them',
  },
};

/** Tables with a case's id whose rows are not marked when the case is sealed, and why. */
const NOT_SEALED: Record<string, string> = {
  case_seals: 'the seals themselves',
  seal_requests: 'what the agency’s own people sealed',
  referrals: 'stay with their parties; in the exchange the register of seals is asked',
  ledger: 'is never changed; the register of seals is asked',
  disclosures: 'the trail, for auditors',
  aid_leads: 'the aid for a woman in need goes on',
  received_leads: 'the aid for a woman in need goes on',
  aid_cases: 'the aid for a woman in need goes on',
  case_numbers: 'go with their case',
  case_agencies: 'go with their case',
  case_stages: 'go with their case',
  sealed_cases: 'the register of seals',
  case_seal_steps: 'the register of seals',
};

const SHENYANG = '/2101';
const HEPING = '/210102';
const SHENHE = '/210103';

interface Table {
  name: string;
  hasRegion: boolean;
  hasCase: boolean;
  isMarked: boolean;
  isProtected: boolean;
  isForced: boolean;
  /** As a superuser sees it, whom no rule binds. */
  hasRows: boolean;
}

describe('row-level security', () => {
  let system: TestSystem;
  const pools = new Map<string, Knex>();
  const tables = new Map<string, Table[]>();

  before(async () => {
    system = await startSystem({ demo: { cases: 200, leads: 80 }, parts: [] });
    for (const part of AGENCY_PARTS) {
      pools.set(part, connectForRequests(system.databaseUrls[part] as string, 2));
      tables.set(part, await tablesOf(new URL(system.databaseUrls[part] as string).pathname.slice(1)));
    }
    const filled = AGENCY_PARTS.filter((part) => records(part).filter(({ hasRows }) => hasRows).length > 2);
    assert.ok(filled.length > 5, 'the demonstration fills the tables of every agency that it knows');
  });
  after(async () => {
    await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    await system.stop();
  });

  async function tablesOf(database: string): Promise<Table[]> {
    const admin = await connectAsSuperuser(database);
    try {
      const { rows } = await admin.query<Omit<Table, 'hasRows'>>(
        `select relname as name, relrowsecurity as "isProtected", relforcerowsecurity as "isForced",
           exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'region_code') as "hasRegion",
           exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'case_id') as "hasCase",
           exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'sealed_for') as "isMarked"
         from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`,
      );
      const found: Table[] = [];
      for (const table of rows) {
        const { rowCount } = await admin.query(`select from ${table.name} limit 1`);
        found.push({ ...table, hasRows: rowCount === 1 });
      }
      return found;
    } finally {
      await admin.end();
    }
  }
  const pool = (part: string) => pools.get(part) as Knex;
  const agencyOf = (part: string) => (part === 'exchange' ? 'HUB' : part.toUpperCase().replaceAll('-', '_'));
  const isOpen = (part: string, name: string) => Boolean(OPEN.every?.[name] ?? OPEN[part]?.[name]);
  const records = (part: string) => (tables.get(part) ?? []).filter(({ name }) => !isOpen(part, name));
  /** As a request does its statements: its scope is entered once it is known who asks. */
  const asking = <T>(scope: RowScope | null, work: () => PromiseLike<T>): Promise<T> =>
    runTraced('test', async () => {
      if (scope) enterScope(scope);
      return await work();
    });
  const regionsIn = (part: string, name: string, scope: RowScope): Promise<string[]> =>
    asking(scope, () => pool(part)(name).distinct('region_code').pluck('region_code'));

  for (const part of AGENCY_PARTS) {
    it(`protects every table of ${part} that holds records, from its owner as well`, () => {
      assert.ok(records(part).length > 2);
      for (const { name, isProtected, isForced } of records(part))
        assert.ok(isProtected && isForced, `${name} is neither protected nor among the exceptions`);
      const names = new Set(tables.get(part)?.map(({ name }) => name));
      const gone = Object.keys(OPEN[part] ?? {}).filter((name) => !names.has(name));
      assert.deepEqual(gone, [], 'exceptions are tables that there are');
    });

    it(`seals every record of ${part} with its case`, () => {
      for (const { name, hasCase, isMarked } of tables.get(part) ?? [])
        assert.ok(!hasCase || isMarked || NOT_SEALED[name], `${name} is neither sealed with its case nor an exception`);
    });

    it(`shows no row of ${part} to whoever has no scope, an empty one, or half of one`, async () => {
      const scopes = [null, { region: '', agency: '' }, { region: '', agency: agencyOf(part) }];
      let whole = 0;
      for (const { name } of records(part)) {
        for (const scope of scopes) {
          const seen = await asking(scope, () => pool(part)(name).limit(1));
          assert.equal(seen.length, 0, `${name} with ${JSON.stringify(scope)}`);
        }
        whole += (await asking({ region: '/', agency: 'SYSTEM' }, () => pool(part)(name).limit(1))).length;
      }
      // An agency without demonstration data has none.
      assert.equal(whole, records(part).filter(({ hasRows }) => hasRows).length, 'what there is can be seen');
    });

    it(`shows of ${part} only what is within the scope, with no condition at all in the statement`, async () => {
      const agency = agencyOf(part);
      let seen = 0;
      for (const { name, hasRegion } of records(part)) {
        if (!hasRegion || name === 'persons') continue;
        const all = await regionsIn(part, name, { region: '/', agency });
        for (const region of [SHENYANG, HEPING, SHENHE]) {
          const expected = all.filter((code) => `/${code}`.startsWith(region)).sort();
          assert.deepEqual((await regionsIn(part, name, { region, agency })).sort(), expected, `${name} in ${region}`);
          seen += expected.length;
        }
      }
      const isFilled = records(part).some(({ hasRegion, hasRows }) => hasRegion && hasRows);
      assert.ok(seen > 10 || !isFilled, 'each scope has something of its own');
    });

    it(`shows of ${part} the parts of a record only where the record is shown`, async () => {
      const agency = agencyOf(part);
      for (const { name, hasRegion } of records(part)) {
        if (hasRegion || name === 'disclosures') continue;
        const count = async (region: string) =>
          Number((await asking({ region, agency }, () => pool(part)(name).count().first()))?.count ?? 0);
        const [whole, city, heping, shenhe] = [
          await count('/'),
          await count(SHENYANG),
          await count(HEPING),
          await count(SHENHE),
        ];
        assert.ok(whole >= city && city >= heping + shenhe, `${name}: ${whole}, ${city}, ${heping}, ${shenhe}`);
        if (whole > 20) assert.ok(city > heping, `${name}: ${city}, ${heping}`);
      }
    });
  }

  it('keeps the trail from everybody’s statements but the system’s own', async () => {
    for (const part of AGENCY_PARTS) {
      const db = pool(part);
      await runInScope({ region: '/', agency: 'SYSTEM' }, () => db.raw(FIRST_DISCLOSURE));
      assert.equal((await asking({ region: '/', agency: 'SYSTEM' }, () => db('disclosures'))).length, 1, part);
      assert.equal((await asking({ region: '/', agency: agencyOf(part) }, () => db('disclosures'))).length, 0, part);
    }
  });

  it('has a town below its county, and no region below one whose code only begins alike', async () => {
    const db = pool('police');
    const insert = (region: string, serial: string) =>
      db.raw(
        `insert into incidents select gen_random_uuid(), 'J210102000000' || '20260101' || ?, kind, category, status, ?, unit_code, now()
         from incidents limit 1`,
        [serial, region],
      );
    await runInScope({ region: '/', agency: 'SYSTEM' }, async () => {
      await insert('210102001', '9001');
      await insert('210102001003', '9002');
    });
    const sees = async (region: string) =>
      (await asking({ region, agency: 'POLICE' }, () =>
        db('incidents').whereLike('number', '%2026010190%').orderBy('number').pluck('region_code'),
      )) as string[];
    assert.deepEqual(await sees(HEPING), ['210102001', '210102001003'], 'the county');
    assert.deepEqual(await sees('/210102001'), ['210102001', '210102001003'], 'the town');
    assert.deepEqual(await sees('/210102001003'), ['210102001003'], 'the village');
    for (const elsewhere of ['/210102002', '/2101020010', SHENHE, '/2102', '/102001', '210102', '%', '/2_'])
      assert.deepEqual(
        (await sees(elsewhere)).filter((code) => !code.startsWith(elsewhere.slice(1)) || elsewhere === '210102'),
        [],
        elsewhere,
      );
  });

  describe('on a connection that others have used', () => {
    const HERE = { region: HEPING, agency: 'POLICE' };
    const THERE = { region: SHENHE, agency: 'POLICE' };
    let single: Knex;
    before(() => {
      single = connectForRequests(system.databaseUrls.police as string, 1);
    });
    after(() => single.destroy());
    const regions = (tx: Knex = single) => tx('police_cases').distinct('region_code').pluck('region_code');

    it('nothing is inherited from whoever had it before', async () => {
      assert.deepEqual(await asking(HERE, () => regions()), ['210102']);
      assert.deepEqual(await asking(null, () => regions()), []);
      assert.deepEqual(await asking(THERE, () => regions()), ['210103']);
    });

    it('nothing is inherited from a transaction that was rolled back, in whole or to a savepoint', async () => {
      const rolledBack = asking(HERE, () =>
        single.transaction(async (tx) => {
          assert.deepEqual(await regions(tx), ['210102']);
          await runInScope(THERE, () => regions(tx));
          throw new Error('rolled back');
        }),
      );
      await assert.rejects(rolledBack, /rolled back/);
      assert.deepEqual(await asking(THERE, () => regions()), ['210103']);
      assert.deepEqual(await asking(null, () => regions()), []);
      const inner = await asking(HERE, () =>
        single.transaction(async (tx) => {
          await tx
            .transaction(async (nested) => {
              await runInScope(THERE, () => regions(nested));
              throw new Error('to the savepoint');
            })
            .catch(() => undefined);
          return runInScope(THERE, () => regions(tx));
        }),
      );
      assert.deepEqual(inner, ['210103']);
    });

    it('nothing is inherited from a transaction whose commit failed, or was none', async () => {
      // Told within the transaction, THERE is taken back with it, and the connection would believe that it still holds.
      const swallowed = asking(HERE, () =>
        single.transaction(async (tx) => {
          await regions(tx);
          await runInScope(THERE, () => regions(tx));
          await runInScope(THERE, () => tx.raw('select 1 / 0')).catch(() => undefined);
        }),
      );
      await swallowed.catch(() => undefined);
      assert.deepEqual(await asking(THERE, () => regions()), ['210103'], 'a commit after a failed statement');
      const admin = await connectAsSuperuser(new URL(system.databaseUrls.police as string).pathname.slice(1));
      try {
        await admin.query(
          'alter table inbox add constraint fails_at_commit unique (received_at) deferrable initially deferred',
        );
        const failing = asking(HERE, () =>
          single.transaction(async (tx) => {
            await regions(tx);
            enterScope(THERE);
            await regions(tx);
            await tx.raw("insert into inbox select gen_random_uuid(), 'epoch' from generate_series(1, 2)");
          }),
        );
        await assert.rejects(failing, /fails_at_commit/);
        assert.deepEqual(await asking(THERE, () => regions()), ['210103'], 'a commit that failed');
      } finally {
        await admin.query('alter table inbox drop constraint fails_at_commit');
        await admin.end();
      }
    });

    it('a statement that was prepared for one scope gives each its own rows, and is planned once', async () => {
      const byId = (scope: RowScope): Promise<string[]> =>
        asking(scope, () =>
          prepared(single('police_cases').whereNot({ id: randomUUID() }).distinct('region_code').pluck('region_code')),
        );
      for (let time = 0; time < 8; time += 1) {
        assert.deepEqual(await byId(HERE), ['210102']);
        assert.deepEqual(await byId(THERE), ['210103']);
        assert.deepEqual(await asking(HERE, () => regions()), ['210102'], 'and what is not prepared');
      }
      const plans = await asking(HERE, () =>
        single.raw('select generic_plans::int, custom_plans::int from pg_prepared_statements where statement like ?', [
          '%distinct "region_code"%',
        ]),
      );
      assert.deepEqual(plans.rows, [{ genericPlans: 16, customPlans: 0 }]);
      const [{ planCacheMode: mode }] = (await asking(HERE, () => single.raw('show plan_cache_mode'))).rows;
      assert.equal(mode, 'auto', 'what is not prepared is planned for its values');
    });

    it('a prepared statement says for which request it runs, as the connection’s application', async () => {
      await runTraced('prepared-1', async () => prepared(single('police_cases').where({ id: randomUUID() })));
      const admin = await connectAsSuperuser();
      try {
        const { rowCount } = await admin.query(
          "select from pg_stat_activity where application_name = 'casegraph prepared-1' and query like '%police_cases%'",
        );
        assert.equal(rowCount, 1);
      } finally {
        await admin.end();
      }
    });

    it('a statement whose columns a migration changes is prepared anew', async () => {
      const admin = await connectAsSuperuser(new URL(system.databaseUrls.police as string).pathname.slice(1));
      const natures = () => asking(HERE, () => prepared(single('case_natures').whereNot({ code: '' }).limit(1)));
      try {
        await natures();
        await admin.query('alter table case_natures add column remark text');
        const [first] = await natures();
        assert.equal(first.remark, null, 'outside of a transaction nobody notices');
        await admin.query('alter table case_natures drop column remark');
        const within = asking(HERE, () =>
          single.transaction((tx) => prepared(tx('case_natures').whereNot({ code: '' }).limit(1))),
        );
        await assert.rejects(within, /cached plan/, 'a transaction has to be done again');
        const [again] = await natures();
        assert.ok(!('remark' in again));
      } finally {
        await admin.query('alter table case_natures drop column if exists remark');
        await admin.end();
      }
    });

    it('two regions that ask at the same time never see each other’s rows, however few connections there are', async () => {
      for (const size of [1, 2]) {
        const shared = connectForRequests(system.databaseUrls.police as string, size);
        try {
          const one = async (scope: RowScope, index: number) => {
            const seen: string[] = await asking(scope, () =>
              index % 3 === 0
                ? shared.transaction((tx) => regions(tx))
                : index % 3 === 1
                  ? regions(shared)
                  : prepared(regions(shared).whereNot({ id: randomUUID() })),
            );
            return seen.join() === scope.region.slice(1) ? 'own' : seen.join();
          };
          const answers = await Promise.all(
            Array.from({ length: 1_500 }, (_, index) => one(index % 2 === 0 ? HERE : THERE, index)),
          );
          assert.deepEqual([...new Set(answers)], ['own'], `${size} connections`);
        } finally {
          await shared.destroy();
        }
      }
    });
  });
});

const FIRST_DISCLOSURE = `insert into disclosures values
  (1, now(), 'test', 'test', 'COURTS', 'officer', null, null, 'test', 'Test', '1', null, '{}', '{}', '{}', '', 'x')`;
