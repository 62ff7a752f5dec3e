import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { CaseParty } from './CaseParty.ts';
import { Incident } from './Incident.ts';
import { Person } from './Person.ts';
import { PersonIdentity } from './PersonIdentity.ts';
import { PoliceCase } from './PoliceCase.ts';
import { PoliceUnit } from './PoliceUnit.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import { Region } from './Region.ts';

export const resolvers: Resolvers = {
  Query,
  Case,
  CaseParty,
  Incident,
  Person,
  PersonIdentity,
  PoliceCase,
  PoliceUnit,
  Referral,
  Region,
};
