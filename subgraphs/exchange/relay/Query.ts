import { pageSize } from '../../kit/paging.ts';
import { mayAsk } from '../../kit/permissions.ts';
import { forbidden } from '../../kit/requestError.ts';
import type { Context } from '../context.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { verifyLedger } from './ledger/verifyLedger.ts';

export const Query: QueryResolvers = {
  deadLetters: (_, { first }, context) => {
    requirePermission(context, 'deadLetters');
    return context.store.deadLetters.newest(pageSize(first, context.viewer));
  },
  refusedEnvelopes: (_, { first }, context) => {
    requirePermission(context, 'refusedEnvelopes');
    return context.store.refusedEnvelopes.newest(pageSize(first, context.viewer));
  },
  ledgerVerification: (_, __, context) => {
    requirePermission(context, 'ledgerVerification');
    return verifyLedger(context.db, { rules: context.rules });
  },
};

function requirePermission({ viewer }: Context, query: string): void {
  if (!mayAsk(viewer, query)) throw forbidden(viewer.language);
}
