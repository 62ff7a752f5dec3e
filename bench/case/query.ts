import { print } from 'graphql';
import { CasePartsFragmentDoc } from '../../schema/generated/operations.ts';

/** The view of a case over all agencies: what any officer reads of it without a referral, the federation's leads with it. */
export const CASE_VIEW = `query CaseViewOfAllAgencies($id: ID!) {
  case(id: $id) {
    ...CaseParts
    aidLeads { number status }
  }
}
${print(CasePartsFragmentDoc)}`;
