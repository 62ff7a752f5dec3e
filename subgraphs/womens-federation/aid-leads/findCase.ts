import { ConfirmationLimit, RegisterUnreachable } from '../../kit/exchange/client.ts';
import { invalidInput } from '../../kit/problems/problem.ts';
import type { Context } from '../context.ts';
import { FAULTS } from './faults.ts';

/** The case behind a lead. */
export interface FoundCase {
  caseId: string;
  /** Whether it is outside the lead's region. */
  caseElsewhere: boolean;
}

/**
 * The case of a number that is in the register, wherever it is handled. Outside the officer's region the exchange confirms the number and
 * tells nothing of the case. @throws Problem
 */
export async function findCase(number: string, leadRegion: string, context: Context): Promise<FoundCase> {
  const { exchange, viewer, requestId } = context;
  try {
    const near = await exchange.caseIdOf(number, { agency: viewer.agency, region: leadRegion });
    if (near !== null) return { caseId: near, caseElsewhere: false };
    const own = leadRegion === viewer.region ? null : await exchange.caseIdOf(number, viewer);
    const caseId = own ?? (await exchange.confirmCase(number, viewer, requestId));
    if (caseId !== null) return { caseId, caseElsewhere: true };
  } catch (error) {
    if (error instanceof RegisterUnreachable) throw invalidInput(['caseNumber'], FAULTS.REGISTER_UNREACHABLE, number);
    if (error instanceof ConfirmationLimit) throw invalidInput(['caseNumber'], FAULTS.CONFIRMATION_LIMIT, number);
    throw error;
  }
  throw invalidInput(['caseNumber'], 'CASE_UNKNOWN', number);
}
