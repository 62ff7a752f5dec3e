import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  person: (_, { idNumber }, { store, sharing }) => {
    const person = store.persons.refer(idNumber);
    // Whoever goes through numbers until a known person answers leaves a trace with each.
    if (person && !sharing.isOwn) {
      const record = { type: 'Person', id: person.token, caseId: null, persons: [person.token] };
      sharing.given({ record, path: '' }, 'token', true);
    }
    return person;
  },
  incident: (_, { id }, { store }) => store.incidents.ownById(id),
  incidents: (_, { filter, ...page }, { store }) => store.incidents.page(page, filter ?? {}),
  policeCase: (_, { id }, { store }) => store.policeCases.ownById(id),
  policeCases: (_, { filter, ...page }, { store }) => store.policeCases.page(page, filter ?? {}),
};
