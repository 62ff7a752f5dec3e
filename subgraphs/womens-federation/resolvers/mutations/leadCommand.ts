import type { Knex } from 'knex';
import { type Outcome, runCommand } from '../../../kit/command.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import { actorOf, type Transition } from '../../../kit/referrals/sides.ts';
import type { Context } from '../../context.ts';
import type { AidLead } from '../../store/aidLeads.ts';

interface LeadInput {
  idempotencyKey: string;
  aidLeadId: string;
}

/** Work on a lead that the viewer sees, its row locked until the transaction ends; gives the id of what `work` made or changed. */
export function runLeadCommand<Input extends LeadInput>(
  name: string,
  input: Input,
  context: Context,
  work: (tx: Knex.Transaction, lead: AidLead) => Promise<string>,
): Promise<Outcome> {
  return runCommand({
    name,
    input,
    context,
    run: async (tx) => {
      const lead = await context.store.aidLeads.lock(tx, input.aidLeadId);
      if (!lead) throw invalidInput(['aidLeadId'], 'NOT_FOUND', input.aidLeadId);
      return work(tx, lead);
    },
  });
}

/** A step of the lead's referral; a lead that was never referred has none to take. */
export async function stepReferral(
  tx: Knex.Transaction,
  lead: AidLead,
  { referrals, viewer }: Context,
  step: Omit<Transition, 'actor'>,
): Promise<string> {
  if (lead.referralId === null) throw transitionConflict('STATUS_CONFLICT', lead);
  await referrals.transition(tx, lead.referralId, { ...step, actor: actorOf(viewer) });
  return lead.id;
}
