import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Agent, fetch } from 'undici';
import { CONTEXT_HEADER, GRANT_USED_HEADER, REQUEST_ID_HEADER } from '../../protocol/headers.ts';
import type { ContextSigner } from '../auth/context/contextSigner.ts';
import { agencyError, agencyUnavailable } from './agencyErrors.ts';
import type { Engine, EngineOptions, Operation } from './engine.ts';

interface EngineContext extends Pick<Operation, 'viewer' | 'referral' | 'grant' | 'requestId' | 'signal'> {
  /** Which agencies answered, and which did not. */
  agencies: Map<string, 'answered' | 'failed'>;
  /** Whether a subgraph gave data that only the referral opened. */
  usedGrant: boolean;
}

const TIMEOUT_MS = 10_000;

/** The reference engine: @apollo/server and @apollo/gateway, unchanged. */
export async function createApolloEngine(options: EngineOptions): Promise<Engine> {
  const { supergraph, subgraphUrls, contexts, introspection, timeoutMsOf = () => TIMEOUT_MS, log } = options;
  const agent = new Agent({ connections: 64, keepAliveTimeout: 30_000 });
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    buildService: ({ name, url }) =>
      new SubgraphSource(name, subgraphUrls[name] ?? url ?? '', contexts, agent, timeoutMsOf(name)),
    logger: log.child({}, { level: 'error' }),
  });
  const server = new ApolloServer<EngineContext>({
    gateway: gateway as never,
    introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    formatError: (formatted, error) => clientError(formatted, error, log),
    logger: log.child({}, { level: 'error' }),
  });
  await server.start();
  return {
    // @apollo/gateway caches plans itself, and offers no way to plan in advance.
    prepare: () => undefined,
    async execute({ query, node, variables, ...operation }) {
      const agencies: EngineContext['agencies'] = new Map();
      const contextValue: EngineContext = { ...operation, agencies, usedGrant: false };
      const response = await currentOperation.run(contextValue, () =>
        server.executeOperation(
          { query, variables, ...(node.name && { operationName: node.name.value }) },
          { contextValue },
        ),
      );
      if (response.body.kind !== 'single') throw new Error('The reference engine never answers in parts.');
      const { data, errors, extensions } = response.body.singleResult;
      const body = {
        ...(errors && { errors }),
        ...(data !== undefined && { data }),
        extensions: { ...extensions, ...(agencies.size > 0 && { agencies: Object.fromEntries(agencies) }) },
      };
      return {
        executed: data !== undefined,
        usedGrant: contextValue.usedGrant,
        errors: errors ?? [],
        body: Buffer.from(JSON.stringify(body)),
      };
    },
    // @apollo/gateway has no subscriptions.
    async subscribe() {
      const message = 'This gateway serves no subscriptions.';
      const errors = [{ message, extensions: { code: 'OPERATION_TYPE_REFUSED' } }];
      return { executed: false, usedGrant: false, errors, body: Buffer.from(JSON.stringify({ errors })) };
    },
    subgraphs: () => [],
    async stop() {
      await server.stop();
      await agent.close();
    },
  };
}

/** The operation of a request to a subgraph: @apollo/gateway passes the body to the fetcher, but no context. */
const currentOperation = new AsyncLocalStorage<EngineContext>();

/** One subgraph. Sends the signed context and the request's id, and records whether the subgraph answered. */
class SubgraphSource extends RemoteGraphQLDataSource<EngineContext> {
  readonly #name: string;

  constructor(name: string, url: string, contexts: ContextSigner | null, agent: Agent, timeoutMs: number) {
    super({
      url,
      fetcher: (async (address: string, init: { headers: Record<string, string>; body: string }) => {
        const operation = currentOperation.getStore();
        const { viewer = null, referral = null, grant, requestId = '' } = operation ?? {};
        const headers = {
          ...(viewer &&
            contexts && { [CONTEXT_HEADER]: contexts.sign({ viewer, referral, grant, requestId }, name, init.body) }),
          ...(operation && { [REQUEST_ID_HEADER]: requestId }),
        };
        const signals = [AbortSignal.timeout(timeoutMs), operation?.signal];
        const signal = AbortSignal.any(signals.filter((each) => each !== undefined));
        const answer = await fetch(address, {
          ...init,
          headers: { ...init.headers, ...headers },
          dispatcher: agent,
          signal,
        });
        if (operation && answer.headers.has(GRANT_USED_HEADER)) operation.usedGrant = true;
        return answer;
      }) as never,
    });
    this.#name = name;
  }

  override async process(options: Parameters<RemoteGraphQLDataSource<EngineContext>['process']>[0]) {
    const agencies = 'agencies' in options.context ? (options.context as EngineContext).agencies : null;
    try {
      const response = await super.process(options);
      if (agencies?.get(this.#name) !== 'failed') agencies?.set(this.#name, 'answered');
      return response;
    } catch (error) {
      agencies?.set(this.#name, 'failed');
      throw new GraphQLError('subgraph failed', {
        originalError: error as Error,
        extensions: { code: 'AGENCY_UNAVAILABLE' },
      });
    }
  }
}

/** An error as clients see it: path, agency and code. The log has what a failing subgraph or the gateway itself said. */
function clientError(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const { extensions = {}, locations, path } = formatted;
  const agency = typeof extensions.serviceName === 'string' ? extensions.serviceName : null;
  const { message, ...rest } =
    extensions.code === 'AGENCY_UNAVAILABLE' || extensions.response !== undefined
      ? agencyUnavailable(agency, error, log)
      : agencyError(agency, formatted, log, error);
  return { message, ...(locations && { locations }), ...(path && { path }), ...rest };
}
