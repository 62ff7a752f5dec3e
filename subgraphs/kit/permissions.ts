import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const table = z.record(z.string(), z.object({ agencies: z.array(z.string()), roles: z.array(z.string()) }));

let permissions: z.infer<typeof table> | null = null;

/** Who may call a mutation; nobody where permissions.yml does not name it. The file is read once, at the first call. */
export function permittedTo(mutation: string): { agencies: string[]; roles: string[] } {
  permissions ??= table.parse(parse(readFileSync(new URL('./permissions.yml', import.meta.url), 'utf8')));
  return permissions[mutation] ?? { agencies: [], roles: [] };
}
