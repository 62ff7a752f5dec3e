import type { Knex } from 'knex';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { emptyPage, keysetPage, PAGE_LIMIT, type PageArgs } from '../../../kit/paging.ts';
import { narrowScope, regionScope, type Viewer } from '../../../kit/viewer.ts';
import { withinRegion } from '../../../kit/visibility.ts';
import type { CaseKind, CaseStage } from '../../generated/resolvers.ts';

export interface Case {
  id: string;
  number: string;
  kind: CaseKind;
  stage: CaseStage;
  regionCode: string;
  openedAt: Date;
}

interface Row {
  id: string;
  number: string;
  kind: CaseKind;
  stage: CaseStage;
  region_code: string;
  opened_at: Date;
}

export interface CaseNumberEntry {
  number: string;
  agency: string;
}

export interface CaseFilter {
  kind?: readonly string[] | null;
  stage?: readonly string[] | null;
  agency?: string | null;
  region?: string | null;
  openedFrom?: string | Date | null;
  openedTo?: string | Date | null;
}

const COLUMNS = ['cases.id', 'cases.number', 'cases.kind', 'cases.stage', 'cases.region_code', 'cases.opened_at'];

/** The register, as far as the viewer's region goes. */
export function createCases(db: Knex, viewer: Viewer) {
  const visible = () =>
    db('cases').select(COLUMNS).modify(withinRegion, 'cases.region_code', regionScope(viewer.region));
  return {
    byId: loadByKey<Row, Case>(db, visible, 'cases.id', toCase),
    byNumber: loadByKey<Row, Case>(
      db,
      () => visible().join('case_numbers', 'case_numbers.case_id', 'cases.id'),
      'case_numbers.number',
      toCase,
      false,
    ),
    /** One statement. */
    async page(args: PageArgs, filter: CaseFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null) return emptyPage<Case>(args);
      const query = withinRegion(visible(), 'cases.region_code', scope);
      if (filter.kind) query.whereIn('cases.kind', [...filter.kind]);
      if (filter.stage) query.whereIn('cases.stage', [...filter.stage]);
      if (filter.openedFrom) query.where('cases.opened_at', '>=', filter.openedFrom);
      if (filter.openedTo) query.where('cases.opened_at', '<', filter.openedTo);
      if (filter.agency) {
        query.whereExists(
          db('case_agencies').whereRaw('case_agencies.case_id = cases.id').where({ agency: filter.agency }),
        );
      }
      return keysetPage<Case>(query, 'cases.id', args, viewer, toCase as never);
    },
    /** Numbers of many cases, oldest first: one statement. */
    numbersOf: loadLists<CaseNumberEntry & { parent_key: string }, CaseNumberEntry>(
      db,
      viewer,
      'uuid',
      (query) =>
        query.select('number', 'agency').from('case_numbers').whereRaw('case_id = parent.key').orderBy('given_at'),
      ({ number, agency }) => ({ number, agency }),
    ),
    /** Agencies that hold records on many cases: one statement. */
    agenciesOf: loadLists<{ agency: string; parent_key: string }, { code: string }>(
      db,
      viewer,
      'uuid',
      (query) => query.select('agency').from('case_agencies').whereRaw('case_id = parent.key').orderBy('agency'),
      ({ agency }) => ({ code: agency }),
    ),
    /** As many as a case can have agencies or numbers. */
    all: PAGE_LIMIT,
  };
}

/** The case that a number belongs to, as far as the scope of the statement goes; null where none does. */
export async function caseIdOfNumber(db: Knex, number: string): Promise<string | null> {
  const row = await db('case_numbers').where({ number }).first('case_id');
  return row?.case_id ?? null;
}

function toCase(row: Row): Case {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    stage: row.stage,
    regionCode: row.region_code,
    openedAt: row.opened_at,
  };
}
