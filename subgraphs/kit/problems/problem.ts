import type { Fault, Words } from '../formats/fault.ts';
import { shownInAnswer } from '../formats/shownInAnswer.ts';
import { type WordedFault, words } from './words.ts';

/** Something a user can mend. Thrown inside a command, it rolls the command back and comes out in the payload. */
export class Problem extends Error {
  readonly data: ProblemData;
  constructor(data: ProblemData) {
    super(data.code);
    this.name = 'Problem';
    this.data = data;
  }
}

export type ProblemData =
  | {
      __typename: 'InvalidInput';
      code: string;
      words: Words;
      path: string[];
      received: string | null;
      accepted: Words | null;
    }
  | { __typename: 'TransitionConflict'; code: string; words: Words; currentStatus: string; currentVersion: number }
  | { __typename: 'NotPermitted'; code: string; words: Words; permitted: string[] };

/**
 * A value that is not accepted. `path` starts below `input`; `received` must already be masked where the field is personal,
 * and is cut here.
 * The words come from words.ts by code, from the fault of a format, or from the faults.ts of a capability.
 */
export function invalidInput(
  path: readonly (string | number)[],
  reason: string | Fault | WordedFault,
  received: string | null = null,
): Problem {
  const fault = typeof reason === 'string' ? { code: reason, ...words(reason) } : reason;
  return new Problem({
    __typename: 'InvalidInput',
    code: fault.code,
    words: fault.message,
    path: ['input', ...path.map(String)],
    received: received === null ? null : shownInAnswer(received),
    accepted: fault.accepted ?? null,
  });
}

export function transitionConflict(
  code: 'VERSION_CONFLICT' | 'STATUS_CONFLICT' | 'REFERRAL_OPEN' | 'WITHDRAWAL_REQUESTED' | 'WITHDRAWAL_UNCONFIRMED',
  current: { status: string; version: number },
): Problem {
  return new Problem({
    __typename: 'TransitionConflict',
    code,
    words: words(code).message,
    currentStatus: current.status,
    currentVersion: current.version,
  });
}

export function notPermitted(permitted: string[], fault?: WordedFault): Problem {
  const { code, message } = fault ?? { code: 'NOT_PERMITTED', ...words('NOT_PERMITTED') };
  return new Problem({ __typename: 'NotPermitted', code, words: message, permitted });
}
