import type { Knex } from 'knex';
import type { AgencyKeys } from './crypto/keys.ts';
import { characterCount } from './formats/typedText.ts';
import type { IdempotencyKeyRow } from './generated/rows.ts';
import { mayCall, permittedTo } from './permissions.ts';
import { invalidInput, notPermitted, Problem, type ProblemData } from './problems/problem.ts';
import type { Viewer } from './viewer.ts';

export interface Command<Input extends { idempotencyKey: string }, Prepared = undefined> {
  /** The mutation's name, which is also its row in schema/permissions.yml. */
  name: string;
  input: Input;
  context: { db: Knex; viewer: Viewer; inputDigest: AgencyKeys['inputDigest']; renew?: () => void };
  /** Whether the viewer may run it, where more than the mutation's name decides; schema/permissions.yml unless given. */
  isPermitted?: () => boolean;
  /** What has to be looked up before the transaction begins, since nobody should wait for others with a transaction open. */
  prepare?: () => Promise<Prepared>;
  /** Does the work and gives the id of what was made or changed; throws a Problem to change nothing. */
  run: (tx: Knex.Transaction, prepared: Prepared) => Promise<string>;
}

export type Outcome = { id: string; problems: [] } | { id: null; problems: ProblemData[] };

/** A UUID has 36 characters; the rest is for clients that name their records in the key. */
const KEY = /^[^\t\n]{1,100}$/u;
/**
 * Stands before digests under the agency's own key. Those without it were made under a key that the agencies shared, and cannot be
 * compared any more: there the idempotency key alone decides, so that nothing is done twice.
 */
const DIGEST_FORM = '2:';

/**
 * Runs a mutation: permission, idempotency and work in one transaction. The same key with the same input gives the same
 * id again without doing anything; with another input it is a problem.
 */
export async function runCommand<Input extends { idempotencyKey: string }, Prepared = undefined>(
  command: Command<Input, Prepared>,
): Promise<Outcome> {
  const { name, input, context } = command;
  const { idempotencyKey, ...body } = input;
  try {
    if (!(command.isPermitted?.() ?? mayCall(context.viewer, name))) {
      const { agencies, roles } = permittedTo(name);
      throw notPermitted(agencies.flatMap((agency) => roles.map((role) => `${agency}/${role}`)));
    }
    if (!KEY.test(idempotencyKey)) {
      throw invalidInput(['idempotencyKey'], {
        code: 'IDEMPOTENCY_KEY_FORMAT',
        message: {
          zh: '幂等键为空、过长或含有换行符。',
          en: 'The key is empty, too long or more than one line.',
        },
        accepted: { zh: '写在一行内的 1 到 100 个字符', en: '1 to 100 characters on one line' },
      });
    }
    const digest = DIGEST_FORM + context.inputDigest(comparable(name, body));
    const mine = { subject: context.viewer.subject, key: idempotencyKey };
    const done = (earlier: Pick<IdempotencyKeyRow, 'digest' | 'resultId'>): string => {
      if (earlier.digest === digest || !earlier.digest.startsWith(DIGEST_FORM)) return String(earlier.resultId);
      throw invalidInput(['idempotencyKey'], 'IDEMPOTENCY_KEY_REUSED', idempotencyKey);
    };
    const known = command.prepare && (await context.db('idempotencyKeys').where(mine).first());
    if (known) return { id: done(known), problems: [] };
    const prepared = (await command.prepare?.()) as Prepared;
    const id = await transactionWithoutDeadlock(context.db, async (tx) => {
      const fresh = await tx('idempotencyKeys')
        .insert({ ...mine, digest })
        .onConflict(['subject', 'key'])
        .ignore()
        .returning('key');
      if (fresh.length === 0) {
        return done(await tx('idempotencyKeys').where(mine).first());
      }
      const result = await command.run(tx, prepared);
      await tx('idempotencyKeys').where(mine).update({ resultId: result });
      return result;
    });
    // What the request has read before is not read again from memory.
    context.renew?.();
    return { id, problems: [] };
  } catch (error) {
    if (error instanceof Problem) return { id: null, problems: [error.data] };
    throw error;
  }
}

/** An input as it is compared with an earlier one: null, an empty text and what is left out are the same. Its texts are in their normal form, and its fields in the schema's order. */
export function comparable(name: string, body: object): string {
  return JSON.stringify([name, body], (_key, value) => (value === null || value === '' ? undefined : value));
}

/** Of two transactions that wait for each other PostgreSQL ends one, which is done again. */
const DEADLOCK = '40P01';
const MOST_DEADLOCKS = 3;

async function transactionWithoutDeadlock<T>(db: Knex, work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if ((error as { code?: unknown }).code !== DEADLOCK || tries > MOST_DEADLOCKS) throw error;
    }
  }
}

/** A text of the input, normalised (inputFaults.ts): not empty, within its length in characters. @throws Problem */
export function requireText(
  path: readonly (string | number)[],
  text: string | null | undefined,
  longest: number,
): string {
  if (!text) throw invalidInput(path, 'REQUIRED');
  return withinLength(path, text, longest);
}

/** A text that may be left out: null for nothing. @throws Problem */
export function optionalText(
  path: readonly (string | number)[],
  text: string | null | undefined,
  longest: number,
): string | null {
  return text ? withinLength(path, text, longest) : null;
}

function withinLength(path: readonly (string | number)[], text: string, longest: number): string {
  const length = characterCount(text);
  if (length <= longest) return text;
  throw invalidInput(
    path,
    {
      code: 'TOO_LONG',
      message: { zh: '内容过长。', en: 'This is too long.' },
      accepted: { zh: `最多 ${longest} 个字符`, en: `at most ${longest} characters` },
    },
    String(length),
  );
}

/** Codes of agencies that have joined the hub. @throws Problem at the first that has not */
export function requireAgencies(
  path: readonly (string | number)[],
  codes: readonly string[],
  { knowsAgency }: { knowsAgency: (code: string) => boolean },
): readonly string[] {
  codes.forEach((code, index) => {
    if (!knowsAgency(code)) throw invalidInput([...path, index], 'AGENCY_UNKNOWN', code);
  });
  return codes;
}

/** A number of the input within bounds, both included. @throws Problem */
export function requireBetween(path: readonly (string | number)[], value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalidInput(
    path,
    {
      code: 'OUT_OF_RANGE',
      message: { zh: '数值超出范围。', en: 'The number is out of range.' },
      accepted: { zh: `${least} 到 ${most}`, en: `${least} to ${most}` },
    },
    String(value),
  );
}

/** The payload of a mutation: what was changed, read afresh, or the problems. */
export async function payload<Name extends string, Record_>(
  name: Name,
  outcome: Outcome,
  load: (id: string) => Promise<Record_ | null>,
): Promise<{ [key in Name]: Record_ | null } & { problems: ProblemData[] }> {
  const changed = outcome.id === null ? null : await load(outcome.id);
  return { [name]: changed, problems: outcome.problems } as { [key in Name]: Record_ | null } & {
    problems: ProblemData[];
  };
}
