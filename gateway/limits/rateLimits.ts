import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '../http/refusal.ts';
import { callerAt } from '../http/request/clientAddress.ts';
import type { Limits } from './limits.ts';
import { createBudget, MINUTE_MS } from './minuteBudget.ts';

/** Asked by whatever watches the part, and cheap. */
const UNCOUNTED = new Set(['/health', '/ready']);

export interface Rates {
  /** Counts a request of an address, before anybody knows whose it is. @throws Refusal 429 */
  countAddress(request: FastifyRequest): void;
  /** Counts operations of a user, and gives what is left of the share, as a header says it. @throws Refusal 429 */
  countUser(reply: FastifyReply, subject: string, operations: number): string;
  /** Charges an operation's cost and tells what is left. @throws Refusal 429 where the share is too small for it */
  chargeCost(reply: FastifyReply, operationsLeft: string, subject: string, cost: number): void;
  /** Charges what comes later. Milliseconds until the share allows it; 0 where it does now. */
  chargeLater(subject: string, cost: number): number;
}

/**
 * Counts requests by address before anybody is identified, and operations and their cost by user after it; each gateway in
 * its own memory. What is left stands in the headers of the IETF's draft on rate limits (draft-ietf-httpapi-ratelimit-headers).
 */
export function createRates(limits: Limits): Rates {
  const { addressPerMinute, userPerMinute, costPerMinute } = limits;
  const windowSeconds = MINUTE_MS / 1000;
  const policy = `"operations";q=${userPerMinute};w=${windowSeconds}, "cost";q=${costPerMinute};w=${windowSeconds}`;
  const addresses = createBudget(addressPerMinute);
  const operations = createBudget(userPerMinute);
  const costs = createBudget(costPerMinute);
  return {
    countAddress({ routeOptions, ip }) {
      if (UNCOUNTED.has(routeOptions.url ?? '')) return;
      const { granted, seconds } = addresses.spend(callerAt(ip), 1);
      if (!granted) throw tooOften('addressPerMinute', addressPerMinute, seconds);
    },
    countUser(reply, subject, count) {
      const { granted, left, seconds } = operations.spend(subject, count);
      const said = `"operations";r=${left};t=${seconds}`;
      reply.header('ratelimit-policy', policy).header('ratelimit', said);
      if (!granted) throw tooOften('userPerMinute', userPerMinute, seconds);
      return said;
    },
    chargeLater(subject, cost) {
      const { granted, seconds } = costs.spend(subject, cost);
      return granted ? 0 : seconds * 1000;
    },
    chargeCost(reply, operationsLeft, subject, cost) {
      const spent = costs.spend(subject, cost);
      reply.header('ratelimit', `${operationsLeft}, "cost";r=${spent.left};t=${spent.seconds}`);
      if (!spent.granted) throw tooOften('costPerMinute', costPerMinute, spent.seconds, { cost, left: spent.left });
    },
  };
}

/** More than a minute allows: when to come again stands in retry-after. */
function tooOften(limit: string, accepted: number, seconds: number, details: object = {}): Refusal {
  const message = `The minute's share is used up (${limit}: ${accepted}); come again in ${seconds} s.`;
  const said = { limit, accepted, retryAfterSeconds: seconds, ...details };
  return refuse(429, 'RATE_LIMITED', message, said, { 'retry-after': String(Math.max(1, seconds)) });
}
