import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { LegalAidCase } from './LegalAidCase.ts';
import { Mediation } from './Mediation.ts';
import { MediationOrganisation } from './MediationOrganisation.ts';
import { Mediator } from './Mediator.ts';
import { Person } from './Person.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import { Region } from './Region.ts';

export const resolvers: Resolvers = {
  Query,
  Case,
  LegalAidCase,
  Mediation,
  MediationOrganisation,
  Mediator,
  Person,
  Referral,
  Region,
};
