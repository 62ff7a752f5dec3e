import type { About, Named } from '../kit/sharing/enforce.ts';
import type { Context } from './context.ts';
import type { AidLead } from './store/aidLeads.ts';
import type { AssistanceMeasure } from './store/assistanceMeasures.ts';
import type { Visit } from './store/visits.ts';

/** Whom and what the federation's records are about: measures and visits are about whom their lead is about. */
export const about: About<Context> = {
  AidLead: ({ id, caseId, applicantToken }: AidLead) => ({ id, caseId, persons: [applicantToken] }),
  AssistanceMeasure: ofLead,
  Visit: ofLead,
};

async function ofLead({ id, aidLeadId }: AssistanceMeasure | Visit, { store }: Context): Promise<Named> {
  const lead = await store.aidLeads.byId.load(aidLeadId);
  return lead ? { id, caseId: lead.caseId, persons: [lead.applicantToken] } : { id };
}
