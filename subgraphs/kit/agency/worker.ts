import { RETENTION_CRONTAB, retainDisclosures } from '../audit/retention.ts';
import { loadAgencyKeys } from '../crypto/keys.ts';
import { connectDatabase } from '../database/database.ts';
import { addJob } from '../database/jobs.ts';
import { type RunningWorker, startWorker } from '../database/worker.ts';
import type { SubgraphDefinition } from '../definition.ts';
import { createMessageBodies } from '../referrals/bodies.ts';
import { withdrawOrphans } from '../referrals/orphans.ts';
import { createOutbox } from '../referrals/outbox.ts';
import { loadReferralRules } from '../referrals/rules.ts';
import { createReferralSides } from '../referrals/sides.ts';
import { sendSealRequest } from '../seals/outbox.ts';
import { createLogger } from '../server/logger.ts';
import type { SubgraphOptions } from '../server/options.ts';
import { undoRefused } from './undoRefused.ts';

/** Jobs at once per agency: sending is waiting for the exchange's answer, which adds entries to its ledger one by one. */
export const SEND_CONCURRENCY = 8;

/** Each hour: a withdrawal that lost to a step of the receiver is sent again. */
const ORPHANS_CRONTAB = '23 * * * * withdraw-orphans';

/** The agency's jobs: messages to send, seals to tell, and the retention of its audit trail. */
export async function startAgencyWorker<Store>(
  definition: SubgraphDefinition<Store>,
  options: SubgraphOptions,
): Promise<RunningWorker> {
  const part = `worker:${definition.agency}`;
  const log = createLogger(part, options.logLevel);
  const keys = await loadAgencyKeys(options.keysFolder, definition.agency);
  const rules = loadReferralRules();
  const db = connectDatabase(options.databaseUrl);
  const sides = createReferralSides(definition.agency, keys, rules, createMessageBodies(definition.contracts));
  const outbox = createOutbox({ db, exchangeUrl: options.exchangeUrl, log, rules, refused: undoRefused(definition) });
  const worker = startWorker({
    databaseUrl: options.databaseUrl,
    db,
    concurrency: SEND_CONCURRENCY,
    log,
    crontab: `${RETENTION_CRONTAB}\n${ORPHANS_CRONTAB}`,
    tasks: {
      'send-envelope': async (payload) => outbox.send((payload as { envelopeId: string }).envelopeId),
      'withdraw-orphans': async () => {
        const withdrawn = await withdrawOrphans(db, rules, sides);
        if (withdrawn > 0) log.info({ withdrawn }, 'orphaned referrals withdrawn');
      },
      'send-seal': (payload) =>
        sendSealRequest(
          { agency: definition.agency, db, keys, exchangeUrl: options.exchangeUrl, log },
          (payload as { requestId: string }).requestId,
        ),
      'retain-disclosures': async () => {
        const removed = await retainDisclosures(db, keys, new Date());
        if (removed > 0) log.info({ removed }, 'old disclosures removed by the rule of retention');
      },
    },
  });
  // A database that is away now is asked again by the clock.
  await addJob(db, 'withdraw-orphans', {}, { key: 'withdraw-orphans' }).catch(() => undefined);
  return {
    async stop() {
      await worker.stop();
      await db.destroy();
    },
  };
}
