import type { AidLeadChangeResolvers } from '../generated/resolvers.ts';

export const AidLeadChange: AidLeadChangeResolvers = {
  cursor: ({ position }, _, { feed }) => feed.cursorAt(position),
  aidLead: ({ aidLeadId }, _, { store }) => store.aidLeads.byId.load(aidLeadId),
};
