import type { Capability } from '../../kit/definition.ts';
import { PAGE_LIMIT } from '../../kit/paging.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { AidCase } from './AidCase.ts';
import { AidLead } from './AidLead.ts';
import { Case } from './Case.ts';
import { Consultation } from './Consultation.ts';
import { Mutation } from './Mutation.ts';
import { Person } from './Person.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import type { AidCase as AidCaseRecord } from './store/aidCases.ts';
import type { Consultation as ConsultationRecord } from './store/consultations.ts';

const resolvers: Resolvers = { Query, Mutation, AidCase, AidLead, Case, Consultation, Person, Referral };

/** Judicial aid 司法救助: leads that were received, aid cases, payments and consultations. */
export const judicialAid: Capability<Context> = {
  resolvers,
  about: {
    AidCase: ({ id, caseId, applicantToken }: AidCaseRecord) => ({ id, caseId, persons: [applicantToken] }),
    /** Its minutes are about the applicants of the leads that it was held on. No region: only the hub's auditor reads who read it. */
    Consultation: async ({ id }: ConsultationRecord, { store }) => ({
      id,
      persons: await store.consultations.applicantsOf.of(id, PAGE_LIMIT),
      regionCode: null,
    }),
  },
};
