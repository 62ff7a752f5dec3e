import { createDisclosureLog, NO_TRAIL } from '../kit/audit/disclosures.ts';
import { personReaders } from '../kit/audit/personReaders.ts';
import { loadAgencyKeys } from '../kit/crypto/keys.ts';
import { connectBare, connectDatabase, connectForRequests, connectTrail } from '../kit/database.ts';
import { createFeed } from '../kit/feed/feed.ts';
import { createLogger } from '../kit/logger.ts';
import { HUB } from '../kit/referrals/relayStamp.ts';
import { loadReferralRules } from '../kit/referrals/rules.ts';
import { createSubgraphSchema } from '../kit/schema.ts';
import { createServer } from '../kit/server.ts';
import { SharingSession } from '../kit/sharing/session.ts';
import { createWindows } from '../kit/sharing/windows.ts';
import type { SubgraphApp, SubgraphOptions } from '../kit/subgraph.ts';
import { about } from './about.ts';
import type { Context } from './context.ts';
import { createIntake } from './relay/intake.ts';
import { countRefusals } from './relay/refusalMetrics.ts';
import { createUnsignedCount } from './relay/unsignedCount.ts';
import { windowOf } from './relay/window.ts';
import { resolvers } from './resolvers/index.ts';
import { relayRoutes } from './routes.ts';
import { createStore } from './store/index.ts';
import { createRefusedEnvelopes } from './store/refusedEnvelopes.ts';

/** The exchange's server, assembled and not listening: its graph, and the door at which agencies hand in envelopes. */
export async function createExchangeApp(options: SubgraphOptions): Promise<SubgraphApp> {
  const log = createLogger('exchange', options.logLevel);
  const keys = await loadAgencyKeys(options.keysFolder, HUB);
  const rules = loadReferralRules();
  const bare = options.bare === true;
  const db = (bare ? connectBare : connectForRequests)(options.databaseUrl);
  // What agencies send sees all rows: on connections of its own, none has to be told another scope in between.
  const relay = connectDatabase(options.databaseUrl, 16);
  const trail = connectTrail(options.databaseUrl);
  const disclosures = bare ? NO_TRAIL : createDisclosureLog(trail, keys);
  const windows = createWindows((referral, reader) => windowOf(db, rules, referral, reader));
  const feed = createFeed({
    name: 'ledger',
    newest: 'select seq from ledger_head',
    databaseUrl: options.databaseUrl,
    log,
  });
  const { app, whoAsks, metrics } = await createServer<Context>({
    agency: HUB,
    schema: createSubgraphSchema<Context>(
      'exchange',
      { ...resolvers, PersonReaders: personReaders('hub', HUB) },
      bare ? null : about,
    ),
    contextKey: keys.contextKey,
    knowsAgency: (code) => keys.knowsAgency(code),
    production: options.production,
    serverFactory: options.serverFactory,
    tracing: options.tracing,
    metrics: options.metrics,
    db,
    feed,
    log,
    contextFor: ({ viewer, requestId, ...named }) => ({
      viewer,
      requestId,
      sharing: new SharingSession({
        owner: HUB,
        viewer,
        ...named,
        requestId,
        windows,
        disclosures,
        // Its register holds nothing personal; what names persons is shared conditionally.
        tracesConditionalOnly: true,
      }),
      db,
      feed,
      rules,
      inputDigest: keys.inputDigest,
      store: createStore(db, viewer),
      // The gateway would ask by itself, and other agencies after it.
      word: named.referral !== null && !named.word ? windows.anew(named.referral, viewer) : undefined,
    }),
  });
  const stored = createRefusedEnvelopes(relay);
  const unsigned = createUnsignedCount(stored, log);
  const intake = createIntake({ db: relay, keys, rules, refused: stored, unsigned, log });
  await app.register(relayRoutes, {
    intake: metrics ? countRefusals(intake, metrics) : intake,
    db: relay,
    readers: db,
    keys,
    rules,
    log,
    whoAsks,
    disclosures,
  });
  return {
    app,
    db,
    async close() {
      await app.close();
      await unsigned.close();
      await Promise.all([db.destroy(), relay.destroy(), trail.end()]);
    },
  };
}
