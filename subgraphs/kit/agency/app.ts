import type { FastifyInstance } from 'fastify';
import type { Knex } from 'knex';
import { personReaders } from '../audit/personReaders.ts';
import { SYSTEM_SCOPE } from '../database/rowScope.ts';
import { type CasesOfPerson, type Context, partName, type SubgraphDefinition } from '../definition.ts';
import { createExchangeClient } from '../exchange/client.ts';
import { loadByKey } from '../loaders.ts';
import { createMessageBodies } from '../referrals/bodies.ts';
import type { Envelope } from '../referrals/envelope.ts';
import { createInbox } from '../referrals/inbox.ts';
import { stepMutation } from '../referrals/permitted.ts';
import { referralResolvers } from '../referrals/resolvers.ts';
import { toSide } from '../referrals/side.ts';
import { createReferralSides } from '../referrals/sides.ts';
import { createReferralSteps } from '../referrals/steps.ts';
import { createWithdrawalRequests } from '../referrals/withdrawalRequests.ts';
import { mergeResolvers } from '../schema/mergeResolvers.ts';
import { verifySealNotice } from '../seals/messages.ts';
import { sealMutations } from '../seals/mutations.ts';
import { applyNotice } from '../seals/store.ts';
import { assembleApp, type ServerResources } from '../server/assemble.ts';
import type { SubgraphApp, SubgraphOptions } from '../server/options.ts';
import { runInScope } from '../server/requestState.ts';
import { COMMON_SUBJECTS } from '../sharing/subjects.ts';
import type { Viewer } from '../viewer.ts';
import { readableBy } from '../visibility.ts';
import { undoRefused } from './undoRefused.ts';

/** The server of an agency, assembled and not listening: its graph, and the inbox of messages from the exchange. */
export function createAgencyApp<Store>(
  definition: SubgraphDefinition<Store>,
  options: SubgraphOptions,
): Promise<SubgraphApp> {
  const { agency, capabilities, seals } = definition;
  const name = partName(agency);
  const feedName = definition.followed ?? '';
  const clientOf = ({ keys }: Pick<ServerResources, 'keys'>) => createExchangeClient(options.exchangeUrl, agency, keys);
  return assembleApp<Context<Store>>(
    {
      agency,
      name,
      part: agency,
      followed: { name: feedName, newest: `select position from feed_heads where feed = '${feedName}'` },
      grantOf: (resources) => {
        const exchange = clientOf(resources);
        return (referral, reader) => exchange.grantOf(referral, reader);
      },
      about: Object.assign({}, COMMON_SUBJECTS, ...capabilities.map(({ about }) => about)),
      resolvers: ({ rules }) => {
        const steps = createReferralSteps<Store>(agency, rules, definition.steps ?? {});
        return mergeResolvers([
          ...capabilities.map(({ resolvers }) => resolvers),
          { Mutation: { [stepMutation(agency)]: steps.step } },
          ...(seals === undefined ? [] : [{ Mutation: sealMutations(agency, seals) }]),
          referralResolvers(agency, steps),
          { PersonReaders: personReaders(name, agency, casesOfPerson(capabilities)) },
        ]);
      },
      contextFor: (resources) => contextOf(definition, options, resources, clientOf(resources)),
      routes: async (app, resources) => {
        inboxRoutes(app, definition, resources);
        return async () => undefined;
      },
    },
    options,
  );
}

/** Makes what resolvers see, anew for each request. */
function contextOf<Store>(
  { agency, contracts, createStore }: SubgraphDefinition<Store>,
  { lookUpsPerDay }: SubgraphOptions,
  { db, feed, keys, rules }: ServerResources,
  exchange: Context<Store>['exchange'],
) {
  const shared = { db, cipher: keys.fieldCipher, personTokens: keys.personTokens };
  const referrals = createReferralSides(agency, keys, rules, createMessageBodies(contracts));
  return (base: Pick<Context<Store>, 'viewer' | 'requestId' | 'sharing'>): Context<Store> => {
    const read = () => ({
      sides: loadByKey(db, () => sidesSeenBy(base.viewer, db, agency), 'id', 'uuid', toSide),
      withdrawalRequests: createWithdrawalRequests(db),
      store: createStore({ ...shared, viewer: base.viewer }),
    });
    const context: Context<Store> = {
      ...shared,
      ...base,
      feed,
      rules,
      exchange,
      knowsAgency: (code) => keys.knowsAgency(code),
      referrals,
      inputDigest: keys.inputDigest,
      lookUpsPerDay,
      ...read(),
      renew: () => void Object.assign(context, read()),
    };
    return context;
  };
}

/** Cases of a person by all capabilities; one statement each. */
function casesOfPerson(capabilities: readonly { casesOfPerson?: CasesOfPerson }[]): CasesOfPerson {
  const parts = capabilities.flatMap((capability) => capability.casesOfPerson ?? []);
  return async (db, token) => {
    const found = await Promise.all(parts.map((part) => part(db, token)));
    return [...new Set(found.flat())];
  };
}

const DELIVERY_SHAPE = {
  type: 'object',
  required: ['jws', 'jwe', 'stamp'],
  properties: { jws: { type: 'string' }, jwe: { type: 'string' }, stamp: { type: 'string' } },
};

const SEAL_SHAPE = { type: 'object', required: ['jws'], properties: { jws: { type: 'string' } } };

/** Messages of other agencies and notices of seals, as the exchange delivers them. */
function inboxRoutes<Store>(
  app: FastifyInstance,
  definition: SubgraphDefinition<Store>,
  { log, keys, rules, db }: ServerResources,
): void {
  const { agency, contracts } = definition;
  const inbox = createInbox({
    agency,
    log,
    keys,
    rules,
    db,
    sides: createReferralSides(agency, keys, rules, createMessageBodies(contracts)),
    refused: undoRefused(definition),
    contracts,
    receives: (kind, action) => definition.receives?.[kind]?.[action],
  });
  app.post<{ Body: Envelope & { stamp: string } }>(
    '/inbox',
    { schema: { body: DELIVERY_SHAPE } },
    async (request, reply) => {
      const receipt = await runInScope(SYSTEM_SCOPE, () => inbox.receive(request.body));
      return reply.code(receipt.status).send({ code: receipt.code });
    },
  );
  app.post<{ Body: { jws: string } }>('/seals', { schema: { body: SEAL_SHAPE } }, async (request, reply) => {
    const notice = await verifySealNotice(request.body.jws, keys);
    if (notice?.to !== agency) return reply.code(422).send({ code: 'BAD_SIGNATURE' });
    await runInScope(SYSTEM_SCOPE, () => applyNotice(db, notice));
    return reply.code(200).send({});
  });
}

/** The agency's own people see its sides, and the other party's those that it shares; within their region. */
function sidesSeenBy(viewer: Viewer, db: Knex, agency: string): Knex.QueryBuilder {
  const query = readableBy(viewer, db('referrals').select('referrals.*'), 'referrals.regionCode');
  return viewer.agency === agency ? query : query.where('referrals.counterpart', viewer.agency);
}
