import { valuesAt } from '../answers.ts';
import type { Asked, Asking } from '../asked.ts';
import type { Probe } from '../probes.ts';
import type { Field } from './schemaText.ts';

/*
 * What holds whatever the rules say in detail, and whatever the oracle makes of them: said once more without it.
 */

/** What an answer shows on a way and must never show, one sentence each. */
export function leaksIn(probe: Probe, record: number, { answer, asking }: Asked): string[] {
  const { agency } = asking;
  if (valuesAt(answer, probe, record).length === 0) return [];
  const foreign = probe.way.filter((field) => field.owner !== agency && !field.isKey);
  return foreign.flatMap((field) =>
    Object.entries(NEVER)
      .filter(([, isBroken]) => isBroken(field, asking))
      .map(([sentence]) => `${sentence}: ${field.place} to ${agency}`),
  );
}

const NEVER: Readonly<Record<string, (field: Field, asking: Asking) => boolean>> = {
  'what is not shared has left its owner': ({ rule }) => rule.level === 'NOT_SHARED',
  "the hub has seen an agency's record": ({ rule, owner }, { agency }) =>
    agency === 'HUB' && owner !== 'HUB' && !rule.with?.includes('HUB'),
  'what needs a referral was read without one that is open and addressed to the reader': ({ rule }, asking) =>
    rule.level === 'CONDITIONAL' &&
    rule.otherwise === null &&
    (asking.referral?.isOpen !== true || asking.referral.to !== asking.agency),
  'somebody without a role has read something': (_, { roles }) => roles.length === 0,
};
