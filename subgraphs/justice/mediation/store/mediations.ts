import type { Knex } from 'knex';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import type { CasesOfPerson, StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { lockRecord } from '../../../kit/lockRecord.ts';
import { type PageArgs, pageOf } from '../../../kit/paging.ts';
import { readableBy, readsOwn } from '../../../kit/visibility.ts';
import type { MediationFilter } from '../../generated/resolvers.ts';
import type { MediationRow } from '../../generated/rows.ts';

export type Mediation = MediationRow;

export interface NewMediation
  extends Pick<Mediation, 'source' | 'disputeKind' | 'regionCode' | 'organisationId' | 'mediatorId' | 'referralId'> {
  /** The applicant first. */
  partyTokens: readonly string[];
}

/** How a mediation ends: by an agreement, or for a reason. */
export interface Conclusion {
  agreement: { content: string; amount: string | null; performBy: string | null } | null;
  failureReason: string | null;
}

/** Mediations: the bureau lists those of its region; another agency reaches those of its region by case, person or reference. */
export function createMediations({ db, viewer, cipher }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()) =>
    readableBy(viewer, query.select('mediations.*').from('mediations'), 'mediations.regionCode');
  const byId = loadByKey<Mediation>(db, visible, 'id');
  return {
    byId,
    /** The mediation that was accepted under a referral: one statement for many. */
    ofReferral: loadByKey<Mediation>(db, visible, 'referralId'),
    /** Within a command; null where there is none that the viewer may see. */
    async find(tx: Knex, by: { id: string } | { referralId: string }): Promise<Mediation | null> {
      const [column, value] = 'id' in by ? ['mediations.id', by.id] : ['mediations.referralId', by.referralId];
      return isUuid(value) ? ((await visible(tx.queryBuilder()).where(column, value).first()) ?? null) : null;
    },
    /** The mediation, its row locked until the transaction ends; null where there is none that the viewer may see. */
    async lock(tx: Knex.Transaction, id: string): Promise<Mediation | null> {
      return (await lockRecord(tx, 'mediations', id)) ? this.find(tx, { id }) : null;
    },
    /** A mediation that is assigned as it begins; gives its id and number. */
    async insert(tx: Knex.Transaction, begun: NewMediation): Promise<Pick<Mediation, 'id' | 'number'>> {
      const { partyTokens, ...columns } = begun;
      const id = uuidv7();
      const now = new Date();
      const [row] = await tx<Mediation>('mediations')
        .insert({
          ...columns,
          id,
          number: tx.raw(
            "'警调〔' || extract(year from now() at time zone 'Asia/Shanghai') || '〕' || nextval('mediation_number') || '号'",
          ),
          status: 'ASSIGNED',
          acceptedAt: now,
          assignedAt: now,
        })
        .returning('number');
      if (!row) throw new Error('A mediation was not recorded.');
      await tx('mediationParties').insert(
        partyTokens.map((personToken, index) => ({ mediationId: id, position: index + 1, personToken })),
      );
      return { id, number: row.number };
    },
    async begin(tx: Knex.Transaction, id: string): Promise<void> {
      await tx('mediations')
        .where({ id })
        .update({ status: 'IN_PROGRESS', version: tx.raw('version + 1') });
    },
    async conclude(tx: Knex.Transaction, id: string, { agreement, failureReason }: Conclusion): Promise<void> {
      await tx('mediations')
        .where({ id })
        .update({
          status: agreement ? 'AGREED' : 'FAILED',
          concludedAt: new Date(),
          agreementSealed: agreement ? cipher.seal(agreement.content) : null,
          agreementAmount: agreement?.amount ?? null,
          performBy: agreement?.performBy ?? null,
          failureReasonSealed: failureReason === null ? null : cipher.seal(failureReason),
          version: tx.raw('version + 1'),
        });
    },
    /** By id for the bureau; null for others. */
    ownById: async (id: string) => (readsOwn(viewer, 'JUSTICE') ? byId.load(id) : null),
    /** Mediations that many persons are parties of, newest first: one statement. */
    ofPerson: loadLists<Mediation>(db, viewer, 'text', (query) =>
      visible(query)
        .join('mediationParties', 'mediationParties.mediationId', 'mediations.id')
        .whereRaw('mediation_parties.person_token = parent.key')
        .orderBy('mediations.id', 'desc'),
    ),
    /** Mediations in many cases, newest first: one statement. */
    ofCase: loadLists<Mediation>(db, viewer, 'uuid', (query) =>
      visible(query).whereRaw('case_id = parent.key').orderBy('id', 'desc'),
    ),
    /** One statement; none for those who are not of the bureau. */
    page: (args: PageArgs, { source, status, region, acceptedFrom, acceptedTo }: MediationFilter) =>
      pageOf<Mediation>(viewer, args, {
        rows: visible(),
        own: 'JUSTICE',
        region,
        where: { source, status, acceptedAt: { from: acceptedFrom, before: acceptedTo } },
      }),
  };
}

/** Cases of the register in whose record the justice bureau has the person: one statement. */
export const casesOfPerson: CasesOfPerson = (db, token) =>
  db('mediationParties')
    .join('mediations', 'mediations.id', 'mediationParties.mediationId')
    .where({ personToken: token })
    .whereNotNull('caseId')
    .distinct()
    .pluck('case_id');

/** The mediation of a referral that was withdrawn ends with it. */
export async function withdrawMediation(tx: Knex.Transaction, referralId: string): Promise<void> {
  await tx('mediations')
    .where({ referralId, concludedAt: null })
    .update({ status: 'WITHDRAWN', concludedAt: new Date(), version: tx.raw('version + 1') });
}

/** Takes the end by a withdrawal back: it goes on where it was. */
export async function resumeMediation(tx: Knex.Transaction, referralId: string): Promise<void> {
  await tx('mediations')
    .where({ referralId, status: 'WITHDRAWN' })
    .update({
      status: tx.raw(
        "case when exists (select from mediation_sessions where mediation_id = mediations.id) then 'IN_PROGRESS' else 'ASSIGNED' end",
      ),
      concludedAt: null,
      version: tx.raw('version + 1'),
    });
}
