import type { IncidentStatus } from '../../generated/resolvers.ts';

/** Incidents whose dispute can be handed over: they are being handled. */
export const REFERABLE: readonly IncidentStatus[] = ['DISPATCHED', 'HANDLING'];

/** The status of an incident after a step of its dispute's referral, or after the result. A dispute that came back is handled on. */
export const INCIDENT_AFTER = {
  SEND: 'TRANSFERRED',
  RETURN: 'HANDLING',
  WITHDRAW: 'HANDLING',
  ENTERED_IN_ERROR: 'HANDLING',
  AGREED: 'CLOSED',
  FAILED: 'HANDLING',
} as const satisfies Record<string, IncidentStatus>;
