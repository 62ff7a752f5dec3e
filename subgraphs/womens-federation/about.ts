import type { About, Named } from '../kit/sharing/enforce.ts';
import type { Context } from './context.ts';
import type { AidLeadChange } from './store/aidLeadChanges.ts';
import type { AidLead } from './store/aidLeads.ts';
import type { AssistanceMeasure } from './store/assistanceMeasures.ts';
import type { Visit } from './store/visits.ts';

/** Whom and what the federation's records are about: changes, measures and visits are about whom their lead is about. */
export const about: About<Context> = {
  AidLead: ({ id, caseId, applicantToken }: AidLead) => ({ id, caseId, persons: [applicantToken] }),
  AidLeadChange: ({ aidLeadId }: AidLeadChange, context) => ofLead({ id: aidLeadId, aidLeadId }, context),
  AssistanceMeasure: ofLead,
  Visit: ofLead,
};

type OfLead = Pick<AssistanceMeasure | Visit, 'id' | 'aidLeadId'>;

async function ofLead({ id, aidLeadId }: OfLead, { store }: Context): Promise<Named> {
  const lead = await store.aidLeads.byId.load(aidLeadId);
  return lead ? { id, caseId: lead.caseId, persons: [lead.applicantToken], regionCode: lead.regionCode } : { id };
}
