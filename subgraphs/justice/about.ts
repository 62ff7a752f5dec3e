import { PAGE_LIMIT } from '../kit/paging.ts';
import type { About } from '../kit/sharing/enforce.ts';
import type { Context } from './context.ts';
import type { LegalAidCase } from './store/legalAidCases.ts';
import type { Mediation } from './store/mediations.ts';

/** Whom and what the justice bureau's records are about. */
export const about: About<Context> = {
  /** A dispute that belongs to no case is about its parties. */
  Mediation: async ({ id, caseId }: Mediation, { store }) => {
    if (caseId !== null) return { id, caseId };
    const parties = await store.mediationParties.ofMediation.of(id, PAGE_LIMIT);
    return { id, persons: parties.map(({ token }) => token) };
  },
  LegalAidCase: ({ id, caseId, applicantToken }: LegalAidCase) => ({ id, caseId, persons: [applicantToken] }),
};
