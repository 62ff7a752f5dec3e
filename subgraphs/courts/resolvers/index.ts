import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { Court } from './Court.ts';
import { CourtCase } from './CourtCase.ts';
import { CourtCaseParty } from './CourtCaseParty.ts';
import { JudicialConfirmation } from './JudicialConfirmation.ts';
import { Person } from './Person.ts';
import { ProtectionOrder } from './ProtectionOrder.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import { Region } from './Region.ts';

export const resolvers: Resolvers = {
  Query,
  Case,
  Court,
  CourtCase,
  CourtCaseParty,
  JudicialConfirmation,
  Person,
  ProtectionOrder,
  Referral,
  Region,
};
