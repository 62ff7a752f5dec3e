import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { regionScope } from '../../../kit/viewer.ts';
import { withinRegion } from '../../../kit/visibility.ts';
import type {
  ConsultationInsert,
  ConsultationLeadRow,
  ConsultationRow,
  ReceivedLeadRow,
} from '../../generated/rows.ts';

export type Consultation = ConsultationRow;

/** Consultations of the viewer's region in which its agency took part. */
export function createConsultations({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()) =>
    query
      .select('consultations.*')
      .from('consultations')
      .modify(withinRegion, 'consultations.regionCode', regionScope(viewer.region))
      .whereRaw('? = any(consultations.participants)', [viewer.agency]);
  return {
    byId: loadByKey<Consultation>(db, visible, 'id'),
    /** Consultations on many leads, newest first: one statement. */
    ofLead: loadLists<Consultation>(db, viewer, 'uuid', (query) =>
      visible(query)
        .join('consultationLeads', 'consultationLeads.consultationId', 'consultations.id')
        .whereRaw('consultation_leads.lead_id = parent.key')
        .orderBy('consultations.id', 'desc'),
    ),
    /** Leads that many consultations were about: one statement. */
    leadsOf: loadLists(
      db,
      viewer,
      'uuid',
      (query) =>
        query.select('leadId').from('consultationLeads').whereRaw('consultation_id = parent.key').orderBy('leadId'),
      ({ leadId }: Pick<ConsultationLeadRow, 'leadId'>) => ({ id: leadId }),
    ),
    /** Tokens of the applicants of the leads that many consultations were about: one statement. */
    applicantsOf: loadLists(
      db,
      viewer,
      'uuid',
      (query) =>
        query
          .distinct('receivedLeads.applicantToken')
          .from('consultationLeads')
          .join('receivedLeads', 'receivedLeads.id', 'consultationLeads.leadId')
          .whereRaw('consultation_leads.consultation_id = parent.key')
          .orderBy('receivedLeads.applicantToken'),
      ({ applicantToken }: Pick<ReceivedLeadRow, 'applicantToken'>) => applicantToken,
    ),
    async insert(
      tx: Knex.Transaction,
      { leadIds, ...consultation }: Omit<ConsultationInsert, 'id'> & { leadIds: readonly string[] },
    ): Promise<string> {
      const id = uuidv7();
      await tx('consultations').insert({ id, ...consultation });
      await tx('consultationLeads').insert(leadIds.map((leadId) => ({ leadId, consultationId: id })));
      return id;
    },
  };
}
