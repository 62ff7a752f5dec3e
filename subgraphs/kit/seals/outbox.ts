import type { Knex } from 'knex';
import type { AgencyKeys } from '../crypto/keys.ts';
import { addJob } from '../database/jobs.ts';
import { postMessage } from '../referrals/post.ts';
import { nextSending } from '../referrals/retry.ts';
import type { Logger } from '../server/logger.ts';
import { signSealRequest } from './messages.ts';
import { markRequest, submittedRequest } from './store.ts';

interface Parts {
  agency: string;
  db: Knex;
  keys: AgencyKeys;
  exchangeUrl: string;
  log: Logger;
}

/** Sends one request of the outbox to the exchange. Safe to run twice: the exchange takes each once. */
export async function sendSealRequest({ agency, db, keys, exchangeUrl, log }: Parts, id: string): Promise<void> {
  const submitted = await submittedRequest(db, id);
  if (!submitted) return;
  const { attempts, ...request } = submitted;
  const jws = await signSealRequest(request, agency, keys);
  const answer = await postMessage(`${exchangeUrl}/seals`, { jws }, id);
  const code = answer.body.code ?? `HTTP_${answer.status}`;
  if (answer.status === 202) {
    await markRequest(db, id, { state: 'RELAYED' });
  } else if (answer.status === 422 && answer.body.code) {
    // What was sealed here stays sealed: the operator has to look why the exchange does not know the case.
    await markRequest(db, id, { state: 'REFUSED', lastError: code });
    log.warn({ requestId: id, action: request.action, code }, 'seal refused');
  } else {
    const runAt = nextSending(attempts + 1, new Date());
    await db.transaction(async (tx) => {
      const isWaiting = await markRequest(tx, id, { attempts: attempts + 1, lastError: code });
      if (isWaiting) await addJob(tx, 'send-seal', { requestId: id }, { runAt });
    });
    log.info({ requestId: id, attempts: attempts + 1, code, again: runAt }, 'seal will be sent again');
  }
}
