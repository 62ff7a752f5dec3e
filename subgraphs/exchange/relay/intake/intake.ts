import type { Knex } from 'knex';
import type { AgencyKeys } from '../../../kit/crypto/keys.ts';
import {
  claimedSender,
  type Envelope,
  EnvelopeFault,
  type EnvelopeHeader,
  verifyEnvelope,
} from '../../../kit/referrals/envelope.ts';
import { isTransition, type Party, type ReferralRules } from '../../../kit/referrals/rules.ts';
import type { Logger } from '../../../kit/server/logger.ts';
import type { ReferralRow } from '../../generated/rows.ts';
import type { RefusedEnvelopes } from '../store/refusedEnvelopes.ts';
import { onwardFault } from './onward.ts';
import { record } from './record.ts';
import type { UnsignedCount } from './unsignedCount.ts';

/** What the sender is told. 202 taken (or taken before); 425 an earlier step is missing; 409 and 422 refused for good. */
export interface IntakeAnswer {
  httpStatus: 202 | 409 | 422 | 425;
  body: { code?: string; status?: string; version?: number };
}

export interface Intake {
  /** @param address where it comes from */
  take(envelope: Envelope, address: string): Promise<IntakeAnswer>;
}

interface Parts {
  db: Knex;
  keys: AgencyKeys;
  rules: ReferralRules;
  refused: Pick<RefusedEnvelopes, 'addSigned'>;
  unsigned: UnsignedCount;
  log: Logger;
}

type RefusalCode =
  | 'MALFORMED'
  | 'UNKNOWN_SENDER'
  | 'BAD_SIGNATURE'
  | 'UNKNOWN_KIND'
  | 'WRONG_RECEIVER'
  | 'NOT_PERMITTED'
  | 'BROKEN_ORDER';

/** Why an envelope is refused, and where its referral stands. */
class Refusal extends Error {
  readonly code: RefusalCode;
  readonly referral: ReferralRow | null;
  constructor(code: RefusalCode, referral: ReferralRow | null = null) {
    super(code);
    this.code = code;
    this.referral = referral;
  }
}

class EarlierStepMissing extends Error {}

/**
 * Takes envelopes in: signature, kind, parties and order are checked; then the ledger's entry, the referral's new state,
 * its deadlines and the delivery commit together. The same envelope again changes nothing.
 */
export function createIntake({ db, keys, rules, refused, unsigned, log }: Parts): Intake {
  return {
    async take(envelope, address) {
      let header: EnvelopeHeader;
      try {
        header = await verifyEnvelope(envelope, keys);
      } catch (error) {
        if (!(error instanceof EnvelopeFault)) throw error;
        const code = error.code === 'UNKNOWN_SENDER' || error.code === 'BAD_SIGNATURE' ? error.code : 'MALFORMED';
        const claimed = claimedSender(envelope.jws);
        unsigned.add({ from: claimed !== null && keys.knowsAgency(claimed) ? claimed : null, address, code });
        return { httpStatus: 422, body: { code } };
      }
      try {
        await db.transaction(async (tx) => {
          const referral =
            (await tx<ReferralRow>('referrals').where({ id: header.referral }).forUpdate().first()) ?? null;
          // Asked once the referral is locked: the same envelope at the same time waits there, and is then found taken.
          if (await tx('ledger').where({ envelopeId: header.id }).first('seq')) return;
          await check(tx, rules, header, referral);
          await record(tx, rules, { header, jws: envelope.jws, jwe: envelope.jwe, referral, deliverTo: [header.to] });
        });
        return { httpStatus: 202, body: {} };
      } catch (error) {
        if (error instanceof EarlierStepMissing) return { httpStatus: 425, body: { code: 'EARLIER_STEP_MISSING' } };
        if (!(error instanceof Refusal)) throw error;
        const { code, referral } = error;
        await refused.addSigned({ id: header.id, from: header.from, code });
        log.warn({ code, envelopeId: header.id, from: header.from }, 'envelope refused');
        return {
          httpStatus: code === 'BROKEN_ORDER' ? 409 : 422,
          body: { code, ...(referral && { status: referral.status, version: referral.version }) },
        };
      }
    },
  };
}

/** Whether a step may follow on a referral as it stands (null for a new one). @throws Refusal, EarlierStepMissing */
async function check(
  tx: Knex,
  rules: ReferralRules,
  header: EnvelopeHeader,
  referral: ReferralRow | null,
): Promise<void> {
  const kind = rules.kind(header.kind);
  const action = rules.action(header.action);
  if (!kind || !action) throw new Refusal('UNKNOWN_KIND');

  if (header.action === 'SEND') {
    if (referral || header.version !== 1) throw new Refusal('BROKEN_ORDER', referral);
    if (header.onBehalfOf !== undefined) {
      const fault = await onwardFault(tx, rules, kind, header);
      if (fault === 'TOO_EARLY') throw new EarlierStepMissing();
      if (fault) throw new Refusal(fault);
      return;
    }
    if (!kind.from.includes(header.from)) throw new Refusal('NOT_PERMITTED');
    if (!kind.to.includes(header.to)) throw new Refusal('WRONG_RECEIVER');
    return;
  }
  if (!referral) throw new EarlierStepMissing();
  if (referral.kind !== header.kind) throw new Refusal('UNKNOWN_KIND', referral);
  const party = partyOf(referral, header.from);
  if (!party) throw new Refusal('NOT_PERMITTED');
  if (header.to !== (party === 'SENDER' ? referral.toAgency : referral.fromAgency))
    throw new Refusal('WRONG_RECEIVER', referral);
  // Requests of the version before this one carry no version.
  if (isTransition(action) !== (header.version !== null) && !(action.request && header.version === null))
    throw new Refusal('MALFORMED', referral);
  if (header.version !== null && header.version > referral.version + 1) throw new EarlierStepMissing();
  if (header.version !== null && header.version <= referral.version) throw new Refusal('BROKEN_ORDER', referral);
  if (!rules.allows(action, party, { status: referral.status, openRequest: referral.openRequest }))
    throw new Refusal('BROKEN_ORDER', referral);
  if (!isAboutTheSame(header, referral)) throw new Refusal('MALFORMED', referral);
}

/** Whether a later step is about what the referral was sent about: else the ledger would have it in another case or region. */
function isAboutTheSame(header: EnvelopeHeader, referral: ReferralRow): boolean {
  return (
    header.case === referral.caseId &&
    header.region === referral.regionCode &&
    header.subject === referral.subjectId &&
    header.parent === referral.parentId &&
    header.persons.join() === referral.personTokens.join()
  );
}

function partyOf(referral: ReferralRow, agency: string): Party | null {
  if (agency === referral.fromAgency) return 'SENDER';
  return agency === referral.toAgency ? 'RECEIVER' : null;
}
