import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Asker } from '../../demo/story/people.ts';
import { type AgencyKeys, loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { signQuestion } from '../../subgraphs/kit/exchange/exchangeRequest.ts';
import {
  type Envelope,
  type EnvelopeHeader,
  sealEnvelope,
  verifyEnvelope,
} from '../../subgraphs/kit/referrals/envelope.ts';
import { signStamp } from '../../subgraphs/kit/referrals/relayStamp.ts';
import { referralOf, referredLead } from '../harness/leads.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

type Delivery = Envelope & { stamp: string };

/** What whoever listens on the wire between exchange and agencies, or has an agency's keys, can do with envelopes and questions. */
describe('an envelope', () => {
  let system: TestSystem;
  let officer: Asker;
  let federation: AgencyKeys;
  let prosecution: AgencyKeys;
  let police: AgencyKeys;
  let hub: AgencyKeys;
  const databases: Record<string, Knex> = {};
  /** The delivery of a lead, as it went over the wire, and the lead's referral. */
  let delivered: Delivery;
  let header: EnvelopeHeader;

  before(async () => {
    system = await startSystem();
    officer = await system.people.as('womens-federation.shenyang.officer');
    const keysOf = (agency: string) => loadAgencyKeys(system.config.keysFolder, agency);
    [federation, prosecution, police, hub] = [
      await keysOf('WOMENS_FEDERATION'),
      await keysOf('PROSECUTORS'),
      await keysOf('POLICE'),
      await keysOf('HUB'),
    ];
    for (const part of ['womens-federation', 'prosecutors', 'police', 'exchange'])
      databases[part] = connectDatabase(system.databaseUrls[part] as string, 2);
    const referral = await referralOf(officer, await referredLead(system, officer));
    const sent = await db('womens-federation')('outgoing_envelopes')
      .where({ referralId: referral, version: 1 })
      .first();
    const entry = await db('exchange')('ledger').where({ envelopeId: sent.id }).first();
    const stamp = await signStamp({ envelope: sent.id, to: 'PROSECUTORS', sequence: entry.seq, hash: entry.hash }, hub);
    delivered = { jws: sent.jws, jwe: sent.jwe, stamp };
    header = await verifyEnvelope(delivered, prosecution);
  });
  after(async () => {
    await Promise.all(Object.values(databases).map((each) => each.destroy()));
    await system.stop();
  });

  const db = (part: string) => databases[part] as Knex;
  const post = async (part: string, path: string, body: string, type = 'application/json') => {
    const response = await fetch(`${system.config.urls[part]}${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const deliver = (part: string, delivery: object) => post(part, '/inbox', JSON.stringify(delivery));
  /** All that an inbox can change at an agency. */
  const rowsOf = async (part: string) => {
    const tables = [
      'inbox',
      'referrals',
      'referral_events',
      'outgoing_envelopes',
      ...(part === 'prosecutors' ? ['received_leads'] : []),
    ];
    return JSON.stringify(await Promise.all(tables.map((table) => db(part)(table).orderBy(1))));
  };
  async function refused(part: string, delivery: object, status: number, code: string, what: string) {
    const before = await rowsOf(part);
    const answer = await deliver(part, delivery);
    assert.deepEqual([answer.status, answer.body.code], [status, code], what);
    assert.ok((await rowsOf(part)) === before, `${what}: nothing is changed`);
  }
  const later = (changes: Partial<EnvelopeHeader>): Omit<EnvelopeHeader, 'bodyDigest'> => {
    const { bodyDigest: _, ...first } = header;
    return { ...first, id: uuidv7(), at: new Date().toISOString(), ...changes };
  };
  const stampFor = (envelope: string, to: string) => signStamp({ envelope, to, sequence: 1, hash: '0' }, hub);

  it('that comes to its receiver once more is applied no second time', async () => {
    const before = await rowsOf('prosecutors');
    const answers = await Promise.all([1, 2, 3].map(() => deliver('prosecutors', delivered)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.ok((await rowsOf('prosecutors')) === before);
  });

  it('is applied nowhere but at its receiver', async () => {
    await refused('police', delivered, 422, 'NOT_RELAYED', 'another agency, as it was');
    const misled = { ...delivered, stamp: await stampFor(header.id, 'POLICE') };
    await refused('police', misled, 422, 'WRONG_RECEIVER', 'another agency, the exchange’s own mistake');
    await refused('womens-federation', delivered, 422, 'NOT_RELAYED', 'its sender');
  });

  it('is not applied without the exchange’s word that it stands in the ledger', async () => {
    const fresh = later({ referral: uuidv7(), subject: uuidv7() });
    const envelope = await sealEnvelope(fresh, {}, federation);
    const bySender = await signStamp({ envelope: fresh.id, to: 'PROSECUTORS', sequence: 1, hash: '0' }, federation);
    const renamed = await federation.sign(
      JSON.stringify({ envelope: fresh.id, to: 'PROSECUTORS', sequence: 1, hash: '0' }),
      { kid: 'WOMENS_FEDERATION' },
    );
    const stamps = {
      'of another envelope': delivered.stamp,
      'for another receiver': await stampFor(fresh.id, 'COURTS'),
      'signed by the sender in the hub’s name': bySender,
      'signed by the sender': renamed,
      'that is none': 'x.y.z',
      'that is an envelope': envelope.jws,
    };
    for (const [what, stamp] of Object.entries(stamps))
      await refused('prosecutors', { ...envelope, stamp }, 422, 'NOT_RELAYED', `a stamp ${what}`);
    await refused('prosecutors', envelope, 400, 'BAD_REQUEST', 'no stamp');
  });

  it('is not applied where anything in it was altered on the way', async () => {
    const [protectedHeader, payload, signature] = delivered.jws.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const altered = Buffer.from(JSON.stringify({ ...claims, region: '210103' })).toString('base64url');
    const other = await sealEnvelope(later({}), { other: true }, federation);
    const flipped = `${delivered.jwe.slice(0, -2)}${delivered.jwe.endsWith('AA') ? 'BB' : 'AA'}`;
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'WOMENS_FEDERATION' })).toString('base64url');
    const attempts: Record<string, Partial<Delivery>> = {
      'the header': { jws: `${protectedHeader}.${altered}.${signature}` },
      'the signature': { jws: `${protectedHeader}.${payload}.${other.jws.split('.')[2]}` },
      'the algorithm': { jws: `${none}.${payload}.` },
      'a byte of the body': { jwe: flipped },
      'the whole body': { jwe: other.jwe },
      'the body, by none': { jwe: '' },
    };
    for (const [what, change] of Object.entries(attempts))
      await refused('prosecutors', { ...delivered, ...change }, 422, 'BAD_SIGNATURE', what);
  });

  it('does not put a later step under another case, region, person, record or line than the referral’s', async () => {
    const changes: Partial<EnvelopeHeader>[] = [
      { case: uuidv7() },
      { case: null },
      { region: '210200' },
      { persons: [] },
      { persons: [police.personTokens.of('210102198906139046')] },
      { subject: uuidv7() },
      { parent: uuidv7() },
    ];
    const note = { action: 'NOTE', version: null, note: 'CONSULTED' };
    const entries = async () => (await db('exchange')('ledger').where({ referralId: header.referral })).length;
    const before = await entries();
    for (const change of changes) {
      const envelope = await sealEnvelope(later({ ...note, ...change }), {}, federation);
      const { status, body } = await post('exchange', '/envelopes', JSON.stringify(envelope));
      assert.deepEqual([status, body.code], [422, 'MALFORMED'], Object.keys(change).join());
    }
    assert.equal(await entries(), before);
    const sound = await sealEnvelope(later(note), {}, federation);
    assert.equal((await post('exchange', '/envelopes', JSON.stringify(sound))).status, 202, 'unchanged it is taken');
  });

  it('of a third agency changes no referral of two others', async () => {
    const envelope = await sealEnvelope(
      later({ action: 'NOTE', version: null, note: 'CONSULTED', from: 'POLICE' }),
      {},
      police,
    );
    const { status, body } = await post('exchange', '/envelopes', JSON.stringify(envelope));
    assert.deepEqual([status, body.code], [422, 'NOT_PERMITTED']);
  });

  describe('question to the exchange', () => {
    const ask = async (path: string, jws: string) => post('exchange', path, jws, 'application/jose');
    const grant = (reader: string, region: string) =>
      ({ about: 'GRANT', referral: header.referral, reader, region }) as const;
    const signed = (payload: object, kid: string, keys: AgencyKeys) => keys.sign(JSON.stringify(payload), { kid });

    it('about a grant is answered to the agency whose records are read, for its reader only', async () => {
      const of = async (agency: string, keys: AgencyKeys, reader: string, region: string) =>
        (await ask('/grants', await signQuestion(grant(reader, region), agency, keys))).status;
      assert.equal(await of('POLICE', police, 'PROSECUTORS', '210100'), 200, 'police records for a prosecutor');
      assert.equal(await of('POLICE', police, 'POLICE', '210100'), 404, 'not addressed to the police');
      assert.equal(await of('POLICE', police, 'WOMENS_FEDERATION', '210100'), 404, 'nor to its sender');
      assert.equal(await of('POLICE', police, 'PROSECUTORS', '210103'), 404, 'nor to a sister of its region');
      assert.equal(await of('POLICE', police, 'PROSECUTORS', '210200'), 404, 'nor to another city');
      for (const nobody of ['SYSTEM', 'HUB', '', "' or '1'='1"])
        assert.equal(await of('POLICE', police, nobody, '210100'), 404, nobody);
    });

    it('is not answered to whoever is no agency, asks in another’s name, or says something else', async () => {
      const at = Date.now();
      const question = { ...grant('PROSECUTORS', '210100'), at };
      const attempts = {
        'in another’s name': await signed(question, 'COURTS', police),
        'of nobody': await signed(question, 'TREASURY', police),
        'of a minute ago': await signed({ ...question, at: at - 61_000 }, 'POLICE', police),
        'of the future': await signed({ ...question, at: at + 61_000 }, 'POLICE', police),
        'of no time': await signed(grant('PROSECUTORS', '210100'), 'POLICE', police),
        'of no region': await signed({ ...question, region: undefined }, 'POLICE', police),
        'of a region that is none': await signed({ ...question, region: '21' }, 'POLICE', police),
        'with more in it': await signed({ ...question, agency: 'SYSTEM' }, 'POLICE', police),
        'about something else': await signQuestion(
          { about: 'CASE_NUMBER', number: '1', region: '210100' },
          'POLICE',
          police,
        ),
        'that is an envelope': delivered.jws,
        'that is a stamp': delivered.stamp,
        'that is nothing': 'x',
      };
      assert.equal((await ask('/grants', await signed(question, 'POLICE', police))).status, 200, 'a sound one');
      for (const [what, jws] of Object.entries(attempts)) {
        const { status, body } = await ask('/grants', jws);
        assert.deepEqual([status, body], [401, { code: 'BAD_SIGNATURE' }], what);
      }
      const asGrant = await signed(question, 'POLICE', police);
      assert.equal((await ask('/register/case-by-number', asGrant)).status, 401, 'at the register');
    });

    it('about a case number is answered as far as the asker’s region and seals let it, and else as for none', async () => {
      const { number, regionCode: region } = await db('exchange')('cases').where({ id: header.case }).first();
      const of = async (asked: string, from: string) => {
        const question = { about: 'CASE_NUMBER', number: asked, region: from } as const;
        return ask('/register/case-by-number', await signQuestion(question, 'WOMENS_FEDERATION', federation));
      };
      const unknown = await of('（2023）辽0102刑初99999号', region);
      assert.deepEqual(await of(number, region), { status: 200, body: { caseId: header.case } });
      assert.deepEqual(await of(number, '210103'), unknown, 'of a sister');
      assert.deepEqual(await of(number, '210200'), unknown, 'of another city');
      await db('exchange')('sealed_cases').insert({
        caseId: header.case,
        sealedFor: ['COURTS'],
        sealedAt: new Date(),
      });
      try {
        assert.deepEqual(await of(number, region), unknown, 'sealed');
        const receiver = await ask('/grants', await signQuestion(grant('PROSECUTORS', '210100'), 'POLICE', police));
        assert.equal(receiver.status, 200, 'a referral on it is to its receiver what it was');
      } finally {
        await db('exchange')('sealed_cases').where({ caseId: header.case }).delete();
      }
    });
  });
});
