import type { GraphQLFormattedError } from 'graphql';
import type { Agency, Facts } from './expected/facts.ts';
import type { NamedReferral } from './expected/oracle.ts';
import type { Probe } from './probes.ts';

export interface Answer {
  data: Record<string, unknown> | null;
  errors: readonly GraphQLFormattedError[];
}

/** Who asks, and under which referral. */
export interface Asking {
  agency: Agency;
  roles: readonly string[];
  referral: NamedReferral | null;
}

/** A question with its answer, and with the answer that the owner of the records gets to the same. */
export interface Asked {
  probes: readonly Probe[];
  asking: Asking;
  records: readonly Facts[];
  answer: Answer;
  whole: Answer;
}
