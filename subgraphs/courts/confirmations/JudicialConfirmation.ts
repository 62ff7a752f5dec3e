import type { JudicialConfirmationResolvers } from '../generated/resolvers.ts';

export const JudicialConfirmation: JudicialConfirmationResolvers = {
  __resolveReference: ({ id }, { store }) => store.judicialConfirmations.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  case: ({ caseId }) => (caseId === null ? null : { id: caseId }),
  referral: ({ referralId }) => (referralId === null ? null : { id: referralId }),
  agreement: ({ agreementSealed }, _, { cipher }) => (agreementSealed === null ? null : cipher.open(agreementSealed)),
  applicants: ({ applicantTokens }) => applicantTokens.map((token) => ({ token })),
};
