import type { Knex } from 'knex';
import { addJob } from '../../../kit/database/jobs.ts';
import type { EnvelopeHeader } from '../../../kit/referrals/envelope.ts';
import type { ReferralRules } from '../../../kit/referrals/rules.ts';
import { moveDeadlines } from '../deadlines/deadlines.ts';
import { appendToLedger, type Delivery } from '../ledger/ledger.ts';

export interface ReferralRow {
  id: string;
  kind: string;
  from_agency: string;
  to_agency: string;
  status: string;
  version: number;
  open_request: string | null;
  region_code: string;
  case_id: string | null;
  person_tokens: string[];
  subject_id: string;
  parent_id: string | null;
  hops: number;
  return_loop: boolean;
  sent_at: Date;
  ended_at: Date | null;
}

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
  const before = { status: referral?.status ?? 'SENT', openRequest: referral?.open_request ?? null };
  const { status, openRequest } = rule ? rules.next(rule, before) : before;
  if (referral && openRequest !== before.openRequest)
    await tx('referrals').where({ id: referral.id }).update({ open_request: openRequest });
  if (referral) await advance(tx, rules, referral, header, status);
  else await begin(tx, header, status);
  await moveDeadlines(tx, rules, { referralId: header.referral, kind: header.kind, action: header.action, at });

  await appendToLedger(tx, { header, status, recordedAt: new Date(), jws: step.jws }, step);
  for (const to of step.deliverTo) await addJob(tx, 'deliver', { envelopeId: header.id, to });
}

async function begin(tx: Knex.Transaction, header: EnvelopeHeader, status: string): Promise<void> {
  const line = header.parent ? await lineOf(tx, header.parent) : { hops: -1, left: [] };
  await tx('referrals').insert({
    id: header.referral,
    kind: header.kind,
    from_agency: header.from,
    to_agency: header.to,
    status,
    version: 1,
    region_code: header.region,
    case_id: header.case,
    person_tokens: header.persons,
    subject_id: header.subject,
    parent_id: header.parent,
    hops: line.hops + 1,
    return_loop: line.left.includes(header.to),
    sent_at: header.at,
  });
  if (header.case === null) return;
  const registered = await tx('cases').where({ id: header.case }).first('id');
  if (!registered) return;
  const agencies = [header.from, header.to].map((agency) => ({ case_id: header.case, agency }));
  await tx('case_agencies').insert(agencies).onConflict().ignore();
}

/** The line that ends in a referral: how many hops it has, and which agencies have sent in it. */
async function lineOf(tx: Knex.Transaction, referralId: string): Promise<{ hops: number; left: string[] }> {
  const { rows } = await tx.raw(
    `with recursive line as (
       select id, parent_id, from_agency, hops from referrals where id = ?
       union
       select up.id, up.parent_id, up.from_agency, up.hops from referrals up join line on up.id = line.parent_id
     )
     select max(hops) as hops, array_agg(from_agency) as left_by from line`,
    [referralId],
  );
  return { hops: rows[0].hops ?? -1, left: rows[0].left_by ?? [] };
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
      ended_at: rules.isOpen(status) ? null : (referral.ended_at ?? header.at),
    });
}
