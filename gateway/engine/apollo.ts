import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Agent, fetch } from 'undici';
import { CONTEXT_HEADER, type ContextSigner } from '../context/signedContext.ts';
import type { Engine, Operation } from './engine.ts';
import { hideSubgraphFault } from './faults.ts';

export interface ApolloEngineOptions {
  supergraph: string;
  /** Where subgraphs answer, by name, where that is not what the supergraph says. */
  subgraphUrls: Readonly<Record<string, string>>;
  contexts: ContextSigner;
  introspection: boolean;
  log: Logger;
}

interface EngineContext extends Pick<Operation, 'viewer' | 'requestId' | 'signal'> {
  /** Which agencies answered, and which did not. */
  agencies: Map<string, 'answered' | 'failed'>;
}

/** A subgraph that does not answer in this time counts as failed. */
const SUBGRAPH_TIMEOUT_MS = 10_000;
/** The signal of the operation for which a subgraph is asked: Apollo's fetcher is told nothing of it. */
const givenUp = new AsyncLocalStorage<AbortSignal>();

/** @apollo/server and @apollo/gateway as they come: the reference engine. */
export async function createApolloEngine(options: ApolloEngineOptions): Promise<Engine> {
  const { supergraph, subgraphUrls, contexts, introspection, log } = options;
  const agent = new Agent({ connections: 64, keepAliveTimeout: 30_000 });
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    buildService: ({ name, url }) => new SubgraphSource(name, subgraphUrls[name] ?? url ?? '', contexts, agent),
    logger: log.child({}, { level: 'error' }),
  });
  const server = new ApolloServer<EngineContext>({
    gateway: gateway as never,
    introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    formatError: (formatted, error) => hideSubgraphFault(formatted, error, log),
    logger: log.child({}, { level: 'error' }),
  });
  await server.start();
  return {
    async execute({ query, operationName, variables, viewer, requestId, signal }) {
      const agencies: EngineContext['agencies'] = new Map();
      const response = await givenUp.run(signal, () =>
        server.executeOperation(
          { query, variables, ...(operationName !== null && { operationName }) },
          { contextValue: { viewer, requestId, signal, agencies } },
        ),
      );
      if (response.body.kind !== 'single') throw new Error('The reference engine never answers in parts.');
      const { data, errors, extensions } = response.body.singleResult;
      return {
        status: response.http.status ?? 200,
        body: {
          ...(errors && { errors: errors as GraphQLFormattedError[] }),
          ...(data !== undefined && { data }),
          extensions: { ...extensions, ...(agencies.size > 0 && { agencies: Object.fromEntries(agencies) }) },
        },
      };
    },
    async stop() {
      await server.stop();
      await agent.close();
    },
  };
}

/** One subgraph: sends the viewer's signed context and the request's id, and notes whether it answered. */
class SubgraphSource extends RemoteGraphQLDataSource<EngineContext> {
  readonly #name: string;
  readonly #contexts: ContextSigner;

  constructor(name: string, url: string, contexts: ContextSigner, agent: Agent) {
    super({
      url,
      fetcher: ((address: string, init: object) => {
        const signals = [AbortSignal.timeout(SUBGRAPH_TIMEOUT_MS), givenUp.getStore()];
        const signal = AbortSignal.any(signals.filter((each) => each !== undefined));
        return fetch(address, { ...init, dispatcher: agent, signal });
      }) as never,
    });
    this.#name = name;
    this.#contexts = contexts;
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

  override async willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource<EngineContext>['willSendRequest']>>[0]) {
    if (!('viewer' in context)) return;
    const { viewer, requestId } = context as EngineContext;
    request.http?.headers.set(CONTEXT_HEADER, await this.#contexts.contextFor(viewer, this.#name));
    request.http?.headers.set('x-request-id', requestId);
  }
}
