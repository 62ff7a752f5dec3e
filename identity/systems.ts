import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AGENCIES } from './users.ts';

const systems = z
  .array(
    z
      .strictObject({
        client: z.string().regex(/^[a-z]+(-[a-z]+)*-system$/, 'expected <agency>-system in lower case'),
        name: z.string().trim().min(1),
        agency: z.enum(AGENCIES).exclude(['HUB']),
        region: z.string().regex(/^[1-8]\d{5}$/, 'expected six digits of GB/T 2260, in quotes'),
      })
      .refine(({ client, agency }) => client === `${agency.toLowerCase().replaceAll('_', '-')}-system`, {
        path: ['client'],
        message: 'expected the name of its agency before -system',
      }),
  )
  .refine((all) => new Set(all.map(({ client }) => client)).size === all.length, 'a client stands twice');

/** A system of an agency, which signs in as itself and not for a person. */
export type AgencySystem = z.infer<typeof systems>[number];

/**
 * The agencies' systems of a YAML file, by default the one beside this module.
 *
 * @throws Error naming the file and each fault.
 */
export function loadSystems(file: URL = new URL('./systems.yml', import.meta.url)): AgencySystem[] {
  const result = systems.safeParse(parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  throw new Error(`${file.pathname} has faults:\n${z.prettifyError(result.error)}`);
}
