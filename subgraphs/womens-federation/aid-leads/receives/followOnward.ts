import { referOnward } from '../../../contracts/referOnward.ts';
import type { Receive } from '../../../kit/definition.ts';
import { followReferral } from '../store/aidLeads.ts';

/** The prosecutors referred the lead onward: it follows the referral that goes on in the place of the old one. */
export const followOnward: Receive = async (tx, { header, body }) => {
  const { onward } = referOnward.parse(body);
  if (onward) await followReferral(tx, header.subject, onward.referral);
};
