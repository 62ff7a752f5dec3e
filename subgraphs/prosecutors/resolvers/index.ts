import type { Resolvers } from '../generated/resolvers.ts';
import { AidCase } from './AidCase.ts';
import { AidLead } from './AidLead.ts';
import { Case } from './Case.ts';
import { Consultation } from './Consultation.ts';
import { Mutation } from './Mutation.ts';
import { Person } from './Person.ts';
import { ProsecutionCase } from './ProsecutionCase.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import { Region } from './Region.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  AidCase,
  AidLead,
  Case,
  Consultation,
  Person,
  ProsecutionCase,
  Referral,
  Region,
};
