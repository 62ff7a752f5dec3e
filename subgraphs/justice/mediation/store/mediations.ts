import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../../kit/paging.ts';
import { narrowScope } from '../../../kit/viewer.ts';
import { readableBy, readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { DisputeKind, MediationSource, MediationStatus } from '../../generated/resolvers.ts';

export interface Mediation {
  id: string;
  number: string;
  source: MediationSource;
  disputeKind: DisputeKind;
  status: MediationStatus;
  regionCode: string;
  organisationId: string | null;
  mediatorId: string | null;
  acceptedAt: Date;
  assignedAt: Date | null;
  concludedAt: Date | null;
  agreementAmount: string | null;
  caseId: string | null;
}

interface Row {
  id: string;
  number: string;
  source: MediationSource;
  dispute_kind: DisputeKind;
  status: MediationStatus;
  region_code: string;
  organisation_id: string | null;
  mediator_id: string | null;
  accepted_at: Date;
  assigned_at: Date | null;
  concluded_at: Date | null;
  agreement_amount: string | null;
  case_id: string | null;
  parent_key: string;
}

const COLUMNS = [
  'mediations.id',
  'mediations.number',
  'mediations.source',
  'mediations.dispute_kind',
  'mediations.status',
  'mediations.region_code',
  'mediations.organisation_id',
  'mediations.mediator_id',
  'mediations.accepted_at',
  'mediations.assigned_at',
  'mediations.concluded_at',
  'mediations.agreement_amount',
  'mediations.case_id',
];

export interface MediationFilter {
  source?: readonly string[] | null;
  status?: readonly string[] | null;
  region?: string | null;
  acceptedFrom?: string | Date | null;
  acceptedTo?: string | Date | null;
}

/** Mediations: the bureau lists those of its region; another agency reaches those of its region by case, person or reference. */
export function createMediations({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder) =>
    readableBy(viewer, query.select(COLUMNS).from('mediations'), 'mediations.region_code');
  const byId = loadByKey<Row, Mediation>(db, () => visible(db.queryBuilder()), 'mediations.id', toMediation);
  return {
    byId,
    /** The mediation, for who may list it as well. */
    find: async (id: string): Promise<Mediation | null> => (readsOwn(viewer, 'JUSTICE') ? byId.load(id) : null),
    /** Mediations that many persons are parties of, newest first: one statement. */
    ofPerson: loadLists<Row, Mediation>(
      db,
      viewer,
      'text',
      (query) =>
        visible(query)
          .join('mediation_parties', 'mediation_parties.mediation_id', 'mediations.id')
          .whereRaw('mediation_parties.person_token = parent.key')
          .orderBy('mediations.id', 'desc'),
      toMediation,
    ),
    /** Mediations in many cases, newest first: one statement. */
    ofCase: loadLists<Row, Mediation>(
      db,
      viewer,
      'uuid',
      (query) => visible(query).whereRaw('mediations.case_id = parent.key').orderBy('mediations.id', 'desc'),
      toMediation,
    ),
    /** One statement; none for other agencies. */
    async page(args: PageArgs, filter: MediationFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null || !readsOwn(viewer, 'JUSTICE')) return emptyPage<Mediation>(args);
      const query = withinRegion(visible(db.queryBuilder()), 'mediations.region_code', scope);
      if (filter.source) query.whereIn('mediations.source', [...filter.source]);
      if (filter.status) query.whereIn('mediations.status', [...filter.status]);
      if (filter.acceptedFrom) query.where('mediations.accepted_at', '>=', filter.acceptedFrom);
      if (filter.acceptedTo) query.where('mediations.accepted_at', '<', filter.acceptedTo);
      return keysetPage<Mediation>(query, 'mediations.id', args, viewer, toMediation as never);
    },
  };
}

function toMediation(row: Row): Mediation {
  return {
    id: row.id,
    number: row.number,
    source: row.source,
    disputeKind: row.dispute_kind,
    status: row.status,
    regionCode: row.region_code,
    organisationId: row.organisation_id,
    mediatorId: row.mediator_id,
    acceptedAt: row.accepted_at,
    assignedAt: row.assigned_at,
    concludedAt: row.concluded_at,
    agreementAmount: row.agreement_amount,
    caseId: row.case_id,
  };
}
