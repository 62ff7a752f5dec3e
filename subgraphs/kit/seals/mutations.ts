import { validate as isUuid } from 'uuid';
import { payload, requireText, runCommand } from '../command.ts';
import type { Context } from '../definition.ts';
import { invalidInput, transitionConflict } from '../problems/problem.ts';
import { actorOf } from '../referrals/side.ts';
import type { SealAction } from './messages.ts';
import { holdsRecordOn, lockSeal, sealAtOnce, submitRequest } from './store.ts';

const LONGEST_REASON = 2_000;

interface SealCaseInput {
  idempotencyKey: string;
  caseId: string;
  reason: string;
}

/** `courtsSealCase`, `courtsUnsealCase`: the mutation of an agency, which is also its row in schema/permissions.yml. */
export function sealMutation(agency: string, action: SealAction): string {
  const name = agency.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${name}${action === 'SEAL' ? 'Seal' : 'Unseal'}Case`;
}

/**
 * The mutations by which an authority seals the juvenile record of a case and unseals it.
 * @param table the agency's records: it seals cases on which it holds one
 */
export function sealMutations(agency: string, table: string): object {
  return {
    [sealMutation(agency, 'SEAL')]: resolverOf(agency, table, 'SEAL'),
    [sealMutation(agency, 'UNSEAL')]: resolverOf(agency, table, 'UNSEAL'),
  };
}

function resolverOf(agency: string, table: string, action: SealAction) {
  return async (_: unknown, { input }: { input: SealCaseInput }, context: Context<unknown>) => {
    const { viewer } = context;
    const outcome = await runCommand({
      name: sealMutation(agency, action),
      input,
      context,
      run: async (tx) => {
        const reason = requireText(['reason'], input.reason, LONGEST_REASON);
        const caseId = input.caseId.toLowerCase();
        if (!isUuid(caseId) || !(await holdsRecordOn(tx, table, caseId, viewer)))
          throw invalidInput(['caseId'], 'NOT_FOUND', input.caseId);
        const { sealedFor, sequence } = await lockSeal(tx, caseId);
        const isSealed = sealedFor.includes(agency);
        if (isSealed === (action === 'SEAL'))
          throw transitionConflict('STATUS_CONFLICT', { status: isSealed ? 'SEALED' : 'UNSEALED', version: sequence });
        if (action === 'SEAL') await sealAtOnce(tx, caseId, agency);
        await submitRequest(tx, { caseId, action, reason, actor: actorOf(viewer) });
        return caseId;
      },
    });
    return payload('case', outcome, async (id) => ({ id }));
  };
}
