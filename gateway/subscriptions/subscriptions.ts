import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { whoAsks } from '../auth/authenticate.ts';
import { REFERRAL_HEADER } from '../auth/referrals/exchangeGrants.ts';
import type { Identity } from '../auth/tokenVerifier.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { Answer } from '../execution/engine.ts';
import { Refusal, refuse, tellingAs } from '../http/refusal.ts';
import { callerAt } from '../http/request/clientAddress.ts';
import type { GraphqlRequest } from '../http/request/graphqlRequest.ts';
import type { MediaType } from '../http/response/mediaType.ts';
import { withDeadline } from '../limits/deadline.ts';
import type { Limits } from '../limits/limits.ts';
import type { Rates } from '../limits/rateLimits.ts';
import type { Graphs } from '../supergraph/currentSupergraph.ts';
import type { Course } from '../telemetry/requestTelemetry.ts';
import type { Streams } from './eventStreams.ts';
import { LAST_EVENT_HEADER, resumed } from './resume.ts';
import { ASKED_AGAIN_MS } from './session.ts';

interface Parts {
  graphs: Graphs;
  /** Null where nobody has to sign in. */
  identity: Identity | null;
  limits: Limits;
  rates: Rates;
  streams: Streams;
}

interface Asked {
  viewer: Viewer | null;
  /** The referral that is named; null for none. */
  referral: string | null;
  /** What the viewer's share of operations has left, as a header says it. */
  left: string;
  asked: GraphqlRequest;
  mediaType: MediaType;
  course: Course;
}

/** Subscriptions, in the distinct connections mode of graphql-sse. */
export interface Subscriptions {
  /** Answers where a subscription is asked for; false where it is not. @throws Refusal */
  answer(request: FastifyRequest, reply: FastifyReply, asked: Asked): Promise<boolean>;
}

export function createSubscriptions({ graphs, identity, limits, rates, streams }: Parts): Subscriptions {
  const whyNot = async (request: FastifyRequest, began: Viewer | null): Promise<Refusal | null> => {
    try {
      if (!identity || !began) return null;
      const now = await whoAsks(request, identity, ASKED_AGAIN_MS / 1000);
      return reads(now) === reads(began) ? null : viewerChanged();
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };
  return {
    answer: (request, reply, { viewer, referral, left, asked, mediaType, course }) =>
      graphs.use(async ({ door, engine }) => {
        const [admitted] = course.admit(() => tellingAs(mediaType, () => [door.admit(asked, viewer)]));
        if (admitted?.node.operation !== OperationTypeNode.SUBSCRIPTION) return false;
        const { document, node, query, cost } = admitted;
        const variables = tellingAs(mediaType, () => {
          if (referral !== null) throw notUnderReferral();
          return resumed(node, admitted.variables, request.headers[LAST_EVENT_HEADER]);
        });
        if (viewer) rates.chargeCost(reply, left, viewer.subject, cost);
        const operation = { document, node, query, variables, viewer, referral, requestId: request.id };
        const answer = await streams.serve(request, reply, {
          subject: viewer?.subject ?? callerAt(request.ip),
          begin: (stop) =>
            withDeadline(limits.milliseconds, stop, engine.subscribe({ ...operation, signal: stop.signal })),
          charge: () => (viewer ? rates.chargeLater(viewer.subject, cost) : 0),
          whyNot: () => whyNot(request, viewer),
        });
        course.answers = [answer ?? BEGUN];
        return true;
      }),
  };
}

/** For whoever counts answers: the events of a stream are none. */
const BEGUN: Answer = { executed: true, usedWindow: false, errors: [], body: Buffer.alloc(0) };

/** What decides which events somebody sees. */
function reads({ agency, region, roles }: Viewer): string {
  return [agency, region, ...roles].join();
}

/** The subgraph answers a stream for whom it began with, so another one is needed. */
function viewerChanged(): Refusal {
  const message = "The user's agency, region or roles have changed; subscribe again.";
  return refuse(403, 'VIEWER_CHANGED', message, { accepted: 'a new subscription, after the last cursor' });
}

/** A referral opens what is read now, and for a reason; what comes later has its own. */
function notUnderReferral(): Refusal {
  const message = `A subscription is not followed under a referral (${REFERRAL_HEADER}).`;
  const accepted = 'a query under the referral, for each event that needs one';
  return refuse(400, 'REFERRAL_NOT_FOR_STREAMS', message, { accepted });
}
