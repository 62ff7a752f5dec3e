import type { Knex } from 'knex';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { PAGE_LIMIT, type PageArgs, pageOf } from '../../../kit/paging.ts';
import { regionScope, type Viewer } from '../../../kit/viewer.ts';
import { withinRegion } from '../../../kit/visibility.ts';
import type { CaseFilter } from '../../generated/resolvers.ts';
import type { CaseAgencyRow, CaseNumberRow, CaseRow } from '../../generated/rows.ts';

export type Case = CaseRow;
export type CaseNumberEntry = CaseNumberRow;

/** The register, as far as the viewer's region goes. */
export function createCases(db: Knex, viewer: Viewer) {
  const visible = () =>
    db('cases').select('cases.*').modify(withinRegion, 'cases.regionCode', regionScope(viewer.region));
  return {
    byId: loadByKey<Case>(db, visible, 'cases.id'),
    byNumber: loadByKey<Case>(
      db,
      () => visible().join('caseNumbers', 'caseNumbers.caseId', 'cases.id'),
      'caseNumbers.number',
      'text',
    ),
    /** One statement. */
    page(args: PageArgs, { agency, kind, stage, region, openedFrom, openedTo }: CaseFilter) {
      const rows = visible();
      if (agency) rows.whereExists(db('caseAgencies').whereRaw('case_agencies.case_id = cases.id').where({ agency }));
      return pageOf<Case>(viewer, args, {
        rows,
        table: 'cases',
        region,
        where: { kind, stage, openedAt: { from: openedFrom, before: openedTo } },
      });
    },
    /** Numbers of many cases, oldest first: one statement. */
    numbersOf: loadLists<CaseNumberEntry>(db, viewer, 'uuid', (query) =>
      query.select('*').from('caseNumbers').whereRaw('case_id = parent.key').orderBy('givenAt'),
    ),
    /** Agencies that hold records on many cases: one statement. */
    agenciesOf: loadLists<CaseAgencyRow>(db, viewer, 'uuid', (query) =>
      query.select('*').from('caseAgencies').whereRaw('case_id = parent.key').orderBy('agency'),
    ),
    /** As many as a case can have agencies or numbers. */
    all: PAGE_LIMIT,
  };
}

/** The case that a number belongs to, as far as the scope of the statement goes; null where none does. */
export async function caseIdOfNumber(db: Knex, number: string): Promise<string | null> {
  const row = await db<CaseNumberRow>('caseNumbers').where({ number }).first('caseId');
  return row?.caseId ?? null;
}
