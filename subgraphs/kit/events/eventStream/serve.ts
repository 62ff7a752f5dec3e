import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import { z } from 'zod';
import { acceptsEventStream } from '../../../../protocol/eventStream/eventFormat.ts';
import { type EventStream, openEventStream } from '../../../../protocol/eventStream/openEventStream.ts';
import { scopeOf } from '../../database/rowScope.ts';
import type { Documents } from '../../server/graphql/documents.ts';
import { shownError, withCode } from '../../server/graphql/shownError.ts';
import type { Logger } from '../../server/logger.ts';
import { runInScope } from '../../server/requestState.ts';
import { settle } from '../../sharing/commitDisclosures.ts';
import type { SharingSession } from '../../sharing/session.ts';
import type { Viewer } from '../../viewer.ts';

interface Parts<Context> {
  schema: GraphQLSchema;
  documents: Documents;
  /** Verifies who asks, once for the stream, and gives what makes a context for each event; null where nobody is who may ask. */
  identify(
    request: FastifyRequest,
  ): Promise<{ viewer: Viewer; referral: string | null; context: () => Context } | null>;
  log: Logger;
  /** How often a sign of life comes. */
  beatMs?: number;
}

const requestShape = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
type Asked = z.infer<typeof requestShape>;

/** Proxies and gateways give up a connection on which nothing comes, mostly after a minute. */
const BEAT_MS = 15_000;
const MOST_OPEN = 10_000;
/** A gateway that takes nothing for so long is disconnected; it reads on from its cursor when it comes again. */
const PATIENCE_MS = 120_000;

/**
 * Subscriptions over server-sent events in the distinct connections mode of graphql-sse: /graphql with
 * `accept: text/event-stream`. Each event is answered as a query of its own would be: with fresh loaders, in the viewer's
 * scope, and in the trail before it leaves.
 */
export function serveEventStreams<Context extends { sharing: SharingSession; viewer: Viewer }>(
  app: FastifyInstance,
  { schema, documents, identify, log, beatMs = BEAT_MS }: Parts<Context>,
): void {
  const beats = new Set<() => void>();
  const heart = setInterval(() => {
    for (const beat of beats) beat();
  }, beatMs).unref();
  const shown = (errors: readonly GraphQLError[]) => errors.map((error) => shownError(error, log));

  async function answer(event: unknown, asked: Asked, document: DocumentNode, contextValue: Context): Promise<Result> {
    const result = await execute({
      schema,
      document,
      rootValue: event,
      contextValue,
      variableValues: asked.variables,
      operationName: asked.operationName,
    });
    const refusal = await settle(contextValue, log);
    if (refusal) return { data: null, errors: [refusal] };
    const { data = null, errors } = result as ExecutionResult;
    return { ...(errors && { errors: shown(errors) }), data };
  }

  /** What is asked for, or why it is not. */
  async function subscribe(asked: Asked, contextValue: Context) {
    const prepared = documents.prepare(asked.query);
    if (!('document' in prepared)) return prepared;
    const { document } = prepared;
    if (prepared.operation(asked.operationName)?.operation !== OperationTypeNode.SUBSCRIPTION)
      return { errors: [NO_SUBSCRIPTION] };
    const source = await createSourceEventStream({
      schema,
      document,
      contextValue,
      variableValues: asked.variables,
      operationName: asked.operationName,
    });
    return Symbol.asyncIterator in source ? { document, source } : { errors: (source.errors ?? []).map(ofInput) };
  }

  /** Replies, and returns when the stream has begun. */
  async function open(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asking = await identify(request);
    if (!asking) return reply.code(401).send({ code: 'UNAUTHENTICATED' });
    const asked = requestShape.safeParse(request.body).data;
    if (!asked) return reply.code(400).send({ code: 'BAD_REQUEST' });
    // It opens what is read now, and for a reason: nobody follows under it.
    if (asking.referral !== null) return reply.code(400).send({ code: 'REFERRAL_NOT_FOR_STREAMS' });
    if (beats.size >= MOST_OPEN) return reply.code(503).send({ code: 'TOO_MANY_STREAMS' });
    const { viewer, context } = asking;
    const inScope = <T>(work: () => Promise<T>) => runInScope(scopeOf(viewer), work);
    const opened = await inScope(() => subscribe(asked, context()));
    reply.hijack();
    if (reply.raw.destroyed) {
      // Whoever asked has gone meanwhile, and nothing says so again.
      if ('source' in opened) void opened.source[Symbol.asyncIterator]().return?.();
      return reply;
    }
    const stream = openEventStream(reply.raw, { patienceMs: PATIENCE_MS });
    if ('errors' in opened) {
      stream.complete(JSON.stringify({ errors: shown(opened.errors) }));
      return reply;
    }
    const { document, source } = opened;
    const cursor = () => ('cursor' in source && typeof source.cursor === 'string' ? source.cursor : null);
    let isAnswering = false;
    // An event that is not out yet has not been seen: where the stream breaks now, it begins with that one again.
    const beat = () => stream.beat(isAnswering ? null : cursor());
    const end = () => {
      beats.delete(beat);
      void source[Symbol.asyncIterator]().return?.();
    };
    beats.add(beat);
    beat();
    reply.raw.once('close', end);
    const answered = async (event: unknown) => {
      isAnswering = true;
      const result = await inScope(() => answer(event, asked, document, context()));
      isAnswering = false;
      return result;
    };
    passOn(stream, source, cursor, answered)
      .catch((error: unknown) => {
        log.error({ err: error }, 'a stream of events broke');
        reply.raw.destroy();
      })
      .finally(end);
    return reply;
  }

  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || request.routeOptions.url !== '/graphql') return;
    if (acceptsEventStream(request.headers.accept)) await open(request, reply);
  });
  app.addHook('onClose', (_app, done) => {
    clearInterval(heart);
    done();
  });
}

const NO_SUBSCRIPTION = new GraphQLError('What is asked for as a stream of events is no subscription.', {
  extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
});

interface Result {
  data: object | null;
  errors?: readonly GraphQLFormattedError[];
}

/** What has neither place nor code is said of the variables. */
function ofInput(error: GraphQLError): GraphQLError {
  return error.path || error.extensions.code ? error : withCode(error, 'BAD_USER_INPUT');
}

async function passOn(
  stream: EventStream,
  source: AsyncIterable<unknown>,
  cursor: () => string | null,
  answer: (event: unknown) => Promise<Result>,
): Promise<void> {
  for await (const event of source) {
    const at = cursor();
    const result = await answer(event);
    // Nothing of the event could be told: it is not passed over, but told to whoever comes again after the one before.
    if (result.data == null) {
      await stream.next(JSON.stringify(result), null);
      break;
    }
    await stream.next(JSON.stringify(result), at);
  }
  stream.complete(null);
}
