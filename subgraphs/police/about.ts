import type { About } from '../kit/sharing/enforce.ts';
import type { Context } from './context.ts';
import type { Incident } from './store/incidents.ts';
import type { PoliceCase } from './store/policeCases.ts';

/** Whom and what the police's records are about. */
export const about: About<Context> = {
  PoliceCase: ({ id, caseId }: PoliceCase) => ({ id, caseId }),
  Incident: ({ id }: Incident) => ({ id }),
};
