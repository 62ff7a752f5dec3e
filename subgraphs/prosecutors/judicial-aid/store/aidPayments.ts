import type { Knex } from 'knex';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import type { AidPaymentInsert, AidPaymentRow } from '../../generated/rows.ts';
import { FAULTS } from '../faults.ts';

export type AidPayment = AidPaymentRow;

export function createAidPayments({ db, viewer }: StoreParts) {
  return {
    /** Payments of many aid cases, oldest first: one statement whatever the number of cases. */
    ofAidCase: loadLists<AidPayment>(db, viewer, 'uuid', (query) =>
      query.select('*').from('aidPayments').whereRaw('aid_case_id = parent.key').orderBy('id'),
    ),
    /** What was paid so far, in CNY. */
    async total(tx: Knex.Transaction, aidCaseId: string): Promise<string> {
      const row = await tx('aidPayments').where({ aidCaseId }).sum({ total: 'amount' }).first();
      return row?.total ?? '0.00';
    },
    /** @throws Problem where the aid case has a payment on the voucher already: the index of that name keeps it to one */
    async insert(tx: Knex.Transaction, payment: Omit<AidPaymentInsert, 'id' | 'repeatsVoucher'>): Promise<void> {
      await tx('aidPayments')
        .insert({ id: uuidv7(), ...payment })
        .catch((error: unknown) => {
          const isSecond = error instanceof pg.DatabaseError && error.constraint === 'voucher_once_per_aid_case';
          throw isSecond ? invalidInput(['voucher'], FAULTS.VOUCHER_RECORDED, payment.voucher) : error;
        });
    },
  };
}
