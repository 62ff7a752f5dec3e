import type { Capability } from '../../kit/definition.ts';
import { PAGE_LIMIT } from '../../kit/paging.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { Mediation } from './Mediation.ts';
import { MediationOrganisation } from './MediationOrganisation.ts';
import { Mediator } from './Mediator.ts';
import { Mutation } from './Mutation.ts';
import { Person } from './Person.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import { Region } from './Region.ts';
import { casesOfPerson, type Mediation as MediationRecord } from './store/mediations.ts';

const resolvers: Resolvers = {
  Query,
  Mutation,
  Case,
  Mediation,
  MediationOrganisation,
  Mediator,
  Person,
  Referral,
  Region,
};

/** People’s mediation 人民调解: disputes, who mediates them, and what came of it. */
export const mediation: Capability<Context> = {
  resolvers,
  about: {
    /** A dispute that belongs to no case is about its parties. */
    Mediation: async ({ id, caseId }: MediationRecord, { store }) => {
      if (caseId !== null) return { id, caseId };
      const parties = await store.mediationParties.ofMediation.of(id, PAGE_LIMIT);
      return { id, persons: parties.map(({ token }) => token) };
    },
  },
  casesOfPerson,
};
