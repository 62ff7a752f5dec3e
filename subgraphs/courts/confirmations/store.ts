import type { Knex } from 'knex';
import pg from 'pg';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { lockRecord } from '../../kit/lockRecord.ts';
import { type PageArgs, pageOf } from '../../kit/paging.ts';
import { readableBy, readsOwn } from '../../kit/visibility.ts';
import type { JudicialConfirmationFilter } from '../generated/resolvers.ts';
import type { JudicialConfirmationInsert, JudicialConfirmationRow } from '../generated/rows.ts';
import { numberInUse } from './rules/caseNumber.ts';
import { CONFIRMATION_STEPS, ruledStatus } from './rules/confirmationSteps.ts';

export type JudicialConfirmation = JudicialConfirmationRow;

/** Confirmations: the agencies see those of their region by reference; the list is the courts' own. */
export function createJudicialConfirmations({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()) =>
    readableBy(viewer, query.select('*').from('judicialConfirmations'), 'regionCode');
  const byId = loadByKey<JudicialConfirmation>(db, visible, 'id');
  const readOne = async (
    tx: Knex,
    key: Partial<Pick<JudicialConfirmation, 'id' | 'referralId'>>,
  ): Promise<JudicialConfirmation | null> => (await visible(tx.queryBuilder()).where(key).first()) ?? null;
  return {
    byId,
    /** By id for the courts; null for others. */
    ownById: async (id: string) => (readsOwn(viewer, 'COURTS') ? byId.load(id) : null),
    byReferral: loadByKey<JudicialConfirmation>(db, visible, 'referralId'),
    /** Confirmations in many cases of the register, newest first: one statement. */
    ofCase: loadLists<JudicialConfirmation>(db, viewer, 'uuid', (query) =>
      visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
    ),
    /** One statement; none for those who are not of the courts. */
    page: (args: PageArgs, { status, region }: JudicialConfirmationFilter) =>
      pageOf<JudicialConfirmation>(viewer, args, { rows: visible(), own: 'COURTS', region, where: { status } }),
    /** Read in a transaction without a lock; null where there is none that the viewer may see. */
    read: async (tx: Knex, id: string) => (isUuid(id) ? readOne(tx, { id }) : null),
    /** The confirmation that a referral applied for, read in a transaction. */
    readByReferral: (tx: Knex, referralId: string) => readOne(tx, { referralId }),
    /** The confirmation, its row locked until the transaction ends and read afterwards. */
    lock: async (tx: Knex.Transaction, id: string) =>
      (await lockRecord(tx, 'judicialConfirmations', id)) ? readOne(tx, { id }) : null,
    /** @throws Problem where another confirmation has the number */
    accept: (tx: Knex.Transaction, id: string, accepted: { number: string; acceptedOn: string }) =>
      change(tx, { id }, { status: 'ACCEPTED', ...accepted }).catch((error: unknown) => {
        throw isNumberInUse(error) ? numberInUse(accepted.number) : error;
      }),
    decide: (
      tx: Knex.Transaction,
      id: string,
      { confirmed, ...ruling }: { confirmed: boolean; ruledOn: string; reason: string | null },
    ) => change(tx, { id }, { status: ruledStatus(confirmed), ...ruling }),
  };
}

/** Whether the database refused a second confirmation of one number. */
function isNumberInUse(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.constraint === 'judicial_confirmations_number_key';
}

type Application = Omit<JudicialConfirmationInsert, 'id' | 'number' | 'status' | 'version'>;

/** A joint application that arrived. */
export async function insertApplication(tx: Knex.Transaction, application: Application): Promise<void> {
  await tx('judicialConfirmations').insert({ id: uuidv7(), status: 'APPLIED', ...application });
}

/** The application ends here: the court does not accept it, or another one is competent. */
export async function closeAs(
  tx: Knex.Transaction,
  referralId: string,
  status: 'NOT_ACCEPTED' | 'REFERRED_ONWARD',
): Promise<void> {
  await change(tx, { referralId }, { status });
}

/** The parties took the application back; one that has been ruled on stays. */
export async function closeAsWithdrawn(tx: Knex.Transaction, referralId: string): Promise<void> {
  await change(tx, { referralId }, { status: 'WITHDRAWN' }, CONFIRMATION_STEPS.WITHDRAW.from);
}

/** Takes back our agreement to a withdrawal whose request had been taken back before. */
export async function reopenWithdrawn(tx: Knex.Transaction, referralId: string): Promise<void> {
  await change(tx, { referralId }, { status: 'ACCEPTED' }, CONFIRMATION_STEPS.AGREE_WITHDRAWAL.to);
}

async function change(
  tx: Knex.Transaction,
  key: Partial<Pick<JudicialConfirmation, 'id' | 'referralId'>>,
  changes: Partial<JudicialConfirmation>,
  from?: readonly JudicialConfirmation['status'][],
): Promise<void> {
  const query = tx('judicialConfirmations').where(key);
  if (from) query.whereIn('status', [...from]);
  await query.update({ ...changes, version: tx.raw('version + 1') });
}
