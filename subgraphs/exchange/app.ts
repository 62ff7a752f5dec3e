import { loadAgencyKeys } from '../kit/crypto/keys.ts';
import { connectDatabase } from '../kit/database.ts';
import { createLogger } from '../kit/logger.ts';
import { HUB } from '../kit/referrals/relayStamp.ts';
import { loadReferralRules } from '../kit/referrals/rules.ts';
import { createSubgraphSchema } from '../kit/schema.ts';
import { createServer } from '../kit/server.ts';
import type { SubgraphApp, SubgraphOptions } from '../kit/subgraph.ts';
import type { Context } from './context.ts';
import { createIntake } from './relay/intake.ts';
import { resolvers } from './resolvers/index.ts';
import { relayRoutes } from './routes.ts';
import { createStore } from './store/index.ts';

/** The exchange's server, assembled and not listening: its graph, and the door at which agencies hand in envelopes. */
export async function createExchangeApp(options: SubgraphOptions): Promise<SubgraphApp> {
  const log = createLogger('exchange', options.logLevel);
  const keys = await loadAgencyKeys(options.keysFolder, HUB);
  const rules = loadReferralRules();
  const db = connectDatabase(options.databaseUrl, 16);
  const app = await createServer<Context>({
    agency: HUB,
    schema: createSubgraphSchema('exchange', resolvers),
    contextKey: keys.contextKey,
    production: options.production,
    serverFactory: options.serverFactory,
    db,
    log,
    contextFor: (viewer, requestId) => ({
      viewer,
      requestId,
      db,
      rules,
      personTokens: keys.personTokens,
      store: createStore(db, viewer),
    }),
  });
  await app.register(relayRoutes, { intake: createIntake({ db, keys, rules, log }), db, keys });
  return {
    app,
    db,
    async close() {
      await app.close();
      await db.destroy();
    },
  };
}
