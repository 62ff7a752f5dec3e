import { Supergraph } from '@apollo/federation-internals';
import type { DocumentNode, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import { CONTEXT_HEADER, REQUEST_ID_HEADER } from '../../../protocol/headers.ts';
import { planLookups } from '../../telemetry/topics.ts';
import { agencyError, agencyUnavailable, internalError } from '../agencyErrors.ts';
import type { Answer, Engine, EngineOptions, Operation } from '../engine.ts';
import { createSubgraph, type Subgraph } from '../subgraphs/subgraph.ts';
import { SubgraphFault } from '../subgraphs/subgraphFault.ts';
import { type CompiledOperation, compileOperation } from './compileOperation.ts';
import type { SendFetch } from './fetch/compileFetch.ts';
import { bytesOf, type Latin1Text, toLatin1 } from './latin1Text.ts';
import { type ErrorFormatter, OperationRun } from './operationRun.ts';
import { createPlannable, fieldNamesOf } from './plan/plannableDocument.ts';
import { createPlanner } from './plan/planner.ts';
import { createTypeConditions } from './plan/typeConditions.ts';
import { type CompletedEvent, subscriptionEvents } from './subscriptionEvents.ts';

const TIMEOUT_MS = 10_000;
const CONNECTIONS = 64;
/** A subgraph cannot answer more requests within their time limit. */
const MAX_WAITING = 1_000;
const MAX_BYTES = 32 * 1024 * 1024;

/** Ends the subscriptions of an engine whose supergraph is replaced. */
const SCHEMA_REPLACED: GraphQLFormattedError = {
  message: 'The gateway serves another schema now; go on after the last cursor.',
  extensions: { code: 'SCHEMA_REPLACED' },
};

/**
 * Executes operations by Apollo's query plans. Each operation is planned and compiled once, while the document cache holds its
 * document. Answers of subgraphs are merged, and the response is written from the compiled selections.
 */
export async function createCompiledEngine(options: EngineOptions): Promise<Engine> {
  const { subgraphUrls, contexts, timeoutMsOf = () => TIMEOUT_MS, log } = options;
  const supergraph = Supergraph.build(options.supergraph);
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  const planner = createPlanner(supergraph);
  const fullSchema = supergraph.schema.toGraphQLJSSchema();
  const isOfType = createTypeConditions(fullSchema);
  const toPlannable = createPlannable(fieldNamesOf(fullSchema));
  const subgraphs = new Map<string, Subgraph>();
  let isStopped = false;
  for (const { name, url } of supergraph.subgraphsMetadata()) {
    subgraphs.set(
      name,
      createSubgraph({
        name,
        url: subgraphUrls[name] ?? url,
        timeoutMs: timeoutMsOf(name),
        connections: CONNECTIONS,
        maxWaiting: MAX_WAITING,
        maxBytes: MAX_BYTES,
      }),
    );
  }
  const formatter: ErrorFormatter = {
    unavailable: (agency, fault) => agencyUnavailable(agency, fault, log),
    answered: (agency, error) => agencyError(agency, error, log),
  };

  const headersFor = (operation: Operation, subgraph: string, body: Buffer): Record<string, string> => {
    const { viewer, referral, grant, requestId } = operation;
    if (!viewer || !contexts) return { [REQUEST_ID_HEADER]: requestId };
    const context = contexts.sign({ viewer, referral, grant, requestId }, subgraph, body);
    return { [REQUEST_ID_HEADER]: requestId, [CONTEXT_HEADER]: context };
  };
  const send: SendFetch = async ({ operation }, { subgraph, isRead, body: text }) => {
    const body = bytesOf(text);
    const { requestId, signal } = operation;
    const span = operation.span?.child('fetch', { 'casegraph.subgraph': subgraph });
    const headers = () => ({
      ...headersFor(operation, subgraph, body),
      ...(span && { traceparent: span.traceparent() }),
    });
    try {
      const reply = await subgraphNamed(subgraph).send({ body, isRead, requestId, headers, signal });
      span?.end();
      return reply;
    } catch (error) {
      span?.end(error instanceof SubgraphFault ? error.reason : 'FAILED');
      throw error;
    }
  };
  const subgraphNamed = (name: string) => subgraphs.get(name) as Subgraph;

  const compiled = new WeakMap<DocumentNode, Map<OperationDefinitionNode, CompiledOperation>>();
  const compiledFor = ({ document, node, span }: Pick<Operation, 'document' | 'node' | 'span'>): CompiledOperation => {
    const known = compiled.get(document) ?? new Map<OperationDefinitionNode, CompiledOperation>();
    let operation = known.get(node);
    if (operation) {
      planLookups.publish({ hit: true, milliseconds: 0 });
      return operation;
    }
    const startedAt = performance.now();
    const planSpan = span?.child('plan');
    try {
      operation = compileOperation(document, node, { schema, planner, toPlannable, isOfType, send });
    } finally {
      planSpan?.end();
      planLookups.publish({ hit: false, milliseconds: performance.now() - startedAt });
    }
    known.set(node, operation);
    compiled.set(document, known);
    return operation;
  };

  /** An answer where there is no plan. */
  const compiledOrAnswer = (operation: Operation): CompiledOperation | Answer => {
    try {
      return compiledFor(operation);
    } catch (error) {
      return answerWithError(internalError(null, error, log));
    }
  };
  const run = async (
    operation: Operation,
    program: CompiledOperation,
    streamed: Buffer | null = null,
  ): Promise<CompletedEvent> => {
    const operationRun = new OperationRun(operation, formatter, program.responseNames, streamed);
    await program.fetch?.(operationRun);
    const span = operation.span?.child('write');
    const data = program.write(operationRun);
    span?.end();
    return answerOf(operationRun, data);
  };

  return {
    prepare: (operation) => void compiledFor(operation),
    async execute(operation) {
      const program = compiledOrAnswer(operation);
      return 'body' in program ? program : run(operation, program);
    },
    async subscribe(operation) {
      const program = compiledOrAnswer(operation);
      if ('body' in program) return program;
      if (!program.source) throw new Error('The operation is not a subscription.');
      const { subgraph, bodyFor } = program.source;
      const body = bodyFor(operation.variables);
      const headers = () => headersFor(operation, subgraph, body);
      return subscriptionEvents({
        open: () => subgraphNamed(subgraph).subscribe({ body, headers, signal: operation.signal }),
        complete: async (streamed) => {
          const completed = await run(operation, program, streamed);
          // Data is missing because this engine was stopped: the client gets the event from the next one.
          if (isStopped && completed.errors.length > 0) throw new SubgraphFault('UNREACHABLE');
          return completed;
        },
        failed: (fault) => answerWithError(isStopped ? SCHEMA_REPLACED : agencyUnavailable(subgraph, fault, log)),
      });
    },
    subgraphs: () => [...subgraphs.values()].map((subgraph) => subgraph.state()),
    async stop() {
      isStopped = true;
      await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close()));
    },
  };
}

function answerWithError(error: GraphQLFormattedError): Answer {
  return {
    executed: false,
    usedGrant: false,
    errors: [error],
    body: Buffer.from(JSON.stringify({ errors: [error] })),
  };
}

/** @param data as JSON */
function answerOf({ errors, agencies, usedGrant }: OperationRun, data: Latin1Text): CompletedEvent {
  const errorsJson = errors.length > 0 ? `"errors":${JSON.stringify(errors.map(withLatin1Agency))},` : '';
  const agenciesJson = toLatin1(JSON.stringify(agencies));
  const extensions = agenciesJson === '{}' ? '' : `,"extensions":{"agencies":${agenciesJson}}`;
  const body = bytesOf(`{${errorsJson}"data":${data}${extensions}}`);
  return { executed: true, usedGrant, errors, body, hasData: data !== 'null' };
}

/** Text of an agency is already in this form. The agency's name comes from the supergraph and is not. */
function withLatin1Agency(error: GraphQLFormattedError): GraphQLFormattedError {
  const { agency } = error.extensions ?? {};
  if (typeof agency !== 'string') return error;
  return { ...error, extensions: { ...error.extensions, agency: toLatin1(agency) } };
}
