import type { AgencyKeys } from '../crypto/keys.ts';
import { permittedTo, rolesForStep } from '../permissions.ts';
import { invalidInput, notPermitted, type Problem, transitionConflict } from '../problems/problem.ts';
import type { Viewer } from '../viewer.ts';
import { mayDo } from './permitted.ts';
import type { ReferralKind, ReferralRules } from './rules.ts';

/** Why an agency cannot send a referral of a kind to another; null where rules and permissions allow it. */
export function sendRefusal(
  agency: string,
  referral: { kind: string; to: string },
  viewer: Viewer,
  { rules, keys }: { rules: ReferralRules; keys: Pick<AgencyKeys, 'knowsAgency'> },
): Problem | null {
  const kind = rules.kind(referral.kind);
  const action = rules.action('SEND');
  if (!kind || !action) throw new Error(`No rule for SEND of ${referral.kind}.`);
  if (!kind.from.includes(agency) || !mayDo(viewer, kind, action.code)) return notPermitted(sendersOf(kind));
  if (!kind.to.includes(referral.to) || !keys.knowsAgency(referral.to)) return unknownReceiver(kind, referral.to);
  const draft = { status: 'DRAFT', openRequest: null };
  return rules.allows(action, 'SENDER', draft) ? null : transitionConflict('STATUS_CONFLICT', { ...draft, version: 0 });
}

/** Who may send a kind: agencies with roles, for example WOMENS_FEDERATION/officer. */
function sendersOf(kind: ReferralKind): string[] {
  const own = kind.operations.SEND;
  const roles = own ? permittedTo(own).roles : rolesForStep(kind.code, 'SEND');
  return kind.from.flatMap((agency) => roles.map((role) => `${agency}/${role}`));
}

/** The problem of a receiver that the kind does not have, or that has not joined the hub. */
export function unknownReceiver(kind: ReferralKind, received: string): Problem {
  return invalidInput(
    ['toAgency'],
    {
      code: 'RECEIVER_UNKNOWN',
      message: { zh: '此类移送不能交给该机关。', en: 'A referral of this kind cannot go to that agency.' },
      accepted: { zh: kind.to.join('、'), en: kind.to.join(', ') },
    },
    received,
  );
}
