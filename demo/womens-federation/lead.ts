import type { CaseBackground } from '../cases/caseBackground.ts';
import type { Applicant } from './applicants.ts';
import type { LeadPath, LeadStep } from './leadPaths.ts';

/** A step of a lead at its moment. */
export interface Happened {
  step: LeadStep;
  at: Date;
}

export interface Lead {
  id: string;
  number: string;
  status: LeadPath['status'];
  createdAt: Date;
  background: CaseBackground;
  applicant: Applicant;
  /** The case's number as the officer gave it. */
  caseNumber: string;
  description: string;
  household: {
    members: number;
    minors: number;
    monthlyIncome: string;
    schoolRecognisedHardship: boolean;
    note: string | null;
  };
  happened: Happened[];
}
