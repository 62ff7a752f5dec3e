import type { FastifyInstance } from 'fastify';
import { runMigrations } from 'graphile-worker';
import type { Knex } from 'knex';
import { createDisclosureLog, NO_TRAIL } from './audit/disclosures.ts';
import { personReaders } from './audit/personReaders.ts';
import { RETENTION_CRONTAB, retainDisclosures } from './audit/retention.ts';
import { loadAgencyKeys } from './crypto/keys.ts';
import { connectBare, connectDatabase, connectForRequests, connectPool, connectTrail, migrate } from './database.ts';
import { type AgencyNames, type Context, partName, type SubgraphDefinition } from './definition.ts';
import { createExchangeClient } from './exchangeClient.ts';
import { createFeed } from './feed/feed.ts';
import { addJob } from './jobs.ts';
import { loadByKey } from './loaders.ts';
import { createLogger } from './logger.ts';
import { createMessageBodies } from './referrals/bodies.ts';
import type { Envelope } from './referrals/envelope.ts';
import { createInbox } from './referrals/inbox.ts';
import { withdrawOrphans } from './referrals/orphans.ts';
import { createOutbox } from './referrals/outbox.ts';
import { stepMutation } from './referrals/permitted.ts';
import { referralResolvers } from './referrals/resolvers.ts';
import { loadReferralRules } from './referrals/rules.ts';
import { createReferralSides, type ReferralSide, type SideRow, toSide } from './referrals/sides.ts';
import { createReferralSteps, createWithdrawalRequests } from './referrals/steps.ts';
import { SYSTEM_SCOPE } from './rowScope.ts';
import { createSubgraphSchema } from './schema.ts';
import { verifySealNotice } from './seals/messages.ts';
import { sealMutations } from './seals/mutations.ts';
import { sendSealRequest } from './seals/outbox.ts';
import { applyNotice } from './seals/store.ts';
import { createServer, type ServerFactory } from './server.ts';
import { SharingSession } from './sharing/session.ts';
import { COMMON_SUBJECTS } from './sharing/subjects.ts';
import { createWindows } from './sharing/windows.ts';
import { runInScope } from './trace.ts';
import type { Tracing } from './tracing.ts';
import type { Viewer } from './viewer.ts';
import { readableBy } from './visibility.ts';
import { type RunningWorker, startWorker } from './worker.ts';

/** What a part is told from outside. */
export interface SubgraphOptions {
  databaseUrl: string;
  keysFolder: string;
  exchangeUrl: string;
  /** Where each agency answers, by code: for the exchange's deliveries. */
  agencyUrls: Readonly<Record<string, string>>;
  production: boolean;
  logLevel: string;
  /** How many persons a user may find by their identity numbers in a day. */
  lookUpsPerDay: number;
  /**
   * For bench/trust alone, which measures what these cost: no sharing rules, no trail, no scope told to the database. Set
   * in code only; no configuration sets it. An agency's own login sees no protected row then, a superuser sees all.
   */
  bare?: true;
  /** Makes the servers, where they are to speak something else than plain HTTP. */
  serverFactory?: ServerFactory;
  /** Where requests are traced. */
  tracing?: Tracing;
  /** Whether it answers /metrics. */
  metrics?: boolean;
}

export interface SubgraphApp {
  /** Assembled, not listening. */
  app: FastifyInstance;
  db: Knex;
  close(): Promise<void>;
}

/** A subgraph as whoever runs it sees it. Nothing is done before a verb is called. */
export interface Subgraph {
  agency: string;
  names: AgencyNames;
  /** Its folder, SDL file and part. */
  name: string;
  port: number;
  /** Brings its database to the newest form; safe when several do it at once. */
  migrate(databaseUrl: string): Promise<void>;
  createApp(options: SubgraphOptions): Promise<SubgraphApp>;
  startWorker(options: SubgraphOptions): Promise<RunningWorker>;
}

const SECURITY_MIGRATIONS = new URL('./migrations/security/', import.meta.url);
const COMMAND_MIGRATIONS = new URL('./migrations/commands/', import.meta.url);
const QUEUE_MIGRATIONS = new URL('./migrations/queue/', import.meta.url);
const FEED_MIGRATIONS = new URL('./migrations/feeds/', import.meta.url);
export const AUDIT_MIGRATIONS = new URL('./migrations/audit/', import.meta.url);
const REFERRAL_MIGRATIONS = new URL('./migrations/referrals/', import.meta.url);

/** An agency's subgraph: its own tables and types, and its side of the referrals that it sends and receives. */
export function defineSubgraph<Store>(definition: SubgraphDefinition<Store>): Subgraph {
  return Object.freeze({
    agency: definition.agency,
    names: definition.names,
    name: partName(definition.agency),
    port: definition.port,
    migrate: (databaseUrl: string) =>
      migrateDatabase(databaseUrl, [AUDIT_MIGRATIONS, REFERRAL_MIGRATIONS, FEED_MIGRATIONS, definition.migrations]),
    createApp: (options: SubgraphOptions) => createAgencyApp(definition, options),
    startWorker: (options: SubgraphOptions) => startAgencyWorker(definition, options),
  });
}

/** The tables of the job queue, row-level security, the tables of commands, and those of the folders. */
export async function migrateDatabase(databaseUrl: string, folders: readonly URL[]): Promise<void> {
  const pool = connectPool(databaseUrl, 1);
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
  const db = connectDatabase(databaseUrl, 1);
  try {
    await migrate(db, [QUEUE_MIGRATIONS, SECURITY_MIGRATIONS, COMMAND_MIGRATIONS, ...folders]);
  } finally {
    await db.destroy();
  }
}

/** What both the server and the worker of an agency are made of. */
async function createParts<Store>(
  definition: SubgraphDefinition<Store>,
  options: SubgraphOptions,
  part: string,
  connect: typeof connectDatabase,
) {
  const { agency } = definition;
  const keys = await loadAgencyKeys(options.keysFolder, agency);
  const rules = loadReferralRules();
  return {
    agency,
    log: createLogger(part, options.logLevel),
    keys,
    rules,
    db: connect(options.databaseUrl),
    sides: createReferralSides(agency, keys, rules, createMessageBodies(definition.contracts)),
    refused: async (tx: Knex.Transaction, referral: SideRow, action: string) => {
      await definition.refused?.[referral.kind]?.[action]?.(tx, referral);
    },
  };
}

const DELIVERY_SHAPE = {
  type: 'object',
  required: ['jws', 'jwe', 'stamp'],
  properties: { jws: { type: 'string' }, jwe: { type: 'string' }, stamp: { type: 'string' } },
};

const SEAL_SHAPE = { type: 'object', required: ['jws'], properties: { jws: { type: 'string' } } };

/** The agency's resolvers; those of an authority with the mutations that seal. */
function withSeals({ agency, resolvers, seals }: Pick<SubgraphDefinition, 'agency' | 'resolvers' | 'seals'>): object {
  if (seals === undefined) return resolvers;
  const { Mutation } = resolvers as { Mutation?: object };
  return { ...resolvers, Mutation: { ...Mutation, ...sealMutations(agency, seals) } };
}

async function createAgencyApp<Store>(
  definition: SubgraphDefinition<Store>,
  options: SubgraphOptions,
): Promise<SubgraphApp> {
  const bare = options.bare === true;
  const parts = await createParts(definition, options, definition.agency, bare ? connectBare : connectForRequests);
  const { agency, log, keys, rules, db, sides } = parts;
  const exchange = createExchangeClient(options.exchangeUrl, agency, keys);
  const inbox = createInbox({
    ...parts,
    step: definition.contracts.step,
    receives: (kind, action) => definition.receives?.[kind]?.[action],
  });
  const windows = createWindows((referral, reader) => exchange.windowOf(referral, reader));
  // A connection of its own, which need not be told another scope each time that the trail is written.
  const trail = connectTrail(options.databaseUrl);
  const disclosures = bare ? NO_TRAIL : createDisclosureLog(trail, keys);
  const followed = definition.followed ?? '';
  const feed = createFeed({
    name: followed,
    newest: `select position from feed_heads where feed = '${followed}'`,
    databaseUrl: options.databaseUrl,
    log,
  });
  const shared = { db, cipher: keys.fieldCipher, personTokens: keys.personTokens };
  const name = partName(agency);
  const knowsAgency = (code: string) => keys.knowsAgency(code);
  const steps = createReferralSteps<Store>(agency, rules, definition.steps ?? {});
  const { app } = await createServer<Context<Store>>({
    agency,
    schema: createSubgraphSchema(
      name,
      {
        ...withSeals(definition),
        Mutation: { ...resolversOf(withSeals(definition), 'Mutation'), [stepMutation(agency)]: steps.step },
        ...referralResolvers(agency, steps),
        PersonReaders: personReaders(name, agency, definition.casesOfPerson),
      },
      bare ? null : { ...COMMON_SUBJECTS, ...definition.about },
    ),
    contextKey: keys.contextKey,
    knowsAgency,
    production: options.production,
    serverFactory: options.serverFactory,
    tracing: options.tracing,
    metrics: options.metrics,
    db,
    feed,
    log,
    contextFor: ({ viewer, requestId, ...named }) => {
      const read = () => ({
        sides: loadByKey<SideRow, ReferralSide>(db, () => sidesSeenBy(viewer, db, agency), 'id', toSide),
        withdrawalRequests: createWithdrawalRequests(db),
        store: definition.createStore({ ...shared, viewer }),
      });
      const context: Context<Store> = {
        ...shared,
        viewer,
        requestId,
        sharing: new SharingSession({ owner: agency, viewer, ...named, requestId, windows, disclosures }),
        feed,
        rules,
        exchange,
        knowsAgency,
        referrals: sides,
        inputDigest: keys.inputDigest,
        lookUpsPerDay: options.lookUpsPerDay,
        ...read(),
        renew: () => void Object.assign(context, read()),
      };
      return context;
    },
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
  return {
    app,
    db,
    async close() {
      await app.close();
      await Promise.all([db.destroy(), trail.end()]);
    },
  };
}

function resolversOf(resolvers: object, type: string): object {
  return (resolvers as Record<string, object | undefined>)[type] ?? {};
}

/** The agency's own people see its sides, and the other party's those that it shares; within their region. */
function sidesSeenBy(viewer: Viewer, db: Knex, agency: string): Knex.QueryBuilder {
  const query = readableBy(viewer, db('referrals').select('referrals.*'), 'referrals.region_code');
  return viewer.agency === agency ? query : query.where('referrals.counterpart', viewer.agency);
}

/** Jobs at once per agency: sending is waiting for the exchange's answer, which adds entries to its ledger one by one. */
export const SEND_CONCURRENCY = 8;

/** Each hour: a withdrawal that lost to a step of the receiver is sent again. */
const ORPHANS_CRONTAB = '23 * * * * withdraw-orphans';

async function startAgencyWorker<Store>(
  definition: SubgraphDefinition<Store>,
  options: SubgraphOptions,
): Promise<RunningWorker> {
  const part = `worker:${definition.agency}`;
  const { db, keys, log, refused, rules, sides } = await createParts(definition, options, part, connectDatabase);
  const outbox = createOutbox({ db, exchangeUrl: options.exchangeUrl, log, rules, refused });
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
