import type { Knex } from 'knex';
import { payload, runCommand } from '../../../kit/command.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import type { Context } from '../../context.ts';
import { type AidCaseStep, aidCaseStepRefusal } from '../rules/aidCaseSteps.ts';
import type { AidCase } from '../store/aidCases.ts';

interface AidCaseInput {
  idempotencyKey: string;
  aidCaseId: string;
  expectedVersion: number;
}

/**
 * A step of an aid case: its referral and the case are locked, its version and the rule are checked, then the step's own work is done in the
 * same transaction.
 */
export async function runAidCaseStep<Input extends AidCaseInput>(
  step: AidCaseStep,
  input: Input,
  context: Context,
  work: (tx: Knex.Transaction, aidCase: AidCase) => Promise<void>,
) {
  const { store } = context;
  const outcome = await runCommand({
    name: step,
    input,
    context,
    run: async (tx) => {
      // Messages lock the referral before they change the aid case: in the same order nobody waits for each other.
      const found = await store.aidCases.read(tx, input.aidCaseId);
      const side = found && (await context.referrals.lock(tx, found.referralId));
      const aidCase = side && (await store.aidCases.lock(tx, found.id));
      if (!aidCase) throw invalidInput(['aidCaseId'], 'NOT_FOUND', input.aidCaseId);
      if (aidCase.version !== input.expectedVersion) throw transitionConflict('VERSION_CONFLICT', aidCase);
      const refusal = aidCaseStepRefusal(step, aidCase, side, context);
      if (refusal) throw refusal;
      await work(tx, aidCase);
      return aidCase.id;
    },
  });
  return payload('aidCase', outcome, (id) => context.store.aidCases.byId.load(id));
}
