import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import proxyAddress from '@fastify/proxy-addr';
import { clientAddressKey } from '../gateway/http/request/clientAddress.ts';
import { openEndings } from '../identity/endings.ts';
import { SIGNATURE_LIFE_SECONDS } from '../identity/provider.ts';
import { startIdentity } from '../identity/server.ts';
import { readSigningKeys } from '../identity/signingKeys.ts';
import { readStanding } from '../identity/standing.ts';
import { SYSTEMS } from '../identity/systems.ts';
import { loadUsers } from '../identity/users.ts';
import { createLogger } from '../subgraphs/kit/server/logger.ts';
import type { Config } from './config.ts';
import { identityFiles, provision } from './installation.ts';
import type { RunningPart } from './runningPart.ts';
import { publicHalf, readSystemKey } from './systemKeys.ts';
import { serverFactoryOf } from './tls.ts';
import { watchFile } from './watchedFile.ts';

/** Starts the embedded provider on what the installation has made for it. */
export async function startIdentityPart(config: Config): Promise<RunningPart> {
  const { cookieKeys, introspectionSecret } = provision(config);
  const files = identityFiles(config);
  const systems = SYSTEMS;
  const trusts = config.trustedProxies && proxyAddress.compile([...config.trustedProxies]);
  const log = createLogger('identity', config.logLevel);
  const users = followUsers(config.usersFile, (error) =>
    log.error({ err: error }, 'the users cannot be read; those from before stay'),
  );
  const running = await startIdentity({
    host: config.host,
    port: config.ports.identity as number,
    issuer: config.oidc.issuer,
    ...serverFactoryOf(config),
    readKeys: () => readSigningKeys(files.signingKeys),
    cookieKeys,
    audience: config.oidc.audience,
    introspectionSecret,
    users: users.now,
    password: config.demoPassword,
    showsAccounts: !config.production,
    callerOf: (request) =>
      clientAddressKey(trusts ? proxyAddress(request, trusts) : (request.socket.remoteAddress ?? '')),
    onRefused: (refusal) => log.warn(refusal, 'sign-in refused'),
    systems,
    systemKeys: new Map(
      systems.map(({ client }) => [client, publicHalf(readSystemKey(files.systemKey(client)))] as const),
    ),
    standing: readStanding(files.standing),
    endings: openEndings(files.endings, SIGNATURE_LIFE_SECONDS),
    clockToleranceSeconds: config.oidc.clockToleranceSeconds,
    redirectUris: redirectUrisOf(config),
    onError: (error) => log.error({ err: error }, 'identity provider failed'),
  });
  return {
    async close() {
      users.close();
      await running.close();
    },
  };
}

/** The users of a file as they are now: whoever moves or gets other roles does so without a restart. */
function followUsers(file: URL, onFault: (error: unknown) => void) {
  let users = loadUsers(file);
  const watched = watchFile(fileURLToPath(file), readFileSync(file, 'utf8'), async () => {
    try {
      users = loadUsers(file);
    } catch (error) {
      onFault(error);
    }
  });
  return { now: () => users, close: watched.close };
}

/** Where GraphiQL's page may be: in production at the gateway's address alone, else as localhost as well. */
function redirectUrisOf({ urls, ports, production }: Config): string[] {
  const published = `${urls.gateway}/graphql`;
  const local = `${new URL(published).protocol}//localhost:${ports.gateway}/graphql`;
  return production ? [published] : [...new Set([published, local])];
}
