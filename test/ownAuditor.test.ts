import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDirect, type Direct } from './harness/direct.ts';
import { startSystem, type TestSystem } from './harness/system.ts';

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
