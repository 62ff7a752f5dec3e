import { v7 as uuidv7 } from 'uuid';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { inventedIdNumber } from './register.ts';
import type { TestSystem } from './system.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const REGION = '210102';
let serial = 0;

/** A mediation of Heping district that has ended. */
export interface EndedMediation {
  id: string;
  /** Identity numbers of its parties. */
  parties: readonly string[];
  /** The referral by which the police handed it over; null where the parties came themselves. */
  referralId: string | null;
}

/** Adds a mediation between two people that ended some days ago, by an agreement in writing unless it is told otherwise. */
export async function endedMediation(
  system: TestSystem,
  { daysAgo = 2, agreed = true, fromPolice = false }: { daysAgo?: number; agreed?: boolean; fromPolice?: boolean } = {},
): Promise<EndedMediation> {
  serial += 1;
  const id = uuidv7();
  const parties = [inventedIdNumber(91_000 + serial * 2), inventedIdNumber(91_001 + serial * 2)];
  const { fieldCipher, personTokens } = await loadAgencyKeys(system.config.keysFolder, 'JUSTICE');
  const tokens = parties.map((idNumber) => personTokens.of(idNumber));
  const referralId = fromPolice ? await policeReferral(system, id, tokens) : null;
  const endedAt = new Date(Date.now() - daysAgo * DAY_MS);
  const db = connectDatabase(system.databaseUrls.justice as string, 1);
  try {
    await db('mediations').insert({
      id,
      number: `沈和调〔2020〕${process.pid}${serial}号`,
      source: fromPolice ? 'POLICE' : 'ONSITE',
      dispute_kind: 'NEIGHBOURS',
      status: agreed ? 'AGREED' : 'FAILED',
      region_code: REGION,
      organisation_id: await organisation(db),
      accepted_at: endedAt,
      assigned_at: endedAt,
      concluded_at: endedAt,
      agreement_amount: agreed ? '3000.00' : null,
      agreement_sealed: agreed ? fieldCipher.seal('被申请人一次性赔偿申请人3000元。') : null,
      referral_id: referralId,
    });
    for (const [index, token] of tokens.entries())
      await db('mediation_parties').insert({ mediation_id: id, position: index + 1, person_token: token });
  } finally {
    await db.destroy();
  }
  return { id, parties, referralId };
}

async function organisation(db: ReturnType<typeof connectDatabase>): Promise<string> {
  const id = uuidv7();
  await db('mediation_organisations').insert({
    id,
    code: `T${process.pid}-${serial}`,
    name: '测试调解委员会',
    kind: 'COMMITTEE',
    region_code: REGION,
  });
  return id;
}

/** A referral from the police as all three hold it once the justice bureau has accepted it. */
async function policeReferral(system: TestSystem, subjectId: string, tokens: string[]): Promise<string> {
  const common = {
    id: uuidv7(),
    kind: 'POLICE_MEDIATION',
    status: 'ACCEPTED',
    version: 3,
    region_code: REGION,
    person_tokens: tokens,
    subject_id: subjectId,
  };
  const rows = {
    police: { ...common, party: 'SENDER', counterpart: 'JUSTICE' },
    justice: { ...common, party: 'RECEIVER', counterpart: 'POLICE' },
    exchange: {
      ...common,
      from_agency: 'POLICE',
      to_agency: 'JUSTICE',
      hops: 0,
      return_loop: false,
      sent_at: new Date(),
    },
  };
  for (const [part, row] of Object.entries(rows)) {
    const db = connectDatabase(system.databaseUrls[part] as string, 1);
    await db('referrals').insert(row);
    await db.destroy();
  }
  return common.id;
}

/** Adds the courts of Heping and Dalian, which the demonstration would have. */
export async function addCourts(system: TestSystem): Promise<void> {
  const db = connectDatabase(system.databaseUrls.courts as string, 1);
  await db('courts').insert([
    { code: '辽0102', name: '沈阳市和平区人民法院', region_code: REGION },
    { code: '辽0202', name: '大连市中山区人民法院', region_code: '210202' },
  ]);
  await db.destroy();
}
