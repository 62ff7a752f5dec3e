import { PAGE_LIMIT } from '../kit/paging.ts';
import type { About } from '../kit/sharing/enforce.ts';
import type { Context } from './context.ts';
import type { AidCase } from './store/aidCases.ts';
import type { Consultation } from './store/consultations.ts';
import type { ProsecutionCase } from './store/prosecutionCases.ts';

/** Whom and what the prosecutors' records are about. */
export const about: About<Context> = {
  AidCase: ({ id, caseId, applicantToken }: AidCase) => ({ id, caseId, persons: [applicantToken] }),
  ProsecutionCase: ({ id, caseId }: ProsecutionCase) => ({ id, caseId }),
  /** Its minutes are about the applicants of the leads that it was held on. */
  Consultation: async ({ id }: Consultation, { store }) => ({
    id,
    persons: await store.consultations.applicantsOf.of(id, PAGE_LIMIT),
  }),
};
