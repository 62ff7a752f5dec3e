import { existsSync } from 'node:fs';
import { OWN_PORTS } from '../runtime/config.ts';
import type { Agency } from './modules.ts';

/** A wrong argument of the command: what came, and what is accepted. */
export class NamingFault extends Error {}

export interface Wanted {
  name: string | undefined;
  zh: string | undefined;
  en: string | undefined;
}

/** Names of parts, folders, databases and roles that are something else already. */
const RESERVED = new Set([
  ...Object.keys(OWN_PORTS),
  ...[
    'all',
    'agencies',
    'contracts',
    'generated',
    'hub',
    'keycloak',
    'kit',
    'operations',
    'postgres',
    'public',
    'shared',
  ],
]);

const FIRST_PORT = 4001;

/** The agency that is asked for. @throws NamingFault where a name is of another form, or taken */
export function nameAgency({ name, zh, en }: Wanted, others: readonly Agency[]): Agency {
  if (name === undefined || !/^[a-z]{2,}(-[a-z]{2,})*$/.test(name) || name.length > 40)
    throw new NamingFault(
      `The name is ${shown(name)}; accepted: lower-case words with hyphens, like womens-federation.`,
    );
  if (RESERVED.has(name))
    throw new NamingFault(`The name ${name} is reserved; accepted: a name that no part or folder has.`);
  if (others.some(({ part }) => part === name) || existsSync(new URL(`../subgraphs/${name}/`, import.meta.url)))
    throw new NamingFault(`There is an agency ${name} already; npm run new-agency -- ${name} --remove takes it out.`);
  if (!zh || !/^\p{Script=Han}{2,20}$/u.test(zh))
    throw new NamingFault(`--zh is ${shown(zh)}; accepted: its Chinese name, 2 to 20 characters, like --zh 信访局.`);
  if (!en || !/^[A-Z][A-Za-z' -]{1,59}$/.test(en))
    throw new NamingFault(
      `--en is ${shown(en)}; accepted: its English name with a capital, like --en "Petition office".`,
    );
  const same = others.find(({ names }) => names.zh === zh || names.en === en);
  if (same) throw new NamingFault(`The agency ${same.part} is called ${same.names.zh}, ${same.names.en} already.`);
  return { part: name, code: name.toUpperCase().replaceAll('-', '_'), port: freePort(others), names: { zh, en } };
}

function freePort(agencies: readonly Agency[]): number {
  const taken = new Set([...Object.values(OWN_PORTS), ...agencies.map(({ port }) => port)]);
  let port = FIRST_PORT;
  while (taken.has(port)) port += 1;
  return port;
}

function shown(text: string | undefined): string {
  return text === undefined ? 'missing' : JSON.stringify(text);
}
