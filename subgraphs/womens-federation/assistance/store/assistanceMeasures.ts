import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import type { AssistanceKind, AssistanceStatus } from '../../generated/resolvers.ts';

export interface AssistanceMeasure {
  id: string;
  aidLeadId: string;
  kind: AssistanceKind;
  provider: string;
  status: AssistanceStatus;
  startsOn: string;
  description: string;
}

interface Row {
  id: string;
  aid_lead_id: string;
  kind: AssistanceKind;
  provider: string;
  status: AssistanceStatus;
  starts_on: string;
  description: string;
  parent_key: string;
}

const COLUMNS = ['id', 'aid_lead_id', 'kind', 'provider', 'status', 'starts_on', 'description'];

export function createAssistanceMeasures({ db, viewer }: StoreParts) {
  return {
    byId: loadByKey<Row, AssistanceMeasure>(db, () => db('assistance_measures').select(COLUMNS), 'id', toMeasure),
    /** Measures of many leads, newest first: one statement. */
    ofLead: loadLists<Row, AssistanceMeasure>(
      db,
      viewer,
      'uuid',
      (query) =>
        query.select(COLUMNS).from('assistance_measures').whereRaw('aid_lead_id = parent.key').orderBy('id', 'desc'),
      toMeasure,
    ),
    async insert(
      tx: Knex.Transaction,
      measure: Omit<AssistanceMeasure, 'id'> & { createdBy: string },
    ): Promise<string> {
      const id = uuidv7();
      await tx('assistance_measures').insert({
        id,
        aid_lead_id: measure.aidLeadId,
        kind: measure.kind,
        provider: measure.provider,
        status: measure.status,
        starts_on: measure.startsOn,
        description: measure.description,
        created_by: measure.createdBy,
      });
      return id;
    },
  };
}

function toMeasure(row: Row): AssistanceMeasure {
  const { aid_lead_id, starts_on, parent_key: _, ...rest } = row;
  return { ...rest, aidLeadId: aid_lead_id, startsOn: starts_on };
}
