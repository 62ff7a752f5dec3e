import { print } from 'graphql';
import { CasePartsFragmentDoc } from '../../schema/generated/operations.ts';

/**
 * The view of a case over all agencies: CaseView of schema/operations, which has five of them, and the federation's leads. A
 * prosecutor reads all of it without a referral; what is read of other agencies' records goes into their trails.
 */
export const CASE_VIEW = `query CaseViewOfAllAgencies($id: ID!) {
  case(id: $id) {
    ...CaseParts
    aidLeads { number status }
  }
}
${print(CasePartsFragmentDoc)}`;
