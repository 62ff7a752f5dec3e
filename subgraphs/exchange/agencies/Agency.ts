import type { AgencyResolvers } from '../generated/resolvers.ts';

export const Agency: AgencyResolvers = {
  __resolveReference: ({ code }, { store }) => store.agencies.byCode.load(code),
  name: async ({ code }, _, { store, viewer }) => {
    const agency = await store.agencies.byCode.load(code);
    if (!agency) return code;
    return viewer.language === 'zh' ? agency.nameZh : agency.nameEn;
  },
};
