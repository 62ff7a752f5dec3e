import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';
import { createDirect, type Direct } from '../harness/attack/direct.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

/** Lists of an agency's own, which other agencies do not go through. */
const LISTS: Record<string, { agency: string; fields: string[] }> = {
  police: { agency: 'POLICE', fields: ['incidents', 'policeCases'] },
  justice: { agency: 'JUSTICE', fields: ['mediations', 'mediationOrganisations', 'legalAidCases'] },
  courts: { agency: 'COURTS', fields: ['courtCases', 'judicialConfirmations', 'protectionOrders'] },
  prosecutors: { agency: 'PROSECUTORS', fields: ['prosecutionCases', 'aidCases'] },
  'womens-federation': { agency: 'WOMENS_FEDERATION', fields: ['aidLeads'] },
};
/** Records that an id opens to the agency's own people alone. */
const BY_ID: [part: string, list: string, field: string][] = [
  ['police', 'incidents', 'incident'],
  ['police', 'policeCases', 'policeCase'],
  ['justice', 'mediations', 'mediation'],
  ['courts', 'courtCases', 'courtCase'],
];

interface Page {
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean };
}

/** An agency's auditor reads what is shared, and not its own records (schema/permissions.yml). */
describe('an agency’s own auditor', () => {
  let system: TestSystem;
  let direct: Direct;
  before(async () => {
    system = await startSystem({ demo: { cases: 120, leads: 40 } });
    direct = createDirect(system);
  });
  after(() => system.stop());

  const askAs = <Data>(part: string, role: string, query: string, variables = {}) =>
    direct.ask<Data>(part, query, variables, {
      sub: `${part}.shenyang.${role}`,
      username: `${part}.shenyang.${role}`,
      agency: LISTS[part]?.agency,
      roles: [role],
    });
  const count = async (part: string, role: string, list: string, filter = '') => {
    const query = `{ ${list}(first: 5${filter}) { edges { cursor } pageInfo { hasNextPage } } }`;
    const { data } = await askAs<Record<string, Page>>(part, role, query);
    return data?.[list]?.edges.length ?? -1;
  };

  for (const [part, { fields }] of Object.entries(LISTS)) {
    it(`of ${part} goes through none of ${fields.join(', ')}, as its officers do`, async () => {
      for (const list of fields) {
        assert.ok((await count(part, 'officer', list)) > 0, `officers have ${list}`);
        assert.equal(await count(part, 'auditor', list), 0, list);
      }
    });
  }

  it('of the police counts no incidents by what they are about', async () => {
    const filter = ', filter: { kind: [CRIMINAL, PUBLIC_SECURITY, DISPUTE, HELP] }';
    assert.ok((await count('police', 'officer', 'incidents', filter)) > 0);
    assert.equal(await count('police', 'auditor', 'incidents', filter), 0);
  });

  it('sees in the trail of the own agency what was read of records of the own region, and nothing else', async () => {
    const courts = connectDatabase(seeingAllRows(system.databaseUrls.courts as string), 1);
    try {
      const parties = await courts('court_case_parties')
        .join('court_cases', 'court_cases.id', 'court_case_parties.court_case_id')
        .distinctOn('region_code')
        .whereIn('region_code', ['210102', '210103'])
        // A sealed case answers nobody else, so nothing of it was read.
        .whereNull('court_cases.sealed_for')
        .orderBy('region_code')
        .select('region_code', 'person_token', 'case_id');
      assert.equal(parties.length, 2, 'cases of two districts');
      const trials = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Case { trials { number } } } }`;
      const representations = parties.map(({ caseId }) => ({ __typename: 'Case', id: caseId }));
      const prosecutor = { sub: 'reader', username: 'reader', agency: 'PROSECUTORS', roles: ['officer'] };
      await direct.ask('courts', trials, { representations }, prosecutor);

      const readers = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on PersonReaders { courts { recordType subject } } } }`;
      const seenBy = async (agency: string, region: string, token: string) => {
        const { data, errors } = await direct.ask<{
          _entities: ({ courts: { recordType: string }[] | null } | null)[];
        }>(
          'courts',
          readers,
          { representations: [{ __typename: 'PersonReaders', token }] },
          { sub: 'auditor', username: 'auditor', agency, region, roles: ['auditor'] },
        );
        return (
          errors?.[0]?.extensions?.code ?? new Set(data?._entities[0]?.courts?.map(({ recordType }) => recordType))
        );
      };
      const [heping, shenhe] = parties.map(({ personToken }) => personToken as string);
      assert.ok(heping && shenhe);
      const [nothing, cases] = [new Set(), new Set(['CourtCase'])];
      assert.deepEqual(await seenBy('COURTS', '210102', heping), cases);
      assert.deepEqual(await seenBy('COURTS', '210102', shenhe), nothing, 'a sister district');
      assert.deepEqual(await seenBy('COURTS', '210100', shenhe), cases, 'the city above it');
      assert.deepEqual(await seenBy('COURTS', '210200', heping), nothing, 'another city');
      assert.equal(await seenBy('POLICE', '210102', heping), 'NOT_SHARED');
      // What the police's auditor was refused is a row as well: of a person, hence of no region.
      assert.deepEqual(await seenBy('HUB', '000000', heping), new Set(['CourtCase', 'PersonReaders']));
      assert.deepEqual(await seenBy('COURTS', '210100', heping), cases);
    } finally {
      await courts.destroy();
    }
  });

  it('is told of no record by its id', async () => {
    for (const [part, list, field] of BY_ID) {
      const nodes = `{ ${list}(first: 1) { edges { node { id } } } }`;
      const { data } = await askAs<Record<string, { edges: { node: { id: string } }[] }>>(part, 'officer', nodes);
      const id = data?.[list]?.edges[0]?.node.id;
      const one = `query ($id: ID!) { ${field}(id: $id) { id } }`;
      const found = async (role: string) =>
        (await askAs<Record<string, { id: string } | null>>(part, role, one, { id })).data?.[field] ?? null;
      assert.deepEqual(await found('officer'), { id }, field);
      assert.equal(await found('auditor'), null, field);
    }
  });
});
