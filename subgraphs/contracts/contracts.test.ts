import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createMessageBodies, type MessageContracts } from '../kit/referrals/bodies.ts';
import { loadReferralRules } from '../kit/referrals/rules.ts';
import { contracts } from './index.ts';

const kinds: MessageContracts['kinds'] = contracts.kinds;
const schemaOf = (kind: string, action: string) => kinds[kind]?.[action] ?? contracts.step;
const SAMPLES = new URL('./samples/', import.meta.url);

/** Bodies as the first version of each kind sent them, by kind and action. They are never changed. */
const samples = readdirSync(SAMPLES).flatMap((file) => {
  const bodies: Record<string, Record<string, unknown>> = JSON.parse(readFileSync(new URL(file, SAMPLES), 'utf8'));
  return Object.entries(bodies).map(([action, body]) => ({ kind: file.replace('.json', ''), action, body }));
});

describe('message contracts', () => {
  it('read the bodies that older parts sent', () => {
    for (const { kind, action, body } of samples)
      assert.deepEqual(schemaOf(kind, action).parse(body), body, `${kind} ${action}`);
  });

  it('ignore what a newer sender adds', () => {
    for (const { kind, action, body } of samples)
      assert.deepEqual(schemaOf(kind, action).parse({ ...body, addedLater: 1 }), body, `${kind} ${action}`);
  });

  it('have a sample of every action, and a contract of every kind that is sent', () => {
    const sampled = samples.map(({ kind, action }) => `${kind} ${action}`);
    const actions = Object.entries(kinds).flatMap(([kind, schemas]) =>
      Object.keys(schemas).map((action) => `${kind} ${action}`),
    );
    assert.deepEqual(
      actions.filter((action) => !sampled.includes(action)),
      [],
    );
    const sent = loadReferralRules().kinds.filter(({ operations }) => operations.SEND);
    assert.deepEqual(
      sent.map(({ code }) => code).filter((code) => !kinds[code]?.SEND),
      [],
    );
  });

  it('refuse a body at the sender that does not fit, naming its fields and not their values', () => {
    const bodies = createMessageBodies(contracts);
    const body = { aided: true, amount: 12_345, feedback: '已发放。' };
    const refused = (faulty: unknown, action = 'CONCLUDE') => {
      try {
        bodies.check('JUDICIAL_AID_LEAD', action, faulty);
      } catch (error) {
        return error instanceof Error ? error.message : 'not an error';
      }
      return 'taken';
    };
    assert.equal(refused({ ...body, amount: '12345.00' }), 'taken');
    assert.match(refused(body), /amount invalid_type/);
    assert.doesNotMatch(refused(body), /12345|已发放/);
    assert.match(refused({ ...body, amount: null, unknown: 1 }), /unrecognized_keys/);
    assert.match(refused({ data: 1 }, 'ACKNOWLEDGE'), /unrecognized_keys/);
  });
});
