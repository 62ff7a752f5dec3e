import type { Knex } from 'knex';
import { type Outcome, runCommand } from '../../../kit/command.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import type { Context } from '../../context.ts';
import { type LeadStep, leadStepRefusal } from '../rules/leadSteps.ts';
import type { AidLead } from '../store/aidLeads.ts';

interface LeadInput {
  idempotencyKey: string;
  aidLeadId: string;
}

/** Work on a lead that the viewer sees, its row locked until the transaction ends; gives the id of what `work` made or changed. */
export function runLeadCommand<Input extends LeadInput, Prepared = undefined>(
  name: string,
  input: Input,
  context: Context,
  work: (tx: Knex.Transaction, lead: AidLead, prepared: Prepared) => Promise<string>,
  prepare?: () => Promise<Prepared>,
): Promise<Outcome> {
  return runCommand<Input, Prepared>({
    name,
    input,
    context,
    ...(prepare && { prepare }),
    run: async (tx, prepared) => {
      const lead = await context.store.aidLeads.lock(tx, input.aidLeadId);
      if (!lead) throw invalidInput(['aidLeadId'], 'NOT_FOUND', input.aidLeadId);
      return work(tx, lead, prepared);
    },
  });
}

/** A step of a lead itself: its version and the rule are checked once it is locked. */
export function runLeadStep<Input extends LeadInput & { expectedVersion: number }, Prepared = undefined>(
  step: LeadStep,
  input: Input,
  context: Context,
  work: (tx: Knex.Transaction, lead: AidLead, prepared: Prepared) => Promise<void>,
  prepare?: () => Promise<Prepared>,
): Promise<Outcome> {
  const check = async (tx: Knex.Transaction, lead: AidLead, prepared: Prepared) => {
    if (lead.version !== input.expectedVersion) throw transitionConflict('VERSION_CONFLICT', lead);
    const isConfirmed = lead.referralId === null || (await context.referrals.isConfirmed(tx, lead.referralId));
    const refusal = leadStepRefusal(step, lead, isConfirmed, context.viewer);
    if (refusal) throw refusal;
    await work(tx, lead, prepared);
    return lead.id;
  };
  return runLeadCommand(step, input, context, check, prepare);
}
