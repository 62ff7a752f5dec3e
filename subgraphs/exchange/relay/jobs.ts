import { loadAgencyKeys } from '../../kit/crypto/keys.ts';
import { connectDatabase } from '../../kit/database/database.ts';
import { addJob } from '../../kit/database/jobs.ts';
import { type RunningWorker, startWorker } from '../../kit/database/worker.ts';
import { HUB } from '../../kit/exchange/hub.ts';
import { loadReferralRules } from '../../kit/referrals/rules.ts';
import { createLogger } from '../../kit/server/logger.ts';
import type { SubgraphOptions } from '../../kit/subgraph.ts';
import { createNotices } from './deadlines/notices.ts';
import { recomputeDeadlines } from './deadlines/recomputeDeadlines.ts';
import { createDeliverer } from './deliver.ts';
import { deliverSealNotice, tellNewcomers } from './seals.ts';

/** Deliveries at once: more than an agency's senders, since one slow receiver must not hold up the others. */
const CONCURRENCY = 16;

/** The exchange's jobs: deliveries, and what happens when a deadline passes. */
export async function startExchangeWorker(options: SubgraphOptions): Promise<RunningWorker> {
  const log = createLogger('worker:exchange', options.logLevel);
  const keys = await loadAgencyKeys(options.keysFolder, HUB);
  const rules = loadReferralRules();
  const db = connectDatabase(options.databaseUrl, CONCURRENCY);
  const deliverer = createDeliverer({ db, keys, log, agencyUrls: options.agencyUrls });
  const notices = createNotices({ db, keys, rules, log });
  // A newer calendar or other rules may have come with this start.
  await addJob(db, 'recompute-deadlines', {}, { key: 'recompute-deadlines' });
  await tellNewcomers(db);
  const worker = startWorker({
    databaseUrl: options.databaseUrl,
    db,
    concurrency: CONCURRENCY,
    log,
    tasks: {
      deliver: async (payload) => {
        const { envelopeId, to } = payload as { envelopeId: string; to: string };
        await deliverer.deliver(envelopeId, to);
      },
      deadline: async (payload) => {
        const { referralId, step } = payload as { referralId: string; step: 'ACCEPT' | 'FINISH' };
        await notices.escalate(referralId, step);
      },
      'recompute-deadlines': async () => {
        const { computed, moved } = await recomputeDeadlines(db, rules);
        if (computed > 0) log.info({ computed, moved }, 'provisional deadlines computed again');
      },
      'deliver-seal': (payload) =>
        deliverSealNotice(
          { db, keys, log, agencyUrls: options.agencyUrls },
          (payload as { noticeId: string }).noticeId,
        ),
      expire: async (payload) => notices.expire((payload as { referralId: string }).referralId),
    },
  });
  return {
    async stop() {
      await worker.stop();
      await db.destroy();
    },
  };
}
