import type { Knex } from 'knex';
import { addJob } from '../../../kit/database/jobs.ts';
import type { EnvelopeHeader } from '../../../kit/referrals/envelope.ts';
import type { ReferralRules } from '../../../kit/referrals/rules.ts';
import type { ReferralRow } from '../../generated/rows.ts';
import { moveDeadlines } from '../deadlines/deadlines.ts';
import { appendToLedger, type Delivery } from '../ledger/ledger.ts';

export interface Step extends Delivery {
  header: EnvelopeHeader;
  jws: string;
  /** As it stood; null for a new one. */
  referral: ReferralRow | null;
}

/** Takes a checked step into the exchange's rows: referral, deadlines, ledger, deliveries and their jobs. */
export async function record(tx: Knex.Transaction, rules: ReferralRules, step: Step): Promise<void> {
  const { header, referral } = step;
  const at = new Date(header.at);
  const rule = rules.action(header.action);
  const before = { status: referral?.status ?? 'SENT', openRequest: referral?.openRequest ?? null };
  const { status, openRequest } = rule ? rules.next(rule, before) : before;
  if (referral && openRequest !== before.openRequest)
    await tx('referrals').where({ id: referral.id }).update({ openRequest });
  if (referral) await advance(tx, rules, referral, header, status);
  else await begin(tx, header, status);
  await moveDeadlines(tx, rules, { referralId: header.referral, kind: header.kind, action: header.action, at });

  await appendToLedger(tx, { header, status, recordedAt: new Date(), jws: step.jws }, step);
  for (const to of step.deliverTo) await addJob(tx, 'deliver', { envelopeId: header.id, to });
}

async function begin(tx: Knex.Transaction, header: EnvelopeHeader, status: string): Promise<void> {
  const line = await lineOf(tx, header);
  const from = header.onBehalfOf ?? header.from;
  const senderRegion = header.onBehalfOf === undefined ? header.region : line.senderRegion;
  await tx('referrals').insert({
    id: header.referral,
    kind: header.kind,
    fromAgency: from,
    toAgency: header.to,
    status,
    version: 1,
    regionCode: header.region,
    senderRegionCode: senderRegion === header.region ? null : senderRegion,
    caseId: header.case,
    personTokens: header.persons,
    subjectId: header.subject,
    parentId: header.parent,
    hops: line.hops + 1,
    returnLoop: line.returns,
    sentAt: header.at,
  });
  if (header.case === null) return;
  const registered = await tx('cases').where({ id: header.case }).first('id');
  if (!registered) return;
  const agencies = [from, header.to].map((agency) => ({ caseId: header.case, agency }));
  await tx('caseAgencies').insert(agencies).onConflict().ignore();
}

interface Line {
  /** Hops to the referral that the new one came from; -1 where it is the first. */
  hops: number;
  /** Whether the line has left the receiver before: it sent a referral of the line, or referred one onward. */
  returns: boolean;
  /** Where the sender of the referral before it is. */
  senderRegion: string | null;
}

async function lineOf(tx: Knex.Transaction, { parent, to, region }: EnvelopeHeader): Promise<Line> {
  if (parent === null) return { hops: -1, returns: false, senderRegion: null };
  const { rows } = await tx.raw<{ rows: Line[] }>(
    `with recursive line as (
       select referrals.* from referrals where id = ?
       union
       select up.* from referrals up join line on up.id = line.parent_id
     )
     select coalesce(max(hops), -1) as hops,
       coalesce(bool_or(from_agency = ? or (status = 'REFERRED_ONWARD' and to_agency = ? and region_code = ?)), false) as returns,
       max(coalesce(sender_region_code, region_code)) filter (where id = ?) as "senderRegion"
     from line`,
    [parent, to, to, region, parent],
  );
  return rows[0] ?? { hops: -1, returns: false, senderRegion: null };
}

async function advance(
  tx: Knex.Transaction,
  rules: ReferralRules,
  referral: ReferralRow,
  header: EnvelopeHeader,
  status: string,
): Promise<void> {
  if (header.version === null) return;
  await tx('referrals')
    .where({ id: referral.id })
    .update({
      status,
      version: header.version,
      endedAt: rules.isOpen(status) ? null : (referral.endedAt ?? header.at),
    });
}
