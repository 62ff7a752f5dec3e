import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { provisionSigningKeys } from '../identity/signingKeys.ts';
import { SYSTEMS } from '../identity/systems.ts';
import { provisionKeys, requireSuite, SuiteMismatch } from '../subgraphs/kit/crypto/provision.ts';
import { agencyOfPart } from '../subgraphs/kit/definition.ts';
import { type Config, ConfigurationFault } from './config.ts';
import { AGENCY_PARTS } from './partNames.ts';
import { provisionSystemKey } from './systemKeys.ts';

/** What an installation makes for itself once: passwords of the embedded database, secrets of the embedded provider. */
const shape = z.object({
  superuserPassword: z.string(),
  rolePasswords: z.record(z.string(), z.string()),
  cookieKeys: z.array(z.string()),
  /** By which the gateway proves itself to the embedded provider when it asks about tokens. */
  introspectionSecret: z.string(),
});
/** One that an older version has made lacks what came later. */
const partial = shape.partial({ introspectionSecret: true });

export type Installation = z.infer<typeof shape>;

const secret = () => randomBytes(24).toString('base64url');

/** Makes what is missing: folder, secrets, keys. What is there stays. */
export function provision(config: Config): Installation {
  mkdirSync(config.home, { recursive: true, mode: 0o711 });
  matchSuite(config);
  provisionKeys(config.keysFolder, AGENCY_PARTS.map(agencyOfPart), config.cipherSuite);
  provisionSigningKeys(identityFiles(config).signingKeys);
  for (const { client } of SYSTEMS) provisionSystemKey(identityFiles(config).systemKey(client), client);
  const file = installationFile(config);
  const found = existsSync(file) ? partial.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  const whole = shape.safeParse(found);
  if (whole.success && AGENCY_PARTS.every((part) => whole.data.rolePasswords[part])) return whole.data;
  const installation: Installation = {
    superuserPassword: found?.superuserPassword ?? secret(),
    rolePasswords: Object.fromEntries(AGENCY_PARTS.map((part) => [part, found?.rolePasswords[part] ?? secret()])),
    cookieKeys: found?.cookieKeys ?? [secret()],
    introspectionSecret: found?.introspectionSecret ?? secret(),
  };
  writeFileSync(file, `${JSON.stringify(installation, null, 2)}\n`, { mode: 0o600 });
  return installation;
}

/** @throws ConfigurationFault where the keys that are there are of another cipher suite than the setting says */
export function matchSuite(config: Config): void {
  try {
    requireSuite(config.keysFolder, config.cipherSuite);
  } catch (error) {
    if (!(error instanceof SuiteMismatch)) throw error;
    throw new ConfigurationFault(
      `CIPHER_SUITE is ${config.cipherSuite}, but the keys in ${config.keysFolder} were made for ${error.made}, and what is sealed and signed with them stays so: set CIPHER_SUITE=${error.made}, or take another folder for a new installation (CASEGRAPH_HOME).`,
    );
  }
}

/** @throws ConfigurationFault where the folder of keys lacks a file */
export function requireKeys({ keysFolder }: Config, file: string): void {
  if (existsSync(join(keysFolder, file))) return;
  throw new ConfigurationFault(
    `CASEGRAPH_KEYS: ${keysFolder} holds no ${file}; run npm run keys, or npm run serve -- database, which makes them.`,
  );
}

/** Null where nothing was provisioned yet. */
export function readInstallation(config: Config): Installation | null {
  const file = installationFile(config);
  return existsSync(file) ? (shape.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null) : null;
}

/** What the embedded provider keeps below the home folder. */
export function identityFiles({ home }: Config) {
  const folder = join(home, 'identity');
  return {
    signingKeys: join(folder, 'signing-keys.json'),
    /** Who is disabled, a file for each. */
    standing: join(folder, 'standing'),
    /** What was signed out. */
    endings: join(folder, 'endings'),
    /** The private key of an agency's system, which is the agency's own where it is more than a demonstration. */
    systemKey: (client: string) => join(folder, 'systems', `${client}.json`),
  };
}

/** The database of a part: as configured, else the embedded one; null where there is neither. */
export function databaseUrlOf(config: Config, part: string): string | null {
  const configured = config.databaseUrls[part];
  if (configured) return configured;
  const password = readInstallation(config)?.rolePasswords[part];
  const name = databaseName(part);
  return password ? `postgres://${name}:${password}@127.0.0.1:${config.ports.database}/${name}` : null;
}

/** Database and login role of a part in the embedded cluster. */
export function databaseName(part: string): string {
  return part.replaceAll('-', '_');
}

function installationFile(config: Config): string {
  return join(config.home, 'installation.json');
}
