import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { provisionKeys, requireSuite, SuiteMismatch } from '../subgraphs/kit/crypto/provision.ts';
import { type Config, ConfigurationFault } from './config.ts';
import { AGENCY_PARTS } from './partNames.ts';

/** What an installation makes for itself once: passwords of the embedded database, keys of the embedded provider. */
const shape = z.object({
  superuserPassword: z.string(),
  rolePasswords: z.record(z.string(), z.string()),
  identityJwks: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  cookieKeys: z.array(z.string()),
});

export type Installation = z.infer<typeof shape>;

const secret = () => randomBytes(24).toString('base64url');

/** The agency's code behind a part: the exchange's is HUB. */
export function agencyOf(part: string): string {
  return part === 'exchange' ? 'HUB' : part.toUpperCase().replaceAll('-', '_');
}

/** Makes what is missing: folder, secrets, keys. What is there stays. */
export function provision(config: Config): Installation {
  mkdirSync(config.home, { recursive: true, mode: 0o711 });
  matchSuite(config);
  provisionKeys(config.keysFolder, AGENCY_PARTS.map(agencyOf), config.cipherSuite);
  const file = installationFile(config);
  const found = existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  const missing = found && AGENCY_PARTS.every((part) => found.rolePasswords[part]) ? null : AGENCY_PARTS;
  if (found && !missing) return found;
  const installation: Installation = {
    superuserPassword: found?.superuserPassword ?? secret(),
    rolePasswords: Object.fromEntries(AGENCY_PARTS.map((part) => [part, found?.rolePasswords[part] ?? secret()])),
    identityJwks: found?.identityJwks ?? { keys: [identityKey()] },
    cookieKeys: found?.cookieKeys ?? [secret()],
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

/** Null where nothing was provisioned yet. */
export function readInstallation(config: Config): Installation | null {
  const file = installationFile(config);
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
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

function identityKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'identity-1', alg: 'ES256', use: 'sig' };
}

function installationFile(config: Config): string {
  return join(config.home, 'installation.json');
}
