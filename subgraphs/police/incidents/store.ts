import type { Knex } from 'knex';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey } from '../../kit/loaders.ts';
import { type PageArgs, pageOf } from '../../kit/paging.ts';
import { readableBy, readsOwn } from '../../kit/visibility.ts';
import type { IncidentFilter } from '../generated/resolvers.ts';
import type { IncidentRow } from '../generated/rows.ts';

export type Incident = IncidentRow;

/** Incidents: the police go through those of their region; another agency sees one of its region by reference. */
export function createIncidents({ db, viewer }: StoreParts) {
  const visible = () => readableBy(viewer, db('incidents').select('*'), 'regionCode');
  const byId = loadByKey<Incident>(db, visible, 'id');
  return {
    byId,
    /** By id for the police; null for others. */
    ownById: async (id: string) => (readsOwn(viewer, 'POLICE') ? byId.load(id) : null),
    /** Within a command; null where there is none that the viewer may see. */
    async find(tx: Knex.Transaction, id: string): Promise<Incident | null> {
      return (await readableBy(viewer, tx('incidents').where({ id }).select('*'), 'regionCode').first()) ?? null;
    },
    /** One statement; none for those who are not of the police. */
    page: (args: PageArgs, { kind, status, region, reportedFrom, reportedTo }: IncidentFilter) =>
      pageOf<Incident>(viewer, args, {
        rows: visible(),
        own: 'POLICE',
        region,
        where: { kind, status, reportedAt: { from: reportedFrom, before: reportedTo } },
      }),
  };
}
