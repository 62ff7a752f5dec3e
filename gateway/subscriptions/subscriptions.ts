import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { REFERRAL_HEADER } from '../../protocol/headers.ts';
import { authenticate } from '../auth/authenticate.ts';
import type { TokenVerifier } from '../auth/tokenVerifier.ts';
import type { GatewayViewer } from '../auth/viewer.ts';
import type { Answer } from '../execution/engine.ts';
import { Refusal, refuse } from '../http/refusal.ts';
import { clientAddressKey } from '../http/request/clientAddress.ts';
import type { GraphqlRequest } from '../http/request/graphqlRequest.ts';
import type { MediaType } from '../http/response/mediaType.ts';
import { withFaultStatus } from '../http/response/sendRefusal.ts';
import { withDeadline } from '../limits/deadline.ts';
import type { Limits } from '../limits/limits.ts';
import type { RateLimits } from '../limits/rateLimits.ts';
import type { CurrentSupergraph } from '../supergraph/currentSupergraph.ts';
import type { RequestTelemetry } from '../telemetry/requestTelemetry.ts';
import type { EventStreams } from './eventStreams.ts';
import { LAST_EVENT_HEADER, resumeAfter } from './resume.ts';
import { ACCESS_CHECK_MS } from './session.ts';

export interface SubscriptionParts {
  supergraph: CurrentSupergraph;
  /** Null where nobody has to sign in. */
  tokens: TokenVerifier | null;
  limits: Limits;
  rateLimits: RateLimits;
  streams: EventStreams;
}

/** A request that asks for an event stream. */
export interface SubscriptionRequest {
  viewer: GatewayViewer | null;
  /** The referral that the client names; null for none. */
  referral: string | null;
  /** From RateLimits.countUser. */
  operationsLeft: string;
  graphqlRequest: GraphqlRequest;
  mediaType: MediaType;
  telemetry: RequestTelemetry;
}

/** Subscriptions, in the distinct connections mode of graphql-sse. */
export interface Subscriptions {
  /** Answers a subscription. @returns false for another operation @throws Refusal */
  answer(request: FastifyRequest, reply: FastifyReply, subscription: SubscriptionRequest): Promise<boolean>;
}

export function createSubscriptions(parts: SubscriptionParts): Subscriptions {
  const { supergraph, tokens, limits, rateLimits, streams } = parts;
  const checkAccess = async (request: FastifyRequest, atStart: GatewayViewer | null): Promise<Refusal | null> => {
    try {
      if (!tokens || !atStart) return null;
      const now = await authenticate(request, tokens, ACCESS_CHECK_MS / 1000);
      return accessOf(now) === accessOf(atStart) ? null : viewerChanged();
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };
  return {
    answer: (request, reply, { viewer, referral, operationsLeft, graphqlRequest, mediaType, telemetry }) =>
      supergraph.use(async ({ admission, engine }) => {
        const admitted = telemetry.admit(() =>
          withFaultStatus(mediaType, () => admission.admit(graphqlRequest, viewer)),
        );
        if (admitted.node.operation !== OperationTypeNode.SUBSCRIPTION) return false;
        const { document, node, query, cost } = admitted;
        const variables = withFaultStatus(mediaType, () => {
          if (referral !== null) throw notUnderReferral();
          return resumeAfter(node, admitted.variables, request.headers[LAST_EVENT_HEADER]);
        });
        if (viewer) rateLimits.chargeCost(reply, operationsLeft, viewer.subject, cost);
        const operation = { document, node, query, variables, viewer, referral, requestId: request.id };
        const answer = await streams.serve(request, reply, {
          subject: viewer?.subject ?? clientAddressKey(request.ip),
          start: (cancel) =>
            withDeadline(limits.milliseconds, cancel, engine.subscribe({ ...operation, signal: cancel.signal })),
          charge: () => (viewer ? rateLimits.chargeEvent(viewer.subject, cost) : 0),
          checkAccess: () => checkAccess(request, viewer),
        });
        telemetry.answer = answer ?? STARTED;
        return true;
      }),
  };
}

/** For telemetry: a stream that started counts as an answer. Its events are not counted. */
const STARTED: Answer = { executed: true, usedGrant: false, errors: [], body: Buffer.alloc(0) };

/** What decides which events a user sees. */
function accessOf({ agency, region, roles }: GatewayViewer): string {
  return [agency, region, ...roles].join();
}

/** The subgraph checks access by the user as they were at the start, so a new subscription is needed. */
function viewerChanged(): Refusal {
  const message = "The user's agency, region or roles have changed; subscribe again.";
  return refuse(403, 'VIEWER_CHANGED', message, { accepted: 'a new subscription, after the last cursor' });
}

/** A referral opens data for a reason, at the time of reading. Later events need a reason of their own. */
function notUnderReferral(): Refusal {
  const message = `A subscription is not followed under a referral (${REFERRAL_HEADER}).`;
  const accepted = 'a query under the referral, for each event that needs one';
  return refuse(400, 'REFERRAL_NOT_FOR_STREAMS', message, { accepted });
}
