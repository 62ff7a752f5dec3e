import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { LIMITS, type Limits } from '../gateway/limits/limits.ts';
import { USERS_FILE } from '../identity/users.ts';
import { AGENCIES } from '../protocol/generated/agencies.ts';
import { SUITE_NAMES, type SuiteName } from '../subgraphs/kit/crypto/suiteNames.ts';
import { AGENCY_PARTS } from './partNames.ts';

/** A fault of the configuration, in words for whoever starts a part: one line for each variable. */
export class ConfigurationFault extends Error {}

export interface Config {
  /** Folder of the embedded database, keys and secrets. */
  home: string;
  keysFolder: string;
  /** The algorithms of this installation, settled when its keys are made. */
  cipherSuite: SuiteName;
  host: string;
  production: boolean;
  logLevel: string;
  ports: Readonly<Record<string, number>>;
  /** Where parts reach each other, by part. */
  urls: Readonly<Record<string, string>>;
  /** By part; null where the embedded database serves it. */
  databaseUrls: Readonly<Record<string, string | null>>;
  /** PEM files; with a certificate and its key the parts speak https, and trust the authorities as well as the system's. */
  tls: Readonly<{ certificate: string | null; key: string | null; ca: string | null }>;
  engine: EngineName;
  /** Processes of the gateway behind its port. */
  gatewayProcesses: number;
  /** What a question to a subgraph may take, in milliseconds: usually, and by subgraph where that is another. */
  subgraphTimeouts: Readonly<{ usual: number; of: Readonly<Record<string, number>> }>;
  /** Whether identical reads of one viewer that are under way at once are done once. */
  identicalReads: 'once' | 'each';
  /** How long the gateway goes on answering when it is told to stop, in milliseconds. */
  lingerMs: number;
  oidc: OidcConfig;
  /** Whether the demonstration's users may sign in, at the embedded provider. */
  demoUsers: boolean;
  demoPassword: string;
  /** Where the embedded provider's users are. */
  usersFile: URL;
  /** Parts whose jobs the worker runs. */
  workerAgencies: readonly string[];
  /** Whether the gateway answers documents of the manifest only. */
  trustedDocumentsOnly: boolean;
  limits: Limits;
  /** How many persons a user may find by their identity numbers in a day. */
  lookUpsPerDay: number;
  /** Addresses or networks of proxies before the gateway; null where there are none. */
  trustedProxies: readonly string[] | null;
  /** Where Prometheus reads the gateway's metrics; nowhere where the port is 0. */
  metrics: Readonly<{ host: string; port: number }>;
  /** Where traces are sent, if anywhere, and which share of those that no caller has begun. */
  tracing: Readonly<{ endpoint: string | null; share: number }>;
}

/** What executes operations. */
export const ENGINES = ['compiled', 'apollo'] as const;
export type EngineName = (typeof ENGINES)[number];

/** The OpenID Connect provider, as the gateway sees it. */
export interface OidcConfig {
  issuer: string;
  audience: string;
  jwksUri: string | null;
  introspectionUri: string | null;
  /** The gateway's own at the provider, both or neither; the embedded provider's are made by the installation. */
  clientId: string | null;
  clientSecret: string | null;
  /** Whether a gateway that cannot ask the provider about tokens must not start; runtime/production.ts asks. */
  livenessRequired: boolean;
  /** How long the gateway believes that a token is alive before it asks again. */
  livenessSeconds: number;
  clockToleranceSeconds: number;
}

/** Of the demonstration's users: stands in the documentation, and opens nothing in production. */
export const PUBLISHED_PASSWORD = 'casegraph-demo';

/** Ports of the other parts; an agency's stands in the index.ts of its module. */
export const OWN_PORTS = { gateway: 4000, worker: 4007, identity: 4010, database: 4032 };

const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  ...OWN_PORTS,
  ...Object.fromEntries(AGENCIES.map(({ part, port }) => [part, port])),
};

/** GATEWAY_PORT for gateway, WOMENS_FEDERATION_URL for womens-federation. */
function variable(part: string, what: 'PORT' | 'URL'): string {
  return `${part.toUpperCase().replaceAll('-', '_')}_${what}`;
}

function databaseVariable(part: string): string {
  return `DATABASE_URL_${part.toUpperCase().replaceAll('-', '_')}`;
}

const ACCEPTED_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const port = z.coerce.number<string>().int().min(1).max(65_535);
const wholeUpTo = (most: number) => z.coerce.number<string>().int().min(0).max(most);
const share = z.coerce.number<string>().min(0).max(1);
const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));
const readableFile = z
  .string()
  .transform((file) => resolve(file))
  .refine((file) => {
    try {
      accessSync(file, constants.R_OK);
      return true;
    } catch {
      return false;
    }
  });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
/** 10000, or 10000,courts=3000. */
const timeouts = z
  .string()
  .regex(/^\d{3,6}(,[^,=]+=\s*\d{3,6}\s*)*$/)
  .transform((list) => {
    const [usual, ...others] = list.split(',');
    const of: Record<string, number> = {};
    for (const [name, most] of others.map((each) => each.split('='))) of[(name as string).trim()] = Number(most);
    return { usual: Number(usual), of };
  })
  .refine(({ usual, of }) => [usual, ...Object.values(of)].every((most) => most >= 100 && most <= 120_000));
const proxies = z
  .string()
  .transform((list) => (list === 'none' ? null : list.split(',').map((network) => network.trim())))
  .refine((list) => list === null || list.every(isNetwork));

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return (
    version > 0 &&
    more.length === 0 &&
    (bits === undefined || /^\d{1,3}$/.test(bits)) &&
    Number(bits ?? 0) <= (version === 4 ? 32 : 128)
  );
}

/**
 * Reads the environment: once, in one place, frozen.
 * @throws ConfigurationFault naming each variable, what was found and what is accepted
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = [];
  const read = <T>(name: string, shape: z.ZodType<T, string>, accepted: string, fallback: T): T => {
    const found = env[name];
    if (found === undefined || found === '') return fallback;
    const parsed = shape.safeParse(found);
    if (parsed.success) return parsed.data;
    // A database URL holds a password: what came is not repeated.
    faults.push(
      `${name} is ${name.startsWith('DATABASE_URL') ? 'set, but not usable' : JSON.stringify(found)}; accepted: ${accepted}.`,
    );
    return fallback;
  };
  const text = z.string();
  const home = resolve(read('CASEGRAPH_HOME', text, 'a folder', '.casegraph'));
  const host = read('CASEGRAPH_HOST', text, 'an address to listen on', '127.0.0.1');
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const ports = Object.fromEntries(
    Object.entries(DEFAULT_PORTS).map(([part, usual]) => [
      part,
      read(variable(part, 'PORT'), port, 'a port from 1 to 65535', usual),
    ]),
  );
  const pem = (name: string) => read<string | null>(name, readableFile, 'a file in PEM that can be read', null);
  const tls = { certificate: pem('TLS_CERTIFICATE'), key: pem('TLS_KEY'), ca: pem('TLS_CA') };
  if (((env.TLS_CERTIFICATE || null) === null) !== ((env.TLS_KEY || null) === null))
    faults.push('TLS_CERTIFICATE and TLS_KEY: one is set; accepted: both, or neither.');
  const scheme = tls.certificate === null ? 'http' : 'https';
  const urls = Object.fromEntries(
    [...AGENCY_PARTS, 'identity', 'gateway'].map((part) => [
      part,
      read(variable(part, 'URL'), httpUrl, 'an http or https address', `${scheme}://${reachable}:${ports[part]}`),
    ]),
  );
  const environments = z.enum(['production', 'development', 'test']);
  const production = read('NODE_ENV', environments, 'production, development or test', 'development') === 'production';
  const limits = Object.entries(LIMITS).map(([name, { variable, fallback, least, most }]) => {
    const whole = z.coerce.number<string>().int().min(least).max(most);
    return [name, read(variable, whole, `a whole number from ${least} to ${most}`, fallback)];
  });
  const config: Config = {
    home,
    keysFolder: resolve(read('CASEGRAPH_KEYS', text, 'a folder', `${home}/keys`)),
    cipherSuite: read('CIPHER_SUITE', z.enum(SUITE_NAMES), SUITE_NAMES.join(' or '), 'standard'),
    host,
    production,
    logLevel: read('LOG_LEVEL', z.enum(ACCEPTED_LEVELS), ACCEPTED_LEVELS.join(', '), 'warn'),
    ports,
    urls,
    databaseUrls: Object.fromEntries(
      AGENCY_PARTS.map((part) => [
        part,
        read<string | null>(databaseVariable(part), postgresUrl, 'postgres://user:password@host:port/database', null),
      ]),
    ),
    tls,
    engine: read('GATEWAY_ENGINE', z.enum(ENGINES), ENGINES.join(' or '), 'compiled'),
    subgraphTimeouts: read(
      'SUBGRAPH_TIMEOUT_MS',
      timeouts,
      'milliseconds from 100 to 120000, and others for subgraphs by name, as in 10000,courts=3000',
      { usual: 10_000, of: {} },
    ),
    identicalReads: read('IDENTICAL_READS', z.enum(['once', 'each']), 'once or each', 'once'),
    gatewayProcesses: read(
      'GATEWAY_PROCESSES',
      z.coerce.number<string>().int().min(1).max(64),
      'a whole number from 1 to 64',
      1,
    ),
    lingerMs: read('GATEWAY_LINGER_MS', wholeUpTo(5_000), 'whole milliseconds from 0 to 5000', 0),
    oidc: {
      issuer: read(
        'OIDC_ISSUER',
        // As it stands in the tokens: a slash at the end belongs to it.
        z.url({ protocol: /^https?$/ }),
        'the http or https address of an OpenID Connect provider',
        urls.identity ?? '',
      ),
      audience: read('OIDC_AUDIENCE', text, 'the audience of access tokens', 'casegraph'),
      jwksUri: read<string | null>('OIDC_JWKS_URI', httpUrl, 'an http or https address', null),
      introspectionUri: read<string | null>('OIDC_INTROSPECTION_URI', httpUrl, 'an http or https address', null),
      clientId: read<string | null>('OIDC_CLIENT_ID', text, 'the gateway’s name at the provider', null),
      clientSecret: read<string | null>('OIDC_CLIENT_SECRET', text, 'the gateway’s secret at the provider', null),
      livenessRequired:
        read(
          'OIDC_LIVENESS',
          z.enum(['required', 'optional']),
          'required or optional',
          production ? 'required' : 'optional',
        ) === 'required',
      livenessSeconds: read('OIDC_LIVENESS_SECONDS', wholeUpTo(60), 'whole seconds from 0 to 60', 30),
      clockToleranceSeconds: read('OIDC_CLOCK_TOLERANCE_SECONDS', wholeUpTo(120), 'whole seconds from 0 to 120', 5),
    },
    demoUsers:
      read('DEMO_USERS', z.enum(['allowed', 'refused']), 'allowed or refused', production ? 'refused' : 'allowed') ===
      'allowed',
    demoPassword: read('DEMO_PASSWORD', text, 'a password', PUBLISHED_PASSWORD),
    usersFile: read(
      'USERS_FILE',
      readableFile.transform((file) => pathToFileURL(file)),
      'a file that can be read',
      USERS_FILE,
    ),
    workerAgencies: read(
      'WORKER_AGENCIES',
      text
        .transform((list) => (list === 'all' ? AGENCY_PARTS : list.split(',').map((name) => name.trim())))
        .refine((list) => list.every((name) => AGENCY_PARTS.includes(name))),
      `all, or a list of ${AGENCY_PARTS.join(', ')}`,
      AGENCY_PARTS,
    ),
    trustedDocumentsOnly:
      read('TRUSTED_DOCUMENTS', z.enum(['required', 'off']), 'required or off', production ? 'required' : 'off') ===
      'required',
    limits: Object.fromEntries(limits),
    // Of the people who work with a person's file by its number all day, few open a hundred; a masked number has some 500 candidates.
    lookUpsPerDay: read(
      'LIMITS_LOOK_UPS_PER_DAY',
      z.coerce.number<string>().int().min(1).max(1_000_000_000),
      'a whole number from 1 to 1000000000',
      100,
    ),
    trustedProxies: read<readonly string[] | null>('TRUSTED_PROXIES', proxies, 'addresses or networks, or none', null),
    metrics: {
      host: read('METRICS_HOST', text, 'an address to listen on', '127.0.0.1'),
      port: read('METRICS_PORT', wholeUpTo(65_535), 'a port from 1 to 65535, or 0 for none', 0),
    },
    tracing: {
      endpoint: read<string | null>('OTEL_EXPORTER_OTLP_ENDPOINT', httpUrl, 'an http or https address', null),
      share: read('OTEL_TRACES_SAMPLER_ARG', share, 'a number from 0 to 1', 1),
    },
  };
  if ((config.oidc.clientId === null) !== (config.oidc.clientSecret === null)) {
    faults.push('Of OIDC_CLIENT_ID and OIDC_CLIENT_SECRET one is set; accepted: both or neither.');
  }
  if (faults.length > 0) throw new ConfigurationFault(faults.join('\n'));
  return Object.freeze(config);
}

/** The environment with what a command's arguments say before it. @throws ConfigurationFault */
export function readConfigWith(settings: Readonly<Record<string, string>>): Config {
  return readConfig({ ...process.env, ...settings });
}

/**
 * The environment of a part that runs as a process of its own: the caller's, and a folder where Node keeps what it has
 * compiled, so that the next start need not (bench:start: about a quarter sooner).
 */
export function partEnvironment(config: Config, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { NODE_COMPILE_CACHE: join(config.home, 'compiled'), ...env };
}

export type Language = 'zh' | 'en';

/** By the variables that POSIX has for it, in their order: Chinese for a Chinese locale, else English. */
export function languageOfTerminal(env: Readonly<Record<string, string | undefined>> = process.env): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh([_.-]|$)/i.test(locale) ? 'zh' : 'en';
}

/** @apollo/gateway reports to its maker unless the environment forbids it, which it reads when it is made. */
export function forbidTelemetry(env: NodeJS.ProcessEnv = process.env): void {
  env.APOLLO_TELEMETRY_DISABLED = '1';
}

export { databaseVariable };
