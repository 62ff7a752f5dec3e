import type { Knex } from 'knex';
import type { AgencyKeys } from '../../kit/crypto/keys.ts';
import { addJob } from '../../kit/database/jobs.ts';
import { postMessage } from '../../kit/referrals/post.ts';
import { signStamp } from '../../kit/referrals/relayStamp.ts';
import { nextAttempt } from '../../kit/referrals/retry.ts';
import type { Logger } from '../../kit/server/logger.ts';
import type { DeliveryRow, LedgerRow } from '../generated/rows.ts';

export interface Deliverer {
  /** Hands an envelope of the ledger to its receiver. Safe to run twice: the receiver applies it once. */
  deliver(envelopeId: string, to: string): Promise<void>;
}

type Waiting = Pick<LedgerRow, 'jws' | 'hash' | 'seq'> & Pick<DeliveryRow, 'jwe' | 'attempts'>;

interface Parts {
  db: Knex;
  keys: AgencyKeys;
  log: Logger;
  agencyUrls: Readonly<Record<string, string>>;
}

export function createDeliverer({ db, keys, log, agencyUrls }: Parts): Deliverer {
  return {
    async deliver(envelopeId, to) {
      const waiting: Waiting | undefined = await db('deliveries')
        .join('ledger', 'ledger.envelopeId', 'deliveries.envelopeId')
        .where({ 'deliveries.envelopeId': envelopeId, 'deliveries.toAgency': to, 'deliveries.state': 'RELAYED' })
        .first('ledger.jws', 'deliveries.jwe', 'ledger.hash', 'ledger.seq', 'deliveries.attempts');
      if (!waiting) return;
      const answer = await send(waiting);
      if (answer.status === 200) {
        await finish('DELIVERED', { jwe: null });
      } else if (answer.status === 422) {
        await finish('UNDELIVERABLE', { lastError: answer.body.code ?? 'REFUSED' });
        log.warn({ envelopeId, to, code: answer.body.code }, 'delivery refused');
      } else {
        await retryLater(waiting.attempts + 1, answer.body.code ?? `HTTP_${answer.status}`);
      }

      async function send({ jws, jwe, hash, seq }: Waiting) {
        const url = agencyUrls[to];
        if (!url) return { status: 422, body: { code: 'NOT_CONNECTED' } };
        const stamp = await signStamp({ envelope: envelopeId, to, sequence: seq, hash }, keys);
        return postMessage(`${url}/inbox`, { jws, jwe, stamp }, envelopeId);
      }
      /** The delivery, as long as no other run of the same job has finished it. */
      function unfinished(tx: Knex) {
        return tx('deliveries').where({ envelopeId, toAgency: to, state: 'RELAYED' });
      }
      async function finish(state: string, more: object) {
        await unfinished(db).update({ state, finishedAt: new Date(), ...more });
      }
      async function retryLater(attempts: number, code: string) {
        const runAt = nextAttempt(attempts, new Date());
        if (!runAt) {
          await finish('UNDELIVERABLE', { attempts, lastError: code });
          log.warn({ envelopeId, to, attempts, code }, 'delivery given up');
          return;
        }
        await db.transaction(async (tx) => {
          const waiting = await unfinished(tx).update({ attempts, lastError: code });
          if (waiting > 0) await addJob(tx, 'deliver', { envelopeId, to }, { runAt });
        });
      }
    },
  };
}
