import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { regionScope, type Viewer } from '../../../kit/viewer.ts';
import { withinRegion } from '../../../kit/visibility.ts';

export interface Consultation {
  id: string;
  heldOn: string;
  participants: string[];
  minutes: string;
  decisions: string[];
}

interface Row {
  id: string;
  held_on: string;
  participants: string[];
  minutes: string;
  decisions: string[];
  parent_key: string;
}

const COLUMNS = ['id', 'held_on', 'participants', 'minutes', 'decisions'].map((column) => `consultations.${column}`);

/** Consultations of the viewer's region in which its agency took part. */
export function createConsultations({ db, viewer }: StoreParts) {
  return {
    byId: loadByKey<Row, Consultation>(
      db,
      () => visibleTo(viewer, db.queryBuilder()),
      'consultations.id',
      toConsultation,
    ),
    /** Consultations on many leads, newest first: one statement. */
    ofLead: loadLists<Row, Consultation>(
      db,
      viewer,
      'uuid',
      (query) =>
        visibleTo(viewer, query)
          .join('consultation_leads', 'consultation_leads.consultation_id', 'consultations.id')
          .whereRaw('consultation_leads.lead_id = parent.key')
          .orderBy('consultations.id', 'desc'),
      toConsultation,
    ),
    /** Leads that many consultations were about: one statement. */
    leadsOf: loadLists<{ lead_id: string; parent_key: string }, { id: string }>(
      db,
      viewer,
      'uuid',
      (query) =>
        query.select('lead_id').from('consultation_leads').whereRaw('consultation_id = parent.key').orderBy('lead_id'),
      (row) => ({ id: row.lead_id }),
    ),
    /** Tokens of the applicants of the leads that many consultations were about: one statement. */
    applicantsOf: loadLists<{ applicant_token: string; parent_key: string }, string>(
      db,
      viewer,
      'uuid',
      (query) =>
        query
          .distinct('received_leads.applicant_token')
          .from('consultation_leads')
          .join('received_leads', 'received_leads.id', 'consultation_leads.lead_id')
          .whereRaw('consultation_leads.consultation_id = parent.key')
          .orderBy('received_leads.applicant_token'),
      (row) => row.applicant_token,
    ),
    async insert(
      tx: Knex.Transaction,
      consultation: Omit<Consultation, 'id'> & { regionCode: string; leadIds: string[]; recordedBy: string },
    ): Promise<string> {
      const id = uuidv7();
      await tx('consultations').insert({
        id,
        held_on: consultation.heldOn,
        region_code: consultation.regionCode,
        participants: consultation.participants,
        minutes: consultation.minutes,
        decisions: consultation.decisions,
        recorded_by: consultation.recordedBy,
      });
      await tx('consultation_leads').insert(
        consultation.leadIds.map((leadId) => ({ lead_id: leadId, consultation_id: id })),
      );
      return id;
    },
  };
}

function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .select(COLUMNS)
    .from('consultations')
    .modify(withinRegion, 'consultations.region_code', regionScope(viewer.region))
    .whereRaw('? = any(consultations.participants)', [viewer.agency]);
}

function toConsultation(row: Row): Consultation {
  return {
    id: row.id,
    heldOn: row.held_on,
    participants: row.participants,
    minutes: row.minutes,
    decisions: row.decisions,
  };
}
