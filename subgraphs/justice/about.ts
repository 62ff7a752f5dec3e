import type { About } from '../kit/sharing/enforce.ts';
import type { Context } from './context.ts';
import type { LegalAidCase } from './store/legalAidCases.ts';
import type { Mediation } from './store/mediations.ts';

/** Whom and what the justice bureau's records are about. */
export const about: About<Context> = {
  Mediation: ({ id, caseId }: Mediation) => ({ id, caseId }),
  LegalAidCase: ({ id, caseId, applicantToken }: LegalAidCase) => ({ id, caseId, persons: [applicantToken] }),
};
