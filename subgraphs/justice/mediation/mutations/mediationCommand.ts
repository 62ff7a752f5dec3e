import type { Knex } from 'knex';
import { payload, runCommand } from '../../../kit/command.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import type { Context } from '../../context.ts';
import { type MediationStep, mediationStepRefusal } from '../rules/mediationSteps.ts';
import type { Mediation } from '../store/mediations.ts';

interface MediationInput {
  idempotencyKey: string;
  mediationId: string;
  expectedVersion: number;
}

/** A step of a mediation: its referral and the mediation are locked, version and rule are checked, then the step does its own work. */
export async function runMediationStep<Input extends MediationInput>(
  step: MediationStep,
  input: Input,
  context: Context,
  work: (tx: Knex.Transaction, mediation: Mediation) => Promise<void>,
) {
  const { mediations } = context.store;
  const outcome = await runCommand({
    name: step,
    input,
    context,
    run: async (tx) => {
      // Messages lock the referral before they change the mediation: in the same order nobody waits for each other.
      const found = await mediations.find(tx, { id: input.mediationId });
      if (found?.referralId) await context.referrals.lock(tx, found.referralId);
      const mediation = found && (await mediations.lock(tx, found.id));
      if (!mediation) throw invalidInput(['mediationId'], 'NOT_FOUND', input.mediationId);
      if (mediation.version !== input.expectedVersion) throw transitionConflict('VERSION_CONFLICT', mediation);
      const refusal = mediationStepRefusal(step, mediation, context.viewer);
      if (refusal) throw refusal;
      await work(tx, mediation);
      return mediation.id;
    },
  });
  return payload('mediation', outcome, (id) => context.store.mediations.byId.load(id));
}
