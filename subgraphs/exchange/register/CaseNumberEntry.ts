import type { CaseNumberEntryResolvers } from '../generated/resolvers.ts';

export const CaseNumberEntry: CaseNumberEntryResolvers = {
  agency: ({ agency }) => ({ code: agency }),
};
