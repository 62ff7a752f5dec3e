import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from './limits.ts';
import { refuse } from './refusal.ts';

export const MINUTE_MS = 60_000;
/** Addresses and users that are counted at a time; the least recent are forgotten. */
const MOST_COUNTED = 20_000;
/** Asked by whatever watches the part, and cheap. */
const UNCOUNTED = new Set(['/health', '/ready']);

export interface Rates {
  /** Counts one operation of a user. @throws Refusal 429 */
  countUser(request: FastifyRequest, reply: FastifyReply, username: string): Promise<void>;
}

/** Counts requests by address before anybody is identified, and operations by user after it; each gateway in its own memory. */
export async function limitRates(app: FastifyInstance, limits: Limits): Promise<Rates> {
  const users = new WeakMap<FastifyRequest, string>();
  await app.register(rateLimit, { global: false, cache: MOST_COUNTED, timeWindow: MINUTE_MS });
  const byAddress = app.createRateLimit({ max: limits.addressPerMinute });
  const byUser = app.createRateLimit({
    max: limits.userPerMinute,
    keyGenerator: (request) => users.get(request) ?? '',
  });
  app.addHook('onRequest', async (request) => {
    if (UNCOUNTED.has(request.routeOptions.url ?? '')) return;
    const count = await byAddress(request);
    if (!count.isAllowed && count.isExceeded)
      throw tooOften('addressPerMinute', limits.addressPerMinute, count.ttlInSeconds);
  });
  return {
    async countUser(request, reply, username) {
      users.set(request, username);
      const count = await byUser(request);
      if (count.isAllowed) return;
      tellWhatIsLeft(reply, 'operations', limits.userPerMinute, count.remaining, count.ttlInSeconds);
      if (count.isExceeded) throw tooOften('userPerMinute', limits.userPerMinute, count.ttlInSeconds);
    },
  };
}

/** More than a minute allows: when to come again stands in retry-after. */
export function tooOften(limit: string, accepted: number, seconds: number, details: object = {}) {
  const message = `The minute's share is used up (${limit}: ${accepted}); come again in ${seconds} s.`;
  const said = { limit, accepted, retryAfterSeconds: seconds, ...details };
  return refuse(429, 'RATE_LIMITED', message, said, { 'retry-after': String(Math.max(1, seconds)) });
}

/** What is left of a user's share, in the headers of the IETF's draft on rate limits (draft-ietf-httpapi-ratelimit-headers). */
export function tellWhatIsLeft(reply: FastifyReply, name: string, quota: number, left: number, seconds: number): void {
  add(reply, 'ratelimit-policy', `"${name}";q=${quota};w=${MINUTE_MS / 1000}`);
  add(reply, 'ratelimit', `"${name}";r=${left};t=${seconds}`);
}

/** A batch tells of each of its operations; the last word on a share is the one that holds. */
function add(reply: FastifyReply, header: string, item: string): void {
  const name = item.slice(0, item.indexOf(';'));
  const said = String(reply.getHeader(header) ?? '')
    .split(', ')
    .filter((other) => other && !other.startsWith(name));
  reply.header(header, [...said, item].join(', '));
}
