import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Fastify from 'fastify';
import { print } from 'graphql';
import pg from 'pg';
import { serveGraphiql } from '../../gateway/http/graphiql/graphiql.ts';
import { WEB_CLIENT_ID } from '../../identity/clients.ts';
import { GATEWAY_SECRET_VARIABLE } from '../../identity/keycloak/clients.ts';
import { REALM_FILE } from '../../identity/keycloak/generate.ts';
import { databaseVariable, readConfig } from '../../runtime/config.ts';
import { AGENCY_PARTS, PARTS } from '../../runtime/partNames.ts';
import { ViewerDocument, type ViewerQuery } from '../../schema/generated/operations.ts';
import { connectAsSuperuser } from '../harness/cluster.ts';
import { freePort } from '../harness/freePort.ts';
import { type AgencyDatabases, createAgencyDatabases } from './agencyDatabases.ts';
import { type ComposeService, readServices, requiredVariables } from './composeFile.ts';
import { buildImageFolder, imageEnvironment, listFiles, readDockerfile } from './image.ts';
import { type Running, runCommand, startCommand } from './process.ts';
import { type RealmSigner, readRealm, startRealmSigner } from './realm.ts';

const ROOT = new URL('../../', import.meta.url);
const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
  scripts: Record<string, string>;
};
const passwords = Object.fromEntries([...requiredVariables()].map((name) => [name, randomBytes(12).toString('hex')]));
const services = readServices(passwords);

/** The parts that have a service of their own name; PostgreSQL and Keycloak stand for the other two. */
const SERVED = PARTS.filter((part) => part !== 'database' && part !== 'identity');

function service(name: string): ComposeService {
  const found = services[name];
  assert.ok(found, `docker-compose.yml has no service ${name}`);
  return found;
}

function setting(name: string, variable: string): string {
  const found = service(name).environment[variable];
  assert.ok(found, `${name} has no ${variable}`);
  return found;
}

/** What the configuration asks the environment for. */
function readVariables(): Set<string> {
  const names = new Set<string>();
  readConfig(new Proxy<Record<string, string | undefined>>({}, { get: (_, name) => void names.add(String(name)) }));
  return names;
}

describe('docker-compose.yml', () => {
  it('has a service for every part, PostgreSQL, Keycloak and the making of keys, and no other', () => {
    assert.deepEqual(Object.keys(services).sort(), [...SERVED, 'keycloak', 'keys', 'postgres'].sort());
  });

  it('starts every part by the command behind npm run serve', () => {
    for (const part of SERVED) assert.deepEqual(service(part).command, [...(scripts.serve ?? '').split(' '), part]);
    assert.deepEqual(service('keys').command, scripts.keys?.split(' '));
  });

  it('gives the parts only variables that the configuration reads, with values that it accepts', () => {
    const known = readVariables();
    for (const name of [...SERVED, 'keys']) {
      const { environment } = service(name);
      for (const variable of Object.keys(environment)) assert.ok(known.has(variable), `${name}: ${variable}`);
      assert.equal(readConfig(environment).production, true, name);
    }
  });

  it('gives an agency its own database, the worker all of them, and the gateway none', () => {
    const databasesOf = (name: string) =>
      Object.keys(service(name).environment).filter((variable) => variable.startsWith('DATABASE_'));
    for (const part of AGENCY_PARTS) assert.deepEqual(databasesOf(part), [databaseVariable(part)]);
    assert.deepEqual(databasesOf('worker').sort(), AGENCY_PARTS.map(databaseVariable).sort());
    assert.deepEqual(databasesOf('gateway'), []);
    for (const part of [...AGENCY_PARTS, 'gateway']) {
      const own = part === 'gateway' ? 'GATEWAY_CLIENT_SECRET' : databaseVariable(part).replace('URL', 'PASSWORD');
      for (const [name, password] of Object.entries(passwords)) {
        const held = JSON.stringify(service(part)).includes(password);
        assert.equal(held, name === own, `${part} and ${name}`);
      }
    }
  });

  it('names no address at which nobody listens', () => {
    const listening = new Map(SERVED.map((part) => [part, readConfig(service(part).environment).ports[part]]));
    for (const part of SERVED) {
      const { urls } = readConfig(service(part).environment);
      for (const other of AGENCY_PARTS) {
        if (!service(part).environment[`${other.toUpperCase().replaceAll('-', '_')}_URL`]) continue;
        assert.equal(urls[other], `http://${other}:${listening.get(other)}`, `${part} reaches ${other}`);
      }
      assert.match(
        service(part).healthcheck?.test.join(' ') ?? '',
        new RegExp(`127.0.0.1:${listening.get(part)}/ready`),
      );
    }
    for (const part of ['gateway', 'worker']) {
      for (const other of AGENCY_PARTS) setting(part, `${other.toUpperCase().replaceAll('-', '_')}_URL`);
    }
  });

  it('has every part listen to the other containers, and find its keys in the volume that only the service keys writes', () => {
    const folder = setting('keys', 'CASEGRAPH_KEYS');
    assert.deepEqual(service('keys').volumes, [`keys:${folder}`]);
    for (const part of SERVED) {
      assert.equal(setting(part, 'CASEGRAPH_HOST'), '0.0.0.0', part);
      assert.equal(setting(part, 'CASEGRAPH_KEYS'), folder, part);
      assert.deepEqual(service(part).volumes, [`keys:${folder}:ro`], part);
    }
    const made = readDockerfile().find(([instruction, rest]) => instruction === 'RUN' && rest.includes(folder));
    assert.ok(made?.[1].includes('chown'), `the image has no ${folder} that its user owns`);
  });

  it('asks for the passwords that deploy/env.example lists', () => {
    const listed = readFileSync(new URL('deploy/env.example', ROOT), 'utf8').match(/^\w+(?==$)/gm);
    assert.deepEqual(listed?.sort(), [...requiredVariables()].sort());
  });

  it('mounts files that are in the repository', () => {
    const mounted = Object.values(services).flatMap(({ volumes }) =>
      volumes.filter((volume) => volume.startsWith('.')),
    );
    assert.equal(mounted.length, 2);
    for (const volume of mounted) assert.ok(existsSync(new URL(volume.split(':')[0] as string, ROOT)), volume);
  });

  it('runs the PostgreSQL of the tests with their settings', async () => {
    const admin = await connectAsSuperuser();
    try {
      const show = async (name: string) => Object.values((await admin.query(`show ${name}`)).rows[0])[0] as string;
      assert.equal(service('postgres').image, `postgres:${(await show('server_version')).split('.')[0]}`);
      const flags = service('postgres').command.filter((word) => word.includes('='));
      assert.ok(flags.length > 0);
      for (const flag of flags) {
        const [name = '', value] = flag.split('=');
        assert.equal(await show(name), value, flag);
      }
      const { rows } = await admin.query(
        "select format('--encoding=%s --locale=%s', pg_encoding_to_char(encoding), datcollate) as flags from pg_database where datname = 'template0'",
      );
      assert.equal(setting('postgres', 'POSTGRES_INITDB_ARGS'), rows[0].flags);
    } finally {
      await admin.end();
    }
  });

  it('has Keycloak import the committed realm, which lets people come back to the published gateway', () => {
    const realm = readRealm();
    const file = basename(REALM_FILE.pathname);
    assert.deepEqual(service('keycloak').volumes, [`./identity/keycloak/${file}:/opt/keycloak/data/import/${file}:ro`]);
    assert.ok(service('keycloak').command.includes('--import-realm'));
    const published = service('gateway').ports[0]?.split(':')[1];
    const web = realm.clients.find(({ clientId }) => clientId === WEB_CLIENT_ID);
    assert.ok(web?.redirectUris.includes(`http://localhost:${published}/graphql`));
    assert.equal(setting('keycloak', 'KC_HOSTNAME'), `http://localhost:${service('keycloak').ports[0]?.split(':')[1]}`);
    assert.equal(setting('gateway', 'OIDC_ISSUER'), `${setting('keycloak', 'KC_HOSTNAME')}/realms/${realm.realm}`);
  });

  it("lets GraphiQL's page, where it is switched on, ask Keycloak for a sign-in", async () => {
    const app = Fastify();
    const page = await serveGraphiql(app, setting('gateway', 'OIDC_ISSUER'));
    app.get('/graphql', (_, reply) => page.send(reply));
    const { headers } = await app.inject('/graphql');
    await app.close();
    const allowed = /connect-src ([^;]+)/.exec(String(headers['content-security-policy']))?.[1]?.split(' ');
    assert.deepEqual(allowed, ["'self'", setting('keycloak', 'KC_HOSTNAME')]);
  });
});

describe('the Dockerfile', () => {
  const said = (instruction: string) =>
    readDockerfile().flatMap(([name, rest]) => (name === instruction ? [rest] : []));

  it('is built on the Node that runs everything else, with the packages of production alone', () => {
    assert.deepEqual(said('FROM'), [`node:${process.versions.node.split('.')[0]}-slim`]);
    assert.match(said('RUN')[0] ?? '', /^npm ci --omit=dev\b/);
  });

  it('runs as a user who is not root', () => {
    assert.deepEqual(said('USER'), ['node']);
  });

  it('sets production and sends no telemetry', () => {
    assert.deepEqual(imageEnvironment(), { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' });
  });
});

describe('the parts, as docker-compose.yml starts them from the files of the image', () => {
  let home: string;
  let image: string;
  const running = new Map<string, Running>();
  const ports = new Map<string, number>();
  let databases: AgencyDatabases;
  let keycloak: RealmSigner;
  let files: string[];

  /** A service's environment with its databases, addresses and ports on this machine. */
  function local(name: string, keys: string): Record<string, string> {
    const environment: Record<string, string> = { ...imageEnvironment(), ...service(name).environment };
    for (const [variable, value] of Object.entries(environment)) {
      environment[variable] = variable.startsWith('DATABASE_URL_')
        ? databases.local(value)
        : value.replace(/^http:\/\/([a-z-]+):\d+/, (address, host: string) =>
            ports.has(host) ? `http://127.0.0.1:${ports.get(host)}` : address,
          );
    }
    environment.CASEGRAPH_KEYS = keys;
    const port = ports.get(name);
    if (port) environment[`${name.toUpperCase().replaceAll('-', '_')}_PORT`] = String(port);
    return environment;
  }

  const start = (name: string, environment: Record<string, string>, label = name) => {
    const part = startCommand({ words: service(name).command, environment, folder: image });
    running.set(label, part);
    return part.ready;
  };

  const healthOf = (part: string, port: number) => {
    const [, ...words] = service(part).healthcheck?.test ?? [];
    const check = words.map((word) => word.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`));
    return runCommand({ words: check, environment: {}, folder: image });
  };

  /** A folder with some of the keys that the keys service made: what the guide says that a part needs. */
  function someKeys(name: string, wanted: readonly string[]): string {
    const folder = join(home, `keys-of-${name}`);
    mkdirSync(folder);
    for (const file of wanted) copyFileSync(join(home, 'keys', file), join(folder, file));
    return folder;
  }
  const agencyKeys = (part: string) => [part === 'exchange' ? 'hub.json' : `${part}.json`, 'public.json'];

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'casegraph-deployment-'));
    for (const part of SERVED) service(part);
    image = join(home, 'image');
    buildImageFolder(image);
    files = listFiles(image);
    databases = await createAgencyDatabases(service('postgres').environment, `d${randomBytes(4).toString('hex')}`);
    const keysUri = new URL(setting('gateway', 'OIDC_JWKS_URI'));
    const realm = readRealm();
    // Keycloak's own layout of addresses.
    assert.equal(keysUri.pathname, `/realms/${realm.realm}/protocol/openid-connect/certs`);
    const introspectionUri = new URL(setting('gateway', 'OIDC_INTROSPECTION_URI'));
    assert.equal(introspectionUri.pathname, `/realms/${realm.realm}/protocol/openid-connect/token/introspect`);
    keycloak = await startRealmSigner(realm, {
      issuer: `${setting('keycloak', 'KC_HOSTNAME')}/realms/${realm.realm}`,
      keysPath: keysUri.pathname,
      introspectionPath: introspectionUri.pathname,
      gatewaySecret: setting('keycloak', GATEWAY_SECRET_VARIABLE),
    });
    ports.set('keycloak', keycloak.port);
    for (const part of SERVED) ports.set(part, await freePort());

    const keys = join(home, 'keys');
    const environment = { ...local('keys', keys), CASEGRAPH_HOME: join(home, 'scratch') };
    const made = await runCommand({ words: service('keys').command, environment, folder: image });
    assert.equal(made.code, 0, made.said);
    await Promise.all([
      ...AGENCY_PARTS.map((part) => start(part, local(part, someKeys(part, agencyKeys(part))))),
      start('gateway', local('gateway', someKeys('gateway', ['context.json']))),
      start('worker', local('worker', keys)),
    ]);
  });
  after(async () => {
    await Promise.all([...running.values()].map((part) => part.stop()));
    rmSync(home, { recursive: true, force: true });
    await keycloak?.close();
    await databases?.drop();
  });

  it('are all that the image has besides its packages: no keys, passwords, data or tests', () => {
    assert.deepEqual(readdirSync(image).sort(), [
      '.npmrc',
      'gateway',
      'identity',
      'node_modules',
      'package-lock.json',
      'package.json',
      'protocol',
      'runtime',
      'schema',
      'subgraphs',
    ]);
    assert.deepEqual(
      files.filter((file) => /\.test\.ts |\.env|\/\./.test(file)),
      [],
    );
  });

  it('answer their health checks', async () => {
    const answers = await Promise.all(SERVED.map((part) => healthOf(part, ports.get(part) as number)));
    for (const [index, { code, said }] of answers.entries()) assert.equal(code, 0, `${SERVED[index]}: ${said}`);
  });

  it('fail their health check where nobody listens', async () => {
    assert.equal((await healthOf('police', await freePort())).code, 1);
  });

  it('let no role into the database of another', async () => {
    for (const part of AGENCY_PARTS) {
      const own = databases.local(setting(part, databaseVariable(part)));
      for (const name of databases.names) {
        const connectionString = own.replace(/\/\w+?(_d\w+)$/, `/${name}$1`);
        const client = new pg.Client({ connectionString });
        const attempt = client.connect().finally(() => client.end());
        if (connectionString === own) await attempt;
        else await assert.rejects(attempt, { code: '42501' }, `${part} in ${name}`);
      }
    }
  });

  it('let a user of the realm ask through the gateway, and nobody without a token', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${ports.get('gateway')}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: print(ViewerDocument) }),
      });
    const token = await keycloak.tokenFor('prosecutors.shenyang.prosecutor', WEB_CLIENT_ID);
    const answer = await ask({ authorization: `Bearer ${token}` });
    const user = readRealm().users.find(({ username }) => username === 'prosecutors.shenyang.prosecutor');
    const { data } = (await answer.json()) as { data: ViewerQuery };
    const { name, agency, region, roles } = data.viewer;
    assert.deepEqual([name, agency.code, region?.code, roles], [user?.firstName, 'PROSECUTORS', '210100', ['officer']]);
    assert.equal((await ask({})).status, 401);

    const system = await ask({ authorization: `Bearer ${await keycloak.tokenForSystem('police-system')}` });
    const { viewer } = ((await system.json()) as { data: ViewerQuery }).data;
    assert.deepEqual(
      [viewer.name, viewer.agency.code, viewer.region?.code, viewer.roles],
      ['沈阳市公安机关业务系统', 'POLICE', '210100', ['integrator']],
    );

    const ended = await keycloak.tokenFor('prosecutors.shenyang.chief', WEB_CLIENT_ID);
    keycloak.end(ended);
    assert.equal((await ask({ authorization: `Bearer ${ended}` })).status, 401, 'Keycloak has been asked about it');
  });

  it('let an agency that stands apart run its own worker with its own database and keys', async () => {
    const port = await freePort();
    const environment = local('police', join(home, 'keys-of-police'));
    await start(
      'worker',
      { ...environment, WORKER_AGENCIES: 'police', WORKER_PORT: String(port) },
      'the worker of the police',
    );
    assert.equal((await healthOf('worker', port)).code, 0);
  });

  it('write nothing into the files of the image, and end in order when they are told to', async () => {
    for (const [name, part] of running) {
      assert.equal(await part.stop(), 0, name);
      running.delete(name);
    }
    assert.deepEqual(listFiles(image), files);
  });
});
