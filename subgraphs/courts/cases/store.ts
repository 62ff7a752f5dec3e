import type { Knex } from 'knex';
import type { CasesOfPerson, StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { type PageArgs, pageOf } from '../../kit/paging.ts';
import { readableBy, readsOwn } from '../../kit/visibility.ts';
import type { CourtCaseFilter } from '../generated/resolvers.ts';
import type { CourtCasePartyRow, CourtCaseRow, JudgmentRow } from '../generated/rows.ts';

export type CourtCase = CourtCaseRow;
export type CourtCaseParty = CourtCasePartyRow;
export type Judgment = JudgmentRow;

/** Court cases: the courts go through those of their region; another agency sees one of its region by reference. */
export function createCourtCases({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()) => {
    readableBy(viewer, query.select('*').from('courtCases'), 'regionCode');
    // Row security keeps sealed records from other agencies; this keeps them from the courts' own auditors.
    if (viewer.agency === 'COURTS' && !readsOwn(viewer, 'COURTS')) query.whereNull('sealedFor');
    return query;
  };
  const byId = loadByKey<CourtCase>(db, visible, 'id');
  return {
    byId,
    /** By id for the courts; null for others. */
    ownById: async (id: string) => (readsOwn(viewer, 'COURTS') ? byId.load(id) : null),
    /** Court cases of many cases of the register, newest first: one statement. */
    ofCase: loadLists<CourtCase>(db, viewer, 'uuid', (query) =>
      visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
    ),
    /** Court cases that many persons are parties of, each once whatever their roles, newest first: one statement. */
    ofPerson: loadLists<CourtCase>(db, viewer, 'text', (query) =>
      visible(query)
        .whereRaw('id in (select court_case_id from court_case_parties where person_token = parent.key)')
        .orderBy('id', 'desc'),
    ),
    /** One statement; none for those who are not of the courts. */
    page: (args: PageArgs, { type, status, region, acceptedFrom, acceptedTo }: CourtCaseFilter) =>
      pageOf<CourtCase>(viewer, args, {
        rows: visible(),
        own: 'COURTS',
        region,
        where: { type, status, acceptedOn: { from: acceptedFrom, before: acceptedTo } },
      }),
  };
}

/** Parties and judgments are seen with their court case, so they are loaded only for one that was loaded. */
export function createCourtCaseParties({ db, viewer }: StoreParts) {
  return {
    /** Parties of many court cases, in the order of the record: one statement. */
    ofCourtCase: loadLists<CourtCaseParty>(db, viewer, 'uuid', (query) =>
      query.select('*').from('courtCaseParties').whereRaw('court_case_id = parent.key').orderBy('id'),
    ),
  };
}

export function createJudgments({ db }: StoreParts) {
  return {
    /** The judgment of each of many court cases: one statement. */
    byCourtCase: loadByKey<Judgment>(db, () => db('judgments').select('*'), 'courtCaseId'),
  };
}

/** Cases of the register in whose record the courts have the person: one statement. */
export const casesOfPerson: CasesOfPerson = (db, token) =>
  db('courtCaseParties')
    .join('courtCases', 'courtCases.id', 'courtCaseParties.courtCaseId')
    .where({ personToken: token })
    .distinct()
    .pluck('case_id');
