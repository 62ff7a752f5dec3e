import type { About } from '../kit/sharing/enforce.ts';
import type { Context } from './context.ts';
import type { CourtCase } from './store/courtCases.ts';
import type { JudicialConfirmation } from './store/judicialConfirmations.ts';
import type { ProtectionOrder } from './store/protectionOrders.ts';

/** Whom and what the courts' records are about. */
export const about: About<Context> = {
  CourtCase: ({ id, caseId }: CourtCase) => ({ id, caseId }),
  JudicialConfirmation: ({ id, caseId }: JudicialConfirmation) => ({ id, caseId }),
  ProtectionOrder: ({ id, caseId, applicantToken }: ProtectionOrder) => ({ id, caseId, persons: [applicantToken] }),
};
