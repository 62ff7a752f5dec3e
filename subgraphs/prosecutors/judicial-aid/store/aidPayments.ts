import type { Knex } from 'knex';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { FAULTS } from '../faults.ts';

export interface AidPayment {
  id: string;
  amount: string;
  paidOn: string;
  voucher: string;
}

interface Row {
  id: string;
  amount: string;
  paid_on: string;
  voucher: string;
  parent_key: string;
}

export function createAidPayments({ db, viewer }: StoreParts) {
  return {
    /** Payments of many aid cases, oldest first: one statement whatever the number of cases. */
    ofAidCase: loadLists<Row, AidPayment>(
      db,
      viewer,
      'uuid',
      (query) =>
        query
          .select('id', 'amount', 'paid_on', 'voucher')
          .from('aid_payments')
          .whereRaw('aid_case_id = parent.key')
          .orderBy('id'),
      (row) => ({ id: row.id, amount: row.amount, paidOn: row.paid_on, voucher: row.voucher }),
    ),
    /** What was paid so far, in CNY. */
    async total(tx: Knex.Transaction, aidCaseId: string): Promise<string> {
      const row = await tx('aid_payments').where({ aid_case_id: aidCaseId }).sum({ total: 'amount' }).first();
      return row?.total ?? '0.00';
    },
    /** @throws Problem where the aid case has a payment on the voucher already: the index of that name keeps it to one */
    async insert(
      tx: Knex.Transaction,
      payment: Omit<AidPayment, 'id'> & { aidCaseId: string; recordedBy: string },
    ): Promise<void> {
      await tx('aid_payments')
        .insert({
          id: uuidv7(),
          aid_case_id: payment.aidCaseId,
          amount: payment.amount,
          paid_on: payment.paidOn,
          voucher: payment.voucher,
          recorded_by: payment.recordedBy,
        })
        .catch((error: unknown) => {
          const isSecond = error instanceof pg.DatabaseError && error.constraint === 'voucher_once_per_aid_case';
          throw isSecond ? invalidInput(['voucher'], FAULTS.VOUCHER_RECORDED, payment.voucher) : error;
        });
    },
  };
}
