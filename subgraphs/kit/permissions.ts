import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AGENCIES } from '../../protocol/generated/agencies.ts';
import { hasRole, ROLES, type Viewer } from './viewer.ts';

/** What a role may read: its agency's own records, what others share, what they share under a referral. */
export const READS = ['OWN', 'SHARED', 'CONDITIONAL'] as const;
export type Reads = (typeof READS)[number];

const ALL = AGENCIES.map(({ code }) => code);
const agencies = z.union([z.literal('ALL').transform((): string[] => ALL), z.array(z.string())]);
const who = z.object({ agencies, roles: z.array(z.enum(ROLES)) });
const table = z.object({
  roles: z.record(z.enum(ROLES), z.object({ reads: z.array(z.enum(READS)), operations: z.enum(['TRUSTED', 'ANY']) })),
  queries: z.record(z.string(), who),
  mutations: z.record(z.string(), who),
  referralSteps: z.record(z.string(), z.record(z.string(), z.array(z.enum(ROLES)))),
  subscriptions: z.record(z.string(), who),
});

let permissions: z.infer<typeof table> | null = null;

/** The table of schema/permissions.yml. The file is read once, at the first call. */
function permissionTable(): z.infer<typeof table> {
  permissions ??= table.parse(parse(readFileSync(new URL('../../schema/permissions.yml', import.meta.url), 'utf8')));
  return permissions;
}

/** Who may call a mutation; nobody where the table does not name it. */
export function permittedTo(mutation: string): { agencies: string[]; roles: string[] } {
  return permissionTable().mutations[mutation] ?? { agencies: [], roles: [] };
}

/** Whether the viewer may call a mutation. */
export function mayCall(viewer: Viewer, mutation: string): boolean {
  return isAmong(viewer, permittedTo(mutation));
}

/** The roles that may take a step of a referral of a kind; none where the table does not name it. */
export function rolesForStep(kind: string, action: string): readonly string[] {
  return permissionTable().referralSteps[kind]?.[action] ?? [];
}

/** Whether the viewer may ask a query that the table names; nobody where it does not. */
export function mayAsk(viewer: Viewer, query: string): boolean {
  return isAmong(viewer, permissionTable().queries[query] ?? { agencies: [], roles: [] });
}

/** Whether the viewer may follow a stream of events. */
export function mayFollow(viewer: Viewer, subscription: string): boolean {
  return isAmong(viewer, permissionTable().subscriptions[subscription] ?? { agencies: [], roles: [] });
}

/** What the viewer's roles may read, taken together. */
export function readsOf(viewer: Viewer): ReadonlySet<Reads> {
  const { roles } = permissionTable();
  return new Set(viewer.roles.flatMap((role) => roles[role].reads));
}

function isAmong(viewer: Viewer, { agencies, roles }: { agencies: readonly string[]; roles: readonly string[] }) {
  return agencies.includes(viewer.agency) && hasRole(viewer, roles);
}
