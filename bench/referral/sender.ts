import type { Knex } from 'knex';
import type { Config } from '../../runtime/config.ts';
import { contracts } from '../../subgraphs/contracts/index.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createMessageBodies } from '../../subgraphs/kit/referrals/bodies.ts';
import { loadReferralRules } from '../../subgraphs/kit/referrals/rules.ts';
import { createReferralSides } from '../../subgraphs/kit/referrals/sides.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { referAidLead } from '../../subgraphs/womens-federation/aid-leads/mutations/referAidLead.ts';
import { createStore } from '../../subgraphs/womens-federation/store.ts';
import { inventedIdNumber } from '../../test/harness/register.ts';
import type { Work } from './load.ts';

/** The women's federation, which refers leads. */
export interface Sender {
  db: Knex;
  /** Records drafts; they cost the measured time nothing. */
  recordLeads(count: number): Promise<string[]>;
  /** Refers a draft by the code of the mutation `referAidLead`, in the bench's own process; gives the referral's id. */
  refer(leadId: string): Promise<string>;
  close(): Promise<void>;
}

/** Transactions that refer at once. */
export const SENDERS = 8;

const AGENCY = 'WOMENS_FEDERATION';
const viewer: Viewer = {
  subject: 'womens-federation.shenyang.officer',
  username: 'womens-federation.shenyang.officer',
  name: 'bench',
  agency: AGENCY,
  region: '210100',
  roles: ['officer'],
  language: 'en',
};

/** @param caseIds cases of the register, for the leads to be about in turn */
export async function createSender(config: Config, databaseUrl: string, caseIds: readonly string[]): Promise<Sender> {
  const db = connectDatabase(databaseUrl, SENDERS + 2);
  const keys = await loadAgencyKeys(config.keysFolder, AGENCY);
  const referrals = createReferralSides(AGENCY, keys, loadReferralRules(), createMessageBodies(contracts));
  const parts = { db, viewer, cipher: keys.fieldCipher, personTokens: keys.personTokens };
  if (typeof referAidLead !== 'function') throw new Error('referAidLead is not a function.');
  const run = referAidLead;
  let serial = 0;

  return {
    db,
    recordLeads: (count) =>
      db.transaction(async (tx) => {
        const ids: string[] = [];
        const { aidLeads } = createStore(parts);
        for (let lead = 0; lead < count; lead += 1) {
          serial += 1;
          const idNumber = inventedIdNumber(serial);
          ids.push(
            await aidLeads.insert(tx, {
              regionCode: '210102',
              applicant: { token: keys.personTokens.of(idNumber), name: '测试人', idNumber, phone: '13800000000' },
              source: 'HOME_VISIT',
              hardshipCode: 'EARNER_KILLED_OR_DISABLED',
              household: {
                members: 3,
                minors: 1,
                monthlyIncome: '1860.00',
                schoolRecognisedHardship: true,
                note: null,
              },
              caseId: caseIds[serial % caseIds.length] as string,
              caseNumber: `（2023）辽0102刑初${serial}号`,
              caseElsewhere: false,
              description: '丈夫在案件中身亡，独自抚养一名在校子女，家庭收入仅靠零工。'.repeat(4),
              createdBy: viewer.username,
            }),
          );
        }
        return ids;
      }),
    async refer(leadId) {
      const store = createStore(parts);
      const input = { aidLeadId: leadId, expectedVersion: 0, idempotencyKey: leadId, note: null };
      const payload = await run({}, { input }, { ...parts, store, referrals } as never, null as never);
      const lead = await payload.aidLead;
      const referralId = lead && 'referralId' in lead ? lead.referralId : null;
      if (!referralId) throw new Error(`Not referred: ${JSON.stringify(await payload.problems)}`);
      return referralId as string;
    },
    close: () => db.destroy(),
  };
}

/** How many drafts are recorded at once when those at hand are used up. */
const REFILL = 200;

/** Referrals as work: each begins with a draft, most of which are recorded beforehand, and is finished when its receipt is back. */
export async function referrals(sender: Sender, drafts: number): Promise<Work> {
  const waiting = await sender.recordLeads(drafts);
  return {
    async begin() {
      if (waiting.length === 0) waiting.push(...(await sender.recordLeads(REFILL)));
      return sender.refer(waiting.pop() as string);
    },
    finished: async (ids) =>
      sender
        .db('referrals')
        .whereIn('id', [...ids])
        .whereNot('status', 'SENT')
        .pluck('id'),
  };
}
