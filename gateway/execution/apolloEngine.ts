import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Agent, fetch } from 'undici';
import { CONTEXT_HEADER, type ContextSigner, WINDOW_HEADER } from '../auth/context/signedContext.ts';
import { agencyError, agencyUnavailable } from './agencyErrors.ts';
import type { Engine, EngineOptions, Operation } from './engine.ts';

interface EngineContext extends Pick<Operation, 'viewer' | 'referral' | 'window' | 'requestId' | 'signal'> {
  /** Which agencies answered, and which did not. */
  agencies: Map<string, 'answered' | 'failed'>;
  /** Whether a subgraph gave what only the referral opened. */
  usedWindow: boolean;
}

const TIMEOUT_MS = 10_000;

/** @apollo/server and @apollo/gateway as they come: the reference engine. */
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
    formatError: (formatted, error) => shown(formatted, error, log),
    logger: log.child({}, { level: 'error' }),
  });
  await server.start();
  return {
    // Its plans are kept where nobody else comes by.
    prepare: () => undefined,
    async execute({ query, node, variables, ...operation }) {
      const agencies: EngineContext['agencies'] = new Map();
      const contextValue: EngineContext = { ...operation, agencies, usedWindow: false };
      const response = await requests.run(contextValue, () =>
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
        usedWindow: contextValue.usedWindow,
        errors: errors ?? [],
        body: Buffer.from(JSON.stringify(body)),
      };
    },
    // @apollo/gateway serves none.
    async subscribe() {
      const message = 'This gateway serves no subscriptions.';
      const errors = [{ message, extensions: { code: 'OPERATION_TYPE_REFUSED' } }];
      return { executed: false, usedWindow: false, errors, body: Buffer.from(JSON.stringify({ errors })) };
    },
    subgraphs: () => [],
    async stop() {
      await server.stop();
      await agent.close();
    },
  };
}

/** What a subgraph's fetch knows of the operation that it is for: @apollo/gateway hands it the written body and no context. */
const requests = new AsyncLocalStorage<EngineContext>();

/** One subgraph: sends the viewer's signed context, made for the one body, and the request's id; notes whether it answered. */
class SubgraphSource extends RemoteGraphQLDataSource<EngineContext> {
  readonly #name: string;

  constructor(name: string, url: string, contexts: ContextSigner | null, agent: Agent, timeoutMs: number) {
    super({
      url,
      fetcher: (async (address: string, init: { headers: Record<string, string>; body: string }) => {
        const asking = requests.getStore();
        const { viewer = null, referral = null, window, requestId = '' } = asking ?? {};
        const headers = {
          ...(viewer &&
            contexts && {
              [CONTEXT_HEADER]: contexts.contextFor({ viewer, referral, window, requestId }, name, init.body),
            }),
          ...(asking && { 'x-request-id': requestId }),
        };
        const signals = [AbortSignal.timeout(timeoutMs), asking?.signal];
        const signal = AbortSignal.any(signals.filter((each) => each !== undefined));
        const answer = await fetch(address, {
          ...init,
          headers: { ...init.headers, ...headers },
          dispatcher: agent,
          signal,
        });
        if (asking && answer.headers.has(WINDOW_HEADER)) asking.usedWindow = true;
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

/** An error as the caller sees it: path, agency and code. What a failing subgraph or the gateway itself said goes to the log. */
function shown(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const { extensions = {}, locations, path } = formatted;
  const agency = typeof extensions.serviceName === 'string' ? extensions.serviceName : null;
  const { message, ...rest } =
    extensions.code === 'AGENCY_UNAVAILABLE' || extensions.response !== undefined
      ? agencyUnavailable(agency, error, log)
      : agencyError(agency, formatted, log, error);
  return { message, ...(locations && { locations }), ...(path && { path }), ...rest };
}
