import type { z } from 'zod';

/** The referral that goes on in the place of one that was referred onward: its id, the envelope that sends it, and its receiver. */
export interface Onward {
  referral: string;
  envelope: string;
  to: string;
  region: string;
}

/** What the bodies of messages look like: those of some actions of some kinds, REFER_ONWARD of all, and `step` for all others. */
export interface MessageContracts {
  step: z.ZodObject<{ reasonText: z.ZodOptional<z.ZodString> }>;
  referOnward: z.ZodObject<{
    reasonText: z.ZodOptional<z.ZodString>;
    onward: z.ZodOptional<z.ZodObject<Record<keyof Onward, z.ZodType<string>>>>;
  }>;
  kinds: Readonly<Record<string, Readonly<Record<string, z.ZodObject>>>>;
}

/** What a body has to do with its contract, at the sender. */
export interface MessageBodies {
  /** @throws Error where a body that our own code built does not fit; it names fields and never their values */
  check(kind: string, action: string, body: unknown): void;
}

export function createMessageBodies(contracts: MessageContracts): MessageBodies {
  return {
    check(kind, action, body) {
      const common = action === 'REFER_ONWARD' ? contracts.referOnward : contracts.step;
      const contract: z.ZodObject = contracts.kinds[kind]?.[action] ?? common;
      // A receiver ignores what it does not know; at the sender an unknown field is a mistake.
      const fit = contract.strict().safeParse(body);
      if (fit.success) return;
      const faults = fit.error.issues.map(({ path, code }) => `${path.join('.') || 'body'} ${code}`);
      throw new Error(`The body of ${action} of ${kind} does not fit its contract: ${faults.join(', ')}.`);
    },
  };
}
