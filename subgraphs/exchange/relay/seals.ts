import type { Knex } from 'knex';
import type { AgencyKeys } from '../../kit/crypto/keys.ts';
import { addJob } from '../../kit/database/jobs.ts';
import { HUB } from '../../kit/exchange/hub.ts';
import { permittedTo } from '../../kit/permissions.ts';
import { postMessage } from '../../kit/referrals/post.ts';
import { nextAttempt } from '../../kit/referrals/retry.ts';
import { signSealNotice, verifySealRequest } from '../../kit/seals/messages.ts';
import { sealMutation } from '../../kit/seals/mutations.ts';
import type { Logger } from '../../kit/server/logger.ts';
import type { CaseSealStepRow, SealedCaseRow, SealNoticeRow } from '../generated/rows.ts';

/** What an authority is told: 202 taken (or taken before), 422 refused for good. */
export interface SealAnswer {
  httpStatus: 202 | 422;
  body: { code?: 'BAD_SIGNATURE' | 'NOT_PERMITTED' | 'CASE_UNKNOWN' };
}

/** Takes what an authority says of a case into the register, and has all agencies told of it. Once for each request. */
export async function takeSealRequest(
  { db, keys, log }: { db: Knex; keys: AgencyKeys; log: Logger },
  jws: string,
): Promise<SealAnswer> {
  const verified = await verifySealRequest(jws, keys);
  if (!verified) return { httpStatus: 422, body: { code: 'BAD_SIGNATURE' } };
  const { from, request } = verified;
  if (!permittedTo(sealMutation(from, request.action)).agencies.includes(from))
    return { httpStatus: 422, body: { code: 'NOT_PERMITTED' } };
  return db.transaction(async (tx) => {
    // Steps on one case are taken one after the other, so that their numbers say which is the newest.
    const known = await tx('cases').where({ id: request.case }).forUpdate().first('id');
    if (!known) return { httpStatus: 422, body: { code: 'CASE_UNKNOWN' } };
    if (await tx('caseSealSteps').where({ id: request.id }).first('id')) return { httpStatus: 202, body: {} };
    const sealedFor = await changeSeal(tx, request.case, from, request.action === 'SEAL');
    const [step] = await tx('caseSealSteps')
      .insert({
        id: request.id,
        caseId: request.case,
        action: request.action,
        agency: from,
        username: request.actor.username,
        role: request.actor.role,
        reason: request.reason,
        at: request.at,
        sealedFor,
        jws,
      })
      .returning('sequence');
    await tellAll(tx, 'sequence = ?', [step.sequence]);
    log.info({ requestId: request.id, action: request.action, from }, 'seal taken');
    return { httpStatus: 202, body: {} };
  });
}

/** For whom the case is sealed after it. */
async function changeSeal(tx: Knex.Transaction, caseId: string, authority: string, seals: boolean): Promise<string[]> {
  const before = (await tx<SealedCaseRow>('sealedCases').where({ caseId }).first('sealedFor'))?.sealedFor ?? [];
  const others = before.filter((each) => each !== authority);
  const after = seals ? [...others, authority] : others;
  if (after.length === 0) await tx('sealedCases').where({ caseId }).delete();
  else
    await tx('sealedCases')
      .insert({ caseId, sealedFor: after, sealedAt: new Date() })
      .onConflict('caseId')
      .merge(['sealedFor']);
  return after;
}

/** Has every agency told of steps that it has not been told of. @param which of case_seal_steps */
async function tellAll(tx: Knex, which: string, values: unknown[] = []): Promise<void> {
  const { rows } = await tx.raw(
    `insert into seal_notices (sequence, to_agency)
     select sequence, code from case_seal_steps cross join agencies where code <> ? and ${which}
     on conflict (sequence, to_agency) do nothing returning id`,
    [HUB, ...values] as never,
  );
  for (const { id } of rows) await addJob(tx, 'deliver-seal', { noticeId: id });
}

/** Agencies that have joined since, and seals from before there were notices: each is told of the newest step of each case. */
export async function tellNewcomers(db: Knex): Promise<void> {
  await db.transaction((tx) => tellAll(tx, 'sequence in (select max(sequence) from case_seal_steps group by case_id)'));
}

type Waiting = SealNoticeRow & Pick<CaseSealStepRow, 'caseId' | 'sealedFor'>;

interface Parts {
  db: Knex;
  keys: AgencyKeys;
  log: Logger;
  agencyUrls: Readonly<Record<string, string>>;
}

/** Tells one agency of one step. Safe to run twice: the agency applies it once. */
export async function deliverSealNotice({ db, keys, log, agencyUrls }: Parts, noticeId: string): Promise<void> {
  const waiting: Waiting | undefined = await db('sealNotices')
    .join('caseSealSteps', 'caseSealSteps.sequence', 'sealNotices.sequence')
    .where({ 'sealNotices.id': noticeId, 'sealNotices.state': 'RELAYED' })
    .first('sealNotices.*', 'caseSealSteps.caseId', 'caseSealSteps.sealedFor');
  if (!waiting) return;
  const { toAgency: to, caseId, sealedFor } = waiting;
  const unfinished = (tx: Knex) => tx('sealNotices').where({ id: noticeId, state: 'RELAYED' });
  const finish = (state: string, more: object = {}) =>
    unfinished(db).update({ state, finishedAt: new Date(), ...more });

  const url = agencyUrls[to];
  const notice = { to, case: caseId, sealedFor, sequence: waiting.sequence };
  const answer = url
    ? await postMessage(`${url}/seals`, { jws: await signSealNotice(notice, keys) }, noticeId)
    : { status: 422, body: { code: 'NOT_CONNECTED' } };
  const attempts = waiting.attempts + 1;
  const code = answer.body.code ?? `HTTP_${answer.status}`;
  if (answer.status === 200) {
    await finish('DELIVERED');
    return;
  }
  const runAt = answer.status === 422 ? null : nextAttempt(attempts, new Date());
  if (runAt === null) {
    await finish('UNDELIVERABLE', { attempts, lastError: code });
    log.warn({ noticeId, to, attempts, code }, 'seal notice given up');
    return;
  }
  await db.transaction(async (tx) => {
    const isWaiting = await unfinished(tx).update({ attempts, lastError: code });
    if (isWaiting > 0) await addJob(tx, 'deliver-seal', { noticeId }, { runAt });
  });
}
