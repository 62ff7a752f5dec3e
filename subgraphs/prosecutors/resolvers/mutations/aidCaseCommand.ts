import type { Knex } from 'knex';
import { payload, runCommand } from '../../../kit/command.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import type { Context } from '../../context.ts';
import { type AidCaseStep, allowsStep } from '../../rules/aidCaseSteps.ts';
import type { AidCase } from '../../store/aidCases.ts';

interface AidCaseInput {
  idempotencyKey: string;
  aidCaseId: string;
  expectedVersion: number;
}

/**
 * A step of an aid case: the case is locked, its version and status are checked, then the step's own work is done in the
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
      const aidCase = await store.aidCases.lock(tx, input.aidCaseId);
      if (!aidCase) throw invalidInput(['aidCaseId'], 'NOT_FOUND', input.aidCaseId);
      if (aidCase.version !== input.expectedVersion) throw transitionConflict('VERSION_CONFLICT', aidCase);
      if (!allowsStep(step, aidCase.status)) throw transitionConflict('STATUS_CONFLICT', aidCase);
      await work(tx, aidCase);
      return aidCase.id;
    },
  });
  return payload('aidCase', outcome, (id) => store.aidCases.byId.load(id));
}
