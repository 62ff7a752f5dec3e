import { mayCall, rolesForStep } from '../permissions.ts';
import { hasRole, type Viewer } from '../viewer.ts';
import type { ReferralKind } from './rules.ts';

/** WOMENS_FEDERATION → womensFederation */
export function camelName(agency: string): string {
  return agency.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The mutation of an agency's steps: WOMENS_FEDERATION → womensFederationReferralStep. */
export function stepMutation(agency: string): string {
  return `${camelName(agency)}ReferralStep`;
}

/** The mutation that does an action of a kind: one of its own, or the agency's steps; null where nobody may do it. */
export function operationOf(agency: string, kind: ReferralKind, action: string): string | null {
  return kind.operations[action] ?? (rolesForStep(kind.code, action).length > 0 ? stepMutation(agency) : null);
}

/** Whether the viewer's roles may do an action of a kind, by schema/permissions.yml. */
export function mayDo(viewer: Viewer, kind: ReferralKind, action: string): boolean {
  const own = kind.operations[action];
  return own ? mayCall(viewer, own) : hasRole(viewer, rolesForStep(kind.code, action));
}
