import { personReaders } from '../kit/audit/personReaders.ts';
import { connectDatabase } from '../kit/database/database.ts';
import { HUB } from '../kit/exchange/hub.ts';
import { mergeResolvers } from '../kit/schema/mergeResolvers.ts';
import { assembleApp } from '../kit/server/assemble.ts';
import type { SubgraphApp, SubgraphOptions } from '../kit/server/options.ts';
import { COMMON_SUBJECTS } from '../kit/sharing/subjects.ts';
import { agencies } from './agencies/index.ts';
import type { Context } from './context.ts';
import { grantOf } from './referrals/grant.ts';
import { referrals } from './referrals/index.ts';
import { register } from './register/index.ts';
import { relay } from './relay/index.ts';
import { createIntake } from './relay/intake/intake.ts';
import { countRefusals } from './relay/intake/refusalMetrics.ts';
import { createUnsignedCount } from './relay/intake/unsignedCount.ts';
import { relayRoutes } from './relay/routes.ts';
import { createRefusedEnvelopes } from './relay/store/refusedEnvelopes.ts';
import { sharing } from './sharing/index.ts';
import { createStore } from './store.ts';

export const CAPABILITIES = [agencies, register, referrals, relay, sharing];

/** The exchange's server, assembled and not listening: its graph, and the routes by which agencies hand in envelopes. */
export function createExchangeApp(options: SubgraphOptions): Promise<SubgraphApp> {
  return assembleApp<Context>(
    {
      agency: HUB,
      name: 'exchange',
      part: 'exchange',
      followed: { name: 'ledger', newest: 'select seq from ledger_head' },
      grantOf:
        ({ db, rules }) =>
        (referral, reader) =>
          grantOf(db, rules, referral, reader),
      tracesConditionalOnly: true,
      about: Object.assign({}, COMMON_SUBJECTS, ...CAPABILITIES.map(({ about }) => about)),
      resolvers: () =>
        mergeResolvers([
          ...CAPABILITIES.map(({ resolvers }) => resolvers),
          { PersonReaders: personReaders('hub', HUB) },
        ]),
      contextFor:
        ({ db, feed, keys, rules, grants }) =>
        (base, { viewer, referral, grant }) => ({
          ...base,
          db,
          feed,
          rules,
          inputDigest: keys.inputDigest,
          store: createStore(db, viewer),
          // The gateway would ask next, and other agencies after it.
          ownGrant: referral !== null && !grant ? grants.anew(referral, viewer) : undefined,
        }),
      async routes(app, { db, keys, rules, log, disclosures }, { authenticate, metrics }) {
        // What agencies send sees all rows: on connections of its own, none has to be told another scope in between.
        const all = connectDatabase(options.databaseUrl, 16);
        const refused = createRefusedEnvelopes(all);
        const unsigned = createUnsignedCount(refused, log);
        const intake = createIntake({ db: all, keys, rules, refused, unsigned, log });
        await app.register(relayRoutes, {
          intake: metrics ? countRefusals(intake, metrics) : intake,
          db: all,
          readers: db,
          keys,
          rules,
          log,
          authenticate,
          disclosures,
        });
        return async () => {
          await unsigned.close();
          await all.destroy();
        };
      },
    },
    options,
  );
}
