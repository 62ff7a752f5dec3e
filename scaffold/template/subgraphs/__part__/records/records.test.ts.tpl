import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import * as operations from '../../../schema/generated/operations.ts';
import { inventedIdNumber } from '../../../test/harness/register.ts';
import { startSystem, type TestSystem } from '../../../test/harness/system.ts';
import { loadAgencyKeys } from '../../kit/crypto/keys.ts';
import { seeingAllRows } from '../../kit/database/rowScope.ts';

const PART = '__part__';

describe('a record of __part__', () => {
  let system: TestSystem;
  const id = uuidv7();
  const person = { name: '测试人', idNumber: inventedIdNumber(1) };

  before(async () => {
    system = await startSystem({ parts: ['identity', 'exchange', PART, 'gateway'] });
    const { fieldCipher, personTokens } = await loadAgencyKeys(system.config.keysFolder, '__code__');
    const client = new pg.Client({ connectionString: seeingAllRows(system.databaseUrls[PART] ?? '') });
    await client.connect();
    await client.query("insert into records values ($1, '1号', '2023-11-24', '210102', $2, $3)", [
      id,
      personTokens.of(person.idNumber),
      fieldCipher.seal(person.name),
    ]);
    await client.end();
  });
  after(() => system.stop());

  const read = async (username: string) => {
    const reader = await system.people.as(username);
    const { data, errors = [] } = await reader.answer(operations.__type__RecordDocument, { id });
    const record = data?.__field__Record;
    const codes = errors.map(({ extensions }) => extensions?.code);
    return { number: record?.number, name: record?.personName, isNamed: Boolean(record?.person), codes };
  };

  it('is read whole by the agency itself, and stands in its list', async () => {
    const whole = { number: '1号', name: person.name, isNamed: true, codes: [] };
    assert.deepEqual(await read(`${PART}.shenyang.officer`), whole);
    const officer = await system.people.as(`${PART}.shenyang.officer`);
    const { __field__Records: page } = await officer.ask(operations.__type__RecordsDocument, {});
    assert.deepEqual(
      page?.edges.map(({ node }) => node.id),
      [id],
    );
  });

  it('shows another agency its number, and the person only under a referral', async () => {
    const masked = { number: '1号', name: '测**', isNamed: false, codes: ['REFERRAL_REQUIRED'] };
    assert.deepEqual(await read('police.shenyang.officer'), masked);
    const officer = await system.people.as('police.shenyang.officer');
    const { __field__Records: page } = await officer.ask(operations.__type__RecordsDocument, {});
    assert.deepEqual(page?.edges, []);
  });

  it('is not seen in another city', async () => {
    assert.equal((await read('prosecutors.dalian.prosecutor')).number, undefined);
  });
});
