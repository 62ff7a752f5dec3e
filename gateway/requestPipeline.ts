import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { acceptsEventStream } from '../protocol/eventStream/eventFormat.ts';
import { REFERRAL_HEADER } from '../protocol/headers.ts';
import type { Tracing } from '../protocol/tracing.ts';
import { authenticate } from './auth/authenticate.ts';
import { namedReferral } from './auth/referrals/namedReferral.ts';
import type { Answer } from './execution/engine.ts';
import { type Refusal, refuse } from './http/refusal.ts';
import { abortOnDisconnect } from './http/request/clientDisconnect.ts';
import { parseGraphqlRequest } from './http/request/graphqlRequest.ts';
import { type MediaType, requireMediaType } from './http/response/mediaType.ts';
import { sendAnswer } from './http/response/sendAnswer.ts';
import { withFaultStatus } from './http/response/sendRefusal.ts';
import type { AdmittedOperation } from './limits/admission.ts';
import { createConcurrencyLimit } from './limits/concurrencyLimit.ts';
import { withDeadline } from './limits/deadline.ts';
import { createSubscriptions, type SubscriptionParts } from './subscriptions/subscriptions.ts';
import type { ServedSupergraph } from './supergraph/servedSupergraph.ts';
import { type RequestTelemetry, withTelemetry } from './telemetry/requestTelemetry.ts';

export interface PipelineParts extends SubscriptionParts {
  /** Null where nothing is traced. */
  tracing: Tracing | null;
}

/** Takes a request through all stages: authentication, limits, the document, execution, and back. */
export interface RequestPipeline {
  /** @param body of a POST, or the parameters of a URL in the same form */
  answer(request: FastifyRequest, reply: FastifyReply, body: unknown): Promise<FastifyReply>;
}

export function createRequestPipeline(parts: PipelineParts): RequestPipeline {
  const { supergraph, tokens, limits, rateLimits, tracing } = parts;
  const concurrency = createConcurrencyLimit(limits.userAtATime);
  const subscriptions = createSubscriptions(parts);

  /** Null where the answer is an event stream. */
  const answerOf = async (
    request: FastifyRequest,
    reply: FastifyReply,
    body: unknown,
    mediaType: MediaType,
    telemetry: RequestTelemetry,
  ): Promise<Answer | null> => {
    const viewer = tokens && (await authenticate(request, tokens));
    const referral = tokens && namedReferral(request.headers[REFERRAL_HEADER]);
    const graphqlRequest = parseGraphqlRequest(body);
    const operationsLeft = viewer ? rateLimits.countUser(reply, viewer.subject) : '';
    if (acceptsEventStream(request.headers.accept)) {
      const subscription = { viewer, referral, operationsLeft, graphqlRequest, mediaType, telemetry };
      if (await subscriptions.answer(request, reply, subscription)) return null;
    }
    const cancel = abortOnDisconnect(reply);
    const execute = async ({ admission, engine, grants }: ServedSupergraph): Promise<Answer> => {
      // The client disconnected while its operation waited.
      if (cancel.signal.aborted) throw refuse(503, 'GIVEN_UP', 'The caller has gone.');
      const admitted = telemetry.admit(() => withFaultStatus(mediaType, () => admission.admit(graphqlRequest, viewer)));
      requireMethod(request, admitted);
      if (viewer) rateLimits.chargeCost(reply, operationsLeft, viewer.subject, admitted.cost);
      const reader = viewer && { viewer, requestId: request.id };
      const grant = reader && referral !== null ? grants?.lookUp(referral, reader) : undefined;
      const { document, node, query, variables } = admitted;
      const answer = await engine.execute({
        ...{ document, node, query, variables, viewer, referral, grant },
        requestId: request.id,
        span: telemetry.span,
        signal: cancel.signal,
      });
      if (reader && answer.usedGrant) await grants?.requireOpen(referral, reader, grant);
      return answer;
    };
    // Checked and executed by one supergraph: the one that is served when the operation starts.
    const run = () => supergraph.use(execute);
    const running = viewer ? concurrency.run(viewer.subject, run) : run();
    telemetry.answer = await withDeadline(limits.milliseconds, cancel, running);
    return telemetry.answer;
  };

  return {
    async answer(request, reply, body) {
      const mediaType = requireMediaType(request.headers.accept);
      const answer = await withTelemetry(tracing, request, reply, (telemetry) =>
        answerOf(request, reply, body, mediaType, telemetry),
      );
      return answer ? sendAnswer(reply, mediaType, answer) : reply;
    },
  };
}

/** @throws Refusal for a subscription outside an event stream, and for a mutation by GET, which any proxy may repeat */
function requireMethod({ method }: FastifyRequest, { node }: AdmittedOperation): void {
  if (node.operation === OperationTypeNode.SUBSCRIPTION) throw eventStreamOnly();
  if (method !== 'POST' && node.operation !== OperationTypeNode.QUERY)
    throw refuse(405, 'METHOD_NOT_ALLOWED', 'Send mutations by POST.', { accepted: 'POST' }, { allow: 'POST' });
}

function eventStreamOnly(): Refusal {
  const message = 'A subscription is answered by server-sent events, one in a request.';
  return refuse(406, 'NOT_ACCEPTABLE', message, { accepted: 'accept: text/event-stream' });
}
