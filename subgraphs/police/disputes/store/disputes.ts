import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';
import type { ReferralSide } from '../../../kit/referrals/side.ts';
import { readableBy, readsOwn } from '../../../kit/visibility.ts';
import type { IncidentStatus } from '../../generated/resolvers.ts';
import type { DisputeInsert, DisputeRow } from '../../generated/rows.ts';

export interface DisputeParty {
  name: string;
  idNumber: string;
  phone: string | null;
}

/** A dispute as it is recorded, before it is handed over. */
export interface NewDispute extends Pick<DisputeInsert, 'incidentId' | 'regionCode' | 'kind'> {
  summary: string;
  note: string | null;
  parties: readonly DisputeParty[];
  referredBy: string;
}

type Columns = Omit<DisputeRow, 'summarySealed' | 'noteSealed' | 'agreementContentSealed' | 'failureReasonSealed'>;

export interface Dispute extends Columns {
  status: ReferralSide['status'];
  summary: string;
  agreement: string | null;
  failureReason: string | null;
}

type Row = DisputeRow & Pick<Dispute, 'status'>;

/** Disputes: the police's own, of the viewer's region. */
export function createDisputes({ db, viewer, cipher, personTokens }: StoreParts) {
  const visible = () => {
    const query = readableBy(
      viewer,
      db('disputes').select('disputes.*', 'referrals.status'),
      'disputes.regionCode',
    ).join('referrals', 'referrals.id', 'disputes.referralId');
    return readsOwn(viewer, 'POLICE') ? query : query.whereRaw('false');
  };
  const openOrNull = (sealed: string | null) => (sealed === null ? null : cipher.open(sealed));
  const open = ({ summarySealed, noteSealed, agreementContentSealed, failureReasonSealed, ...row }: Row): Dispute => ({
    ...row,
    summary: cipher.open(summarySealed),
    agreement: openOrNull(agreementContentSealed),
    failureReason: openOrNull(failureReasonSealed),
  });
  return {
    byId: loadByKey(db, visible, 'disputes.id', 'uuid', open),
    ofIncident: loadByKey(db, visible, 'disputes.incidentId', 'uuid', open),
    ofReferral: loadByKey(db, visible, 'disputes.referralId', 'uuid', open),
    /** The dispute of an incident and its newest referral; null where none was handed over. */
    async find(tx: Knex.Transaction, incidentId: string): Promise<Pick<Dispute, 'id' | 'referralId'> | null> {
      return (await tx('disputes').where({ incidentId }).first('id', 'referralId')) ?? null;
    },
    /** Records a dispute, or what is then known of one that came back; gives its id. */
    async record(tx: Knex.Transaction, id: string | null, dispute: NewDispute): Promise<string> {
      const { summary, note, parties, ...columns } = dispute;
      const disputeId = id ?? uuidv7();
      const row = {
        ...columns,
        summarySealed: cipher.seal(summary),
        noteSealed: note === null ? null : cipher.seal(note),
        mediationNumber: null,
        organisation: null,
        mediator: null,
        disputeOutcome: null,
        agreementContentSealed: null,
        agreementAmount: null,
        performBy: null,
        failureReasonSealed: null,
        concludedAt: null,
      };
      if (id === null) await tx('disputes').insert({ ...row, id: disputeId });
      else {
        await tx('disputes').where({ id }).update(row);
        await tx('disputeParties').where({ disputeId }).delete();
      }
      await tx('disputeParties').insert(
        parties.map(({ name, idNumber, phone }, index) => ({
          disputeId,
          position: index + 1,
          personToken: personTokens.of(idNumber),
          nameSealed: cipher.seal(name),
          idNumberSealed: cipher.seal(idNumber),
          phoneSealed: phone === null ? null : cipher.seal(phone),
        })),
      );
      return disputeId;
    },
    async follow(tx: Knex.Transaction, id: string, referralId: string): Promise<void> {
      await tx('disputes').where({ id }).update({ referralId });
    },
  };
}

/** Keeps what the justice bureau says of the dispute that follows a referral. Nothing where the dispute follows another one by now. */
export async function keepAnswer(
  tx: Knex.Transaction,
  referralId: string,
  answer: Partial<Omit<DisputeRow, 'id' | 'referralId'>>,
): Promise<void> {
  await tx('disputes').where({ referralId }).update(answer);
}

/** The dispute follows the referral that goes on in the place of one that was referred onward. */
export async function followReferral(tx: Knex.Transaction, from: string, to: string): Promise<void> {
  await tx('disputes').where({ referralId: from }).update({ referralId: to });
}

/** The incident of the dispute that follows a referral. Nothing where the dispute follows another one by now. */
export async function setIncidentStatus(
  tx: Knex.Transaction,
  referralId: string,
  status: IncidentStatus,
): Promise<void> {
  await tx('incidents').whereIn('id', tx('disputes').where({ referralId }).select('incidentId')).update({ status });
}
