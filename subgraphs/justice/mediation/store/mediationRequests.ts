import type { Knex } from 'knex';
import { z } from 'zod';
import type { FieldCipher } from '../../../kit/crypto/fieldCipher.ts';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';
import { masked } from '../../../kit/sharing/masks.ts';
import { readableBy, readsOwn } from '../../../kit/visibility.ts';
import type { MediationRequestInsert, MediationRequestRow } from '../../generated/rows.ts';

const partiesShape = z.array(z.object({ name: z.string(), idNumber: z.string(), phone: z.string().nullable() }));

export type RequestParty = z.infer<typeof partiesShape>[number];

/** A dispute as the police handed it over. */
export interface MediationRequest
  extends Pick<MediationRequestRow, 'referralId' | 'regionCode' | 'incidentNumber' | 'disputeKind' | 'receivedAt'> {
  summary: string;
  note: string | null;
  parties: RequestParty[];
}

export function createMediationRequests({ db, viewer, cipher }: StoreParts) {
  const visible = (query: Knex) => {
    const own = readableBy(viewer, query('mediationRequests').select('*'), 'regionCode');
    return readsOwn(viewer, 'JUSTICE') ? own : own.whereRaw('false');
  };
  return {
    /** By referral, identity numbers masked: one statement. */
    ofReferral: loadByKey(
      db,
      () => visible(db),
      'referralId',
      'uuid',
      (row: MediationRequestRow) => {
        const request = open(row, cipher);
        const parties = request.parties.map((party) => ({
          ...party,
          idNumber: masked(party.idNumber, 'ID_NUMBER') ?? '',
        }));
        return { ...request, parties };
      },
    ),
    /** Within a command, numbers in clear; null where there is none in the viewer's region. */
    async find(tx: Knex.Transaction, referralId: string): Promise<MediationRequest | null> {
      const row: MediationRequestRow | undefined = await visible(tx).where({ referralId }).first();
      return row ? open(row, cipher) : null;
    },
  };
}

function open(
  { summarySealed, noteSealed, partiesSealed, ...row }: MediationRequestRow,
  cipher: FieldCipher,
): MediationRequest {
  return {
    ...row,
    summary: cipher.open(summarySealed),
    note: noteSealed === null ? null : cipher.open(noteSealed),
    parties: partiesShape.parse(JSON.parse(cipher.open(partiesSealed))),
  };
}

/** Keeps a dispute that arrived. */
export async function insertMediationRequest(
  tx: Knex.Transaction,
  cipher: FieldCipher,
  request: Omit<MediationRequest, 'receivedAt' | 'disputeKind'> & { disputeKind: string },
): Promise<void> {
  const { referralId, regionCode, incidentNumber, disputeKind, summary, note, parties } = request;
  const row: Omit<MediationRequestInsert, 'disputeKind'> & { disputeKind: string } = {
    referralId,
    regionCode,
    incidentNumber,
    disputeKind,
    summarySealed: cipher.seal(summary),
    partiesSealed: cipher.seal(JSON.stringify(parties)),
    noteSealed: note === null ? null : cipher.seal(note),
    receivedAt: new Date(),
  };
  await tx('mediationRequests').insert(row);
}
