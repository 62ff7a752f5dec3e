import { Supergraph } from '@apollo/federation-internals';
import type { DocumentNode, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import { CONTEXT_HEADER } from '../../auth/context/signedContext.ts';
import { plansAsked } from '../../telemetry/topics.ts';
import { agencyError, agencyUnavailable, internalError } from '../agencyErrors.ts';
import type { Answer, Engine, EngineOptions, Operation } from '../engine.ts';
import { createSubgraph, type Subgraph } from '../subgraphs/subgraph.ts';
import { SubgraphFault } from '../subgraphs/subgraphFault.ts';
import { type CompiledOperation, compileOperation } from './compileOperation.ts';
import type { Ask } from './fetch/compileFetch.ts';
import { bytesOf, toWire, type Wire } from './json/latin1Text.ts';
import { type ErrorWords, Run } from './operationRun.ts';
import { createPlanner } from './plan/compilePlan.ts';
import { createPlannable, fieldNamesOf } from './plan/plannableDocument.ts';
import { createIsOfType } from './plan/typeConditions.ts';
import { type Completed, happeningsOf } from './subscriptionEvents.ts';

const TIMEOUT_MS = 10_000;
const CONNECTIONS = 64;
/** More than a subgraph could answer within the time that they have would wait for nothing. */
const MOST_WAITING = 1_000;
const MOST_BYTES = 32 * 1024 * 1024;

/** A gateway that loads another supergraph ends what was begun on the former one. */
const REPLACED: GraphQLFormattedError = {
  message: 'The gateway serves another schema now; go on after the last cursor.',
  extensions: { code: 'SCHEMA_REPLACED' },
};

const KNOWN = { kept: true, milliseconds: 0 };

/**
 * Apollo's planner, and the rest ours: each operation is planned and compiled once, for as long as the door keeps its
 * document; what comes from the subgraphs is merged, and the answer written from the compiled selections.
 */
export async function createCompiledEngine(options: EngineOptions): Promise<Engine> {
  const { subgraphUrls, contexts, timeoutMsOf = () => TIMEOUT_MS, log } = options;
  const supergraph = Supergraph.build(options.supergraph);
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  const planner = createPlanner(supergraph);
  const whole = supergraph.schema.toGraphQLJSSchema();
  const isOfType = createIsOfType(whole);
  const toPlannable = createPlannable(fieldNamesOf(whole));
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
        mostWaiting: MOST_WAITING,
        mostBytes: MOST_BYTES,
      }),
    );
  }
  const words: ErrorWords = {
    unavailable: (agency, fault) => agencyUnavailable(agency, fault, log),
    given: (agency, error) => agencyError(agency, error, log),
  };

  const headersFor = (operation: Operation, subgraph: string, body: Buffer): Record<string, string> => {
    const { viewer, referral, window, requestId } = operation;
    if (!viewer || !contexts) return { 'x-request-id': requestId };
    const context = contexts.contextFor({ viewer, referral, window, requestId }, subgraph, body);
    return { 'x-request-id': requestId, [CONTEXT_HEADER]: context };
  };
  const ask: Ask = ({ operation }, { subgraph, isRead, body: wire }) => {
    const body = bytesOf(wire);
    const { requestId, signal } = operation;
    const span = operation.span?.child('fetch', { 'casegraph.subgraph': subgraph });
    const headers = () => {
      const made = headersFor(operation, subgraph, body);
      if (span) made.traceparent = span.traceparent();
      return made;
    };
    const asked = (subgraphs.get(subgraph) as Subgraph).ask({ body, isRead, requestId, headers, signal });
    if (span)
      asked.then(
        () => span.end(),
        (error) => span.end(error instanceof SubgraphFault ? error.reason : 'FAILED'),
      );
    return asked;
  };

  const compiled = new WeakMap<DocumentNode, Map<OperationDefinitionNode, CompiledOperation>>();
  const compiledFor = ({ document, node, span }: Pick<Operation, 'document' | 'node' | 'span'>): CompiledOperation => {
    const known = compiled.get(document) ?? new Map<OperationDefinitionNode, CompiledOperation>();
    let operation = known.get(node);
    if (operation) {
      plansAsked.tell(KNOWN);
      return operation;
    }
    const begun = performance.now();
    const planning = span?.child('plan');
    try {
      operation = compileOperation(document, node, { schema, planner, toPlannable, isOfType, ask });
    } finally {
      planning?.end();
      plansAsked.tell({ kept: false, milliseconds: performance.now() - begun });
    }
    known.set(node, operation);
    compiled.set(document, known);
    return operation;
  };

  /** An answer where there is no plan. */
  const programFor = (operation: Operation): CompiledOperation | Answer => {
    try {
      return compiledFor(operation);
    } catch (error) {
      return onlyError(internalError(null, error, log));
    }
  };
  const complete = async (operation: Operation, program: CompiledOperation, streamed?: Buffer): Promise<Completed> => {
    const run = new Run(operation, words, program.answered, streamed);
    await program.fetch?.(run);
    const writing = operation.span?.child('write');
    const data = program.write(run);
    writing?.end();
    return answerOf(run, data);
  };

  return {
    prepare: (operation) => void compiledFor(operation),
    execute(operation) {
      const program = programFor(operation);
      return 'body' in program ? Promise.resolve(program) : complete(operation, program);
    },
    async subscribe(operation) {
      const program = programFor(operation);
      if ('body' in program) return program;
      const { subgraph, body: bodyOf } = program.source ?? fail();
      const body = bodyOf(operation.variables);
      const headers = () => headersFor(operation, subgraph, body);
      return happeningsOf({
        open: () => (subgraphs.get(subgraph) as Subgraph).follow({ body, headers, signal: operation.signal }),
        complete: async (streamed) => {
          const completed = await complete(operation, program, streamed);
          // What is missing is missing because this engine ends: the next one tells the whole event.
          if (isStopped && completed.errors.length > 0) throw new SubgraphFault('UNREACHABLE');
          return completed;
        },
        failed: (fault) => onlyError(isStopped ? REPLACED : agencyUnavailable(subgraph, fault, log)),
      });
    },
    subgraphs: () => [...subgraphs.values()].map((subgraph) => subgraph.state()),
    async stop() {
      isStopped = true;
      await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close()));
    },
  };
}

/** What an agency has said is in that form already; its name is the supergraph's. */
function asWired(error: GraphQLFormattedError): GraphQLFormattedError {
  const { agency } = error.extensions ?? {};
  return typeof agency === 'string' ? { ...error, extensions: { ...error.extensions, agency: toWire(agency) } } : error;
}

function onlyError(error: GraphQLFormattedError): Answer {
  return {
    executed: false,
    usedWindow: false,
    errors: [error],
    body: Buffer.from(JSON.stringify({ errors: [error] })),
  };
}

function fail(): never {
  throw new Error('Only a subscription is subscribed to.');
}

/** @param data as JSON */
function answerOf({ errors, agencies, usedWindow }: Run, data: Wire): Completed {
  const before = errors.length > 0 ? `{"errors":${JSON.stringify(errors.map(asWired))},` : '{';
  const agenciesJson = toWire(JSON.stringify(agencies));
  const extensions = agenciesJson === '{}' ? '' : `,"extensions":{"agencies":${agenciesJson}}`;
  const body = bytesOf(`${before}"data":${data}${extensions}}`);
  return { executed: true, usedWindow, errors, body, hasData: data !== 'null' };
}
