import type { Named } from '../kit/sharing/enforce.ts';
import type { Context } from './context.ts';

/** Changes, measures and visits are about whom their lead is about. */
export async function ofLead({ id, aidLeadId }: { id: string; aidLeadId: string }, { store }: Context): Promise<Named> {
  const lead = await store.aidLeads.byId.load(aidLeadId);
  return lead ? { id, caseId: lead.caseId, persons: [lead.applicantToken], regionCode: lead.regionCode } : { id };
}
