import { print } from 'graphql';
import { CasePartsFragmentDoc } from '../../schema/generated/operations.ts';

/**
 * The view of a case over the agencies that hold records on it: CaseView of schema/operations. A prosecutor reads all of it
 * without a referral; what is read of other agencies' records goes into their trails.
 */
export const CASE_VIEW = `query CaseViewOfAllAgencies($id: ID!) {
  case(id: $id) {
    ...CaseParts
  }
}
${print(CasePartsFragmentDoc)}`;
