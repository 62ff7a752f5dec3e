import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AGENCIES } from '../protocol/generated/agencies.ts';

const AGENCY_CODES = AGENCIES.map(({ code }) => code);
export const ROLES = ['officer', 'supervisor', 'leader', 'auditor', 'operator', 'integrator'] as const;

/** GB/T 2260 has no code for the whole country; all zeros is the prefix that is above every code. */
const WHOLE_COUNTRY = '000000';

const demoUser = z
  .strictObject({
    username: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*){1,2}$/, 'expected <agency>.<place>.<role> in lower case'),
    name: z.string().trim().min(1),
    agency: z.enum(AGENCY_CODES),
    region: z.string().regex(/^\d{6}$/, 'expected six digits of GB/T 2260, in quotes'),
    roles: z.array(z.enum(ROLES)).min(1),
    title: z.string().trim().min(1),
  })
  .superRefine((user, ctx) => {
    const prefix = user.agency.toLowerCase().replaceAll('_', '-');
    if (!user.username.startsWith(`${prefix}.`)) {
      ctx.addIssue({ code: 'custom', path: ['username'], message: `expected to start with ${prefix}.` });
    }
    if ((user.agency === 'HUB') !== (user.region === WHOLE_COUNTRY)) {
      ctx.addIssue({
        code: 'custom',
        path: ['region'],
        message: `${WHOLE_COUNTRY} is for users of HUB, and only them`,
      });
    }
    if (new Set(user.roles).size !== user.roles.length) {
      ctx.addIssue({ code: 'custom', path: ['roles'], message: 'a role stands twice' });
    }
  });

const demoUsers = z
  .array(demoUser)
  .min(1)
  .superRefine((users, ctx) => {
    const seen = new Set<string>();
    for (const [index, { username }] of users.entries()) {
      if (seen.has(username)) {
        ctx.addIssue({ code: 'custom', path: [index, 'username'], message: 'this username stands twice' });
      }
      seen.add(username);
    }
  });

/** The demonstration's. */
export const USERS_FILE = new URL('./users.yml', import.meta.url);

/** One person of the demonstration; `username` is also the subject of the tokens. */
export type DemoUser = z.infer<typeof demoUser>;

/**
 * The users of a YAML file, by default the demonstration's.
 *
 * @throws Error naming the file and, for each fault, the user, the field and what is expected.
 */
export function loadUsers(file: URL = USERS_FILE): DemoUser[] {
  let data: unknown;
  try {
    data = parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file.pathname} cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  const result = demoUsers.safeParse(data);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `  ${placeOf(path, data)}: ${message}`);
  throw new Error(`${file.pathname} has faults:\n${faults.join('\n')}`);
}

/** Names a user by username where there is one, since a position in a list helps nobody. */
function placeOf([index, ...field]: PropertyKey[], data: unknown): string {
  if (typeof index !== 'number' || !Array.isArray(data)) return 'the list of users';
  const user: unknown = data[index];
  const named = typeof user === 'object' && user !== null && 'username' in user ? String(user.username) : undefined;
  return [named ?? `user ${index + 1}`, ...field.map(String)].join(' › ');
}
