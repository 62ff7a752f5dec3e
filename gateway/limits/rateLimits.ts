import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '../http/refusal.ts';
import { clientAddressKey } from '../http/request/clientAddress.ts';
import type { Limits } from './limits.ts';
import { createMinuteBudget, MINUTE_MS } from './minuteBudget.ts';

/** Health checks are cheap, and are not counted. */
const UNCOUNTED = new Set(['/health', '/ready']);

export interface RateLimits {
  /** Counts a request by its address, before the user is known. @throws Refusal 429 */
  countAddress(request: FastifyRequest): void;
  /** Counts an operation of a user. @returns what is left, for the `ratelimit` header @throws Refusal 429 */
  countUser(reply: FastifyReply, subject: string): string;
  /** Charges the cost of an operation. @param operationsLeft from countUser @throws Refusal 429 where the budget is too small */
  chargeCost(reply: FastifyReply, operationsLeft: string, subject: string, cost: number): void;
  /** Charges the cost of one event of a stream. @returns milliseconds until the budget allows it; 0 if it is charged now */
  chargeEvent(subject: string, cost: number): number;
}

/**
 * Limits by the minute: requests of an address, operations and cost of a user, counted in this process's memory. The headers
 * that say what is left follow draft-ietf-httpapi-ratelimit-headers.
 */
export function createRateLimits(limits: Limits): RateLimits {
  const { addressPerMinute, userPerMinute, costPerMinute } = limits;
  const windowSeconds = MINUTE_MS / 1000;
  const policy = `"operations";q=${userPerMinute};w=${windowSeconds}, "cost";q=${costPerMinute};w=${windowSeconds}`;
  const addresses = createMinuteBudget(addressPerMinute);
  const operations = createMinuteBudget(userPerMinute);
  const costs = createMinuteBudget(costPerMinute);
  return {
    countAddress({ routeOptions, ip }) {
      if (UNCOUNTED.has(routeOptions.url ?? '')) return;
      const { granted, seconds } = addresses.spend(clientAddressKey(ip), 1);
      if (!granted) throw rateLimited('addressPerMinute', addressPerMinute, seconds);
    },
    countUser(reply, subject) {
      const { granted, left, seconds } = operations.spend(subject, 1);
      const operationsLeft = `"operations";r=${left};t=${seconds}`;
      reply.header('ratelimit-policy', policy).header('ratelimit', operationsLeft);
      if (!granted) throw rateLimited('userPerMinute', userPerMinute, seconds);
      return operationsLeft;
    },
    chargeCost(reply, operationsLeft, subject, cost) {
      const { granted, left, seconds } = costs.spend(subject, cost);
      reply.header('ratelimit', `${operationsLeft}, "cost";r=${left};t=${seconds}`);
      if (!granted) throw rateLimited('costPerMinute', costPerMinute, seconds, { cost, left });
    },
    chargeEvent(subject, cost) {
      const { granted, seconds } = costs.spend(subject, cost);
      return granted ? 0 : seconds * 1000;
    },
  };
}

function rateLimited(limit: string, accepted: number, seconds: number, details: object = {}): Refusal {
  const message = `The minute's share is used up (${limit}: ${accepted}); come again in ${seconds} s.`;
  const all = { limit, accepted, retryAfterSeconds: seconds, ...details };
  return refuse(429, 'RATE_LIMITED', message, all, { 'retry-after': String(Math.max(1, seconds)) });
}
