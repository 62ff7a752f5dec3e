import type { FastifyInstance } from 'fastify';
import type { Knex } from 'knex';
import { createDisclosureLog, type DisclosureLog, NO_TRAIL } from '../audit/disclosures.ts';
import { type AgencyKeys, loadAgencyKeys } from '../crypto/keys.ts';
import { connectBare, connectForRequests, connectTrail } from '../database/database.ts';
import { createFeed, type Feed } from '../events/feed.ts';
import { loadReferralRules, type ReferralRules } from '../referrals/rules.ts';
import { createSubgraphSchema } from '../schema/schema.ts';
import type { Grant } from '../sharing/decide.ts';
import type { About } from '../sharing/enforce.ts';
import { createGrants, type Grants } from '../sharing/grants.ts';
import { SharingSession } from '../sharing/session.ts';
import type { Reach } from '../viewer.ts';
import { createLogger, type Logger } from './logger.ts';
import type { SubgraphApp, SubgraphOptions } from './options.ts';
import { type BaseContext, createServer, type SubgraphServer } from './server.ts';
import type { RequestContext } from './signedContext.ts';

/** What every subgraph's server is made of. */
export interface ServerResources {
  log: Logger;
  keys: AgencyKeys;
  rules: ReferralRules;
  /** Connections of requests: each sees the rows of its viewer. */
  db: Knex;
  grants: Grants;
  feed: Feed;
  disclosures: DisclosureLog;
}

export interface Assembly<Context extends BaseContext> {
  agency: string;
  /** The folder of its SDL. */
  name: string;
  /** The name in its log lines. */
  part: string;
  /** The events that can be followed: their name, and a query for the newest position. */
  followed: { name: string; newest: string };
  /** What an open referral lets a reader read. */
  grantOf(
    resources: Omit<ServerResources, 'grants' | 'disclosures' | 'feed'>,
  ): (referral: string, reader: Reach) => Promise<Grant | null>;
  /** True for the hub, whose register holds nothing personal: only what is shared conditionally is in its audit trail. */
  tracesConditionalOnly?: true;
  resolvers(resources: ServerResources): object;
  /** Persons and cases that the records are about, by type. */
  about: About<Context>;
  contextFor(resources: ServerResources): (base: BaseContext, request: RequestContext) => Context;
  /** Routes outside the graph. What it opened is closed by the verb that it returns. */
  routes(app: FastifyInstance, resources: ServerResources, server: SubgraphServer): Promise<() => Promise<void>>;
}

/** A subgraph's server, assembled and not listening. Agencies and the exchange are made by it alike. */
export async function assembleApp<Context extends BaseContext>(
  { agency, name, part, followed, about, ...own }: Assembly<Context>,
  options: SubgraphOptions,
): Promise<SubgraphApp> {
  const isBare = options.bare === true;
  const log = createLogger(part, options.logLevel);
  const keys = await loadAgencyKeys(options.keysFolder, agency);
  const rules = loadReferralRules();
  const db = (isBare ? connectBare : connectForRequests)(options.databaseUrl);
  // A connection of its own, which need not be told another scope each time that the audit trail is written.
  const trail = connectTrail(options.databaseUrl);
  const disclosures = isBare ? NO_TRAIL : createDisclosureLog(trail, keys);
  const grants = createGrants(own.grantOf({ log, keys, rules, db }));
  const feed = createFeed({ ...followed, databaseUrl: options.databaseUrl, log });
  const resources: ServerResources = { log, keys, rules, db, grants, feed, disclosures };
  const contextOf = own.contextFor(resources);
  const server = await createServer<Context>({
    agency,
    schema: createSubgraphSchema<Context>(name, own.resolvers(resources), isBare ? null : about),
    contextKey: keys.contextKey,
    knowsAgency: (code) => keys.knowsAgency(code),
    production: options.production,
    serverFactory: options.serverFactory,
    tracing: options.tracing,
    metrics: options.metrics,
    db,
    feed,
    log,
    contextFor: (request) => {
      const { viewer, requestId, ...named } = request;
      const sharing = new SharingSession({
        owner: agency,
        viewer,
        ...named,
        requestId,
        grants,
        disclosures,
        ...(own.tracesConditionalOnly && { tracesConditionalOnly: true }),
      });
      return contextOf({ viewer, requestId, sharing }, request);
    },
  });
  const closeRoutes = await own.routes(server.app, resources, server);
  return {
    app: server.app,
    db,
    async close() {
      await server.app.close();
      await closeRoutes();
      await Promise.all([db.destroy(), trail.end()]);
    },
  };
}
