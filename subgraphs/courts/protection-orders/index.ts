import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Person } from './Person.ts';
import { ProtectionOrder } from './ProtectionOrder.ts';
import { Query } from './Query.ts';
import type { ProtectionOrder as ProtectionOrderRecord } from './store.ts';

const resolvers: Resolvers = { Query, Person, ProtectionOrder };

/** Personal-safety protection orders 人身安全保护令. */
export const protectionOrders: Capability<Context> = {
  resolvers,
  about: {
    ProtectionOrder: ({ id, caseId, applicantToken }: ProtectionOrderRecord) => ({
      id,
      caseId,
      persons: [applicantToken],
    }),
  },
};
