import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import type { AssistanceMeasureInsert, AssistanceMeasureRow, VisitInsert, VisitRow } from '../generated/rows.ts';

export type AssistanceMeasure = AssistanceMeasureRow;
export type Visit = VisitRow;

/** Who sees a lead sees what is done for her. */
export function createAssistanceMeasures({ db, viewer }: StoreParts) {
  return {
    byId: loadByKey<AssistanceMeasure>(db, () => db('assistanceMeasures').select('*'), 'id'),
    /** Measures of many leads, newest first: one statement. */
    ofLead: loadLists<AssistanceMeasure>(db, viewer, 'uuid', (query) =>
      query.select('*').from('assistanceMeasures').whereRaw('aid_lead_id = parent.key').orderBy('id', 'desc'),
    ),
    async insert(tx: Knex.Transaction, measure: Omit<AssistanceMeasureInsert, 'id'>): Promise<string> {
      const id = uuidv7();
      await tx('assistanceMeasures').insert({ id, ...measure });
      return id;
    },
  };
}

export function createVisits({ db, viewer }: StoreParts) {
  return {
    byId: loadByKey<Visit>(db, () => db('visits').select('*'), 'id'),
    /** Visits of many leads, newest first: one statement. */
    ofLead: loadLists<Visit>(db, viewer, 'uuid', (query) =>
      query.select('*').from('visits').whereRaw('aid_lead_id = parent.key').orderBy('id', 'desc'),
    ),
    async insert(tx: Knex.Transaction, visit: Omit<VisitInsert, 'id'>): Promise<string> {
      const id = uuidv7();
      await tx('visits').insert({ id, ...visit });
      return id;
    },
  };
}
