import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';
import type { JudgmentResult } from '../../generated/resolvers.ts';

export interface Judgment {
  result: JudgmentResult;
  summary: string;
  awardedCompensation: string | null;
  inForceOn: string | null;
}

interface Row {
  court_case_id: string;
  result: JudgmentResult;
  summary: string;
  awarded_compensation: string | null;
  in_force_on: string | null;
}

const COLUMNS = ['court_case_id', 'result', 'summary', 'awarded_compensation', 'in_force_on'];

export function createJudgments({ db }: StoreParts) {
  return {
    /** Judgments of many court cases: one statement. Seen by whoever sees the court case. */
    ofCourtCase: loadByKey<Row, Judgment>(db, () => db('judgments').select(COLUMNS), 'court_case_id', toJudgment),
  };
}

function toJudgment({ result, summary, awarded_compensation, in_force_on }: Row): Judgment {
  return { result, summary, awardedCompensation: awarded_compensation, inForceOn: in_force_on };
}
