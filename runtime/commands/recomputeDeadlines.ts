import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { loadReferralRules } from '../../subgraphs/kit/referrals/rules.ts';
import { readConfig } from '../config.ts';
import { startFault } from '../faults.ts';
import { subgraphOptions } from '../parts.ts';

/**
 * npm run deadlines:recompute: computes the deadlines once more that reach into a year whose holidays were not announced,
 * after the package chinese-days was updated. The exchange's worker does the same at each start.
 */
try {
  const db = connectDatabase(subgraphOptions('exchange', readConfig()).databaseUrl, 1);
  try {
    const { recomputeDeadlines } = await import('../../subgraphs/exchange/relay/deadlines/recomputeDeadlines.ts');
    const { computed, moved } = await recomputeDeadlines(db, loadReferralRules());
    console.log(`${computed} provisional deadlines computed, ${moved} of them moved.`);
  } finally {
    await db.destroy();
  }
} catch (error) {
  console.error(startFault('deadlines:recompute', error) ?? error);
  process.exit(1);
}
