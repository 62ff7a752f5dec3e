import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';

export interface Visit {
  id: string;
  aidLeadId: string;
  visitedOn: string;
  returnVisit: boolean;
  participants: string[];
  findings: string;
}

interface Row {
  id: string;
  aid_lead_id: string;
  visited_on: string;
  return_visit: boolean;
  participants: string[];
  findings: string;
  parent_key: string;
}

const COLUMNS = ['id', 'aid_lead_id', 'visited_on', 'return_visit', 'participants', 'findings'];

export function createVisits({ db, viewer }: StoreParts) {
  return {
    byId: loadByKey<Row, Visit>(db, () => db('visits').select(COLUMNS), 'id', toVisit),
    /** Visits of many leads, newest first: one statement. */
    ofLead: loadLists<Row, Visit>(
      db,
      viewer,
      'uuid',
      (query) => query.select(COLUMNS).from('visits').whereRaw('aid_lead_id = parent.key').orderBy('id', 'desc'),
      toVisit,
    ),
    async insert(tx: Knex.Transaction, visit: Omit<Visit, 'id'> & { createdBy: string }): Promise<string> {
      const id = uuidv7();
      await tx('visits').insert({
        id,
        aid_lead_id: visit.aidLeadId,
        visited_on: visit.visitedOn,
        return_visit: visit.returnVisit,
        participants: visit.participants,
        findings: visit.findings,
        created_by: visit.createdBy,
      });
      return id;
    },
  };
}

function toVisit(row: Row): Visit {
  return {
    id: row.id,
    aidLeadId: row.aid_lead_id,
    visitedOn: row.visited_on,
    returnVisit: row.return_visit,
    participants: row.participants,
    findings: row.findings,
  };
}
