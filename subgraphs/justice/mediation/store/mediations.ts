import type { Knex } from 'knex';
import type { CasesOfPerson, StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { type PageArgs, pageOf } from '../../../kit/paging.ts';
import { readableBy, readsOwn } from '../../../kit/visibility.ts';
import type { MediationFilter } from '../../generated/resolvers.ts';
import type { MediationRow } from '../../generated/rows.ts';

export type Mediation = MediationRow;

/** Mediations: the bureau lists those of its region; another agency reaches those of its region by case, person or reference. */
export function createMediations({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()) =>
    readableBy(viewer, query.select('mediations.*').from('mediations'), 'mediations.regionCode');
  const byId = loadByKey<Mediation>(db, visible, 'id');
  return {
    byId,
    /** By id for the bureau; null for others. */
    ownById: async (id: string) => (readsOwn(viewer, 'JUSTICE') ? byId.load(id) : null),
    /** Mediations that many persons are parties of, newest first: one statement. */
    ofPerson: loadLists<Mediation>(db, viewer, 'text', (query) =>
      visible(query)
        .join('mediationParties', 'mediationParties.mediationId', 'mediations.id')
        .whereRaw('mediation_parties.person_token = parent.key')
        .orderBy('mediations.id', 'desc'),
    ),
    /** Mediations in many cases, newest first: one statement. */
    ofCase: loadLists<Mediation>(db, viewer, 'uuid', (query) =>
      visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
    ),
    /** One statement; none for those who are not of the bureau. */
    page: (args: PageArgs, { source, status, region, acceptedFrom, acceptedTo }: MediationFilter) =>
      pageOf<Mediation>(viewer, args, {
        rows: visible(),
        own: 'JUSTICE',
        region,
        where: { source, status, acceptedAt: { from: acceptedFrom, before: acceptedTo } },
      }),
  };
}

/** Cases of the register in whose record the justice bureau has the person: one statement. */
export const casesOfPerson: CasesOfPerson = (db, token) =>
  db('mediationParties')
    .join('mediations', 'mediations.id', 'mediationParties.mediationId')
    .where({ personToken: token })
    .whereNotNull('caseId')
    .distinct()
    .pluck('case_id');
