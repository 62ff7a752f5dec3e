import type { EventEmitter } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { memoryStore } from './memoryStore.ts';
import { createIdentityProvider, type IdentityOptions } from './provider.ts';
import { createSignInAttempts } from './signInAttempts.ts';
import type { SigningKey } from './signingKeys.ts';

export type StartIdentityOptions = Omit<IdentityOptions, 'issuer' | 'keys' | 'store'> & {
  /** Asked at each request, so that new keys need no restart. */
  readKeys(): readonly SigningKey[];
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Needed behind a proxy and with a host such as 0.0.0.0. Default: `http://<host>:<port>` as listened on. */
  issuer?: string;
  /** Makes the server, where it is to speak something else than plain HTTP. */
  serverFactory?: (handler: RequestListener) => Server;
  /** Told of faults of the provider itself, not of users or clients. Default: nobody. */
  onError?: (error: Error) => void;
};

export type RunningIdentity = {
  /** The issuer. */
  url: string;
  /** Stops listening and drops open connections; resolves when the port is free. */
  close(): Promise<void>;
};

/**
 * Listens. Rejects with Node's own error when it cannot (`EADDRINUSE` for a port that is taken), for the caller to word.
 */
export async function startIdentity(options: StartIdentityOptions): Promise<RunningIdentity> {
  const { host, port, issuer, onError = () => {}, serverFactory = createServer, ...rest } = options;
  // The issuer stands in every token, and with port 0 it is known only after listening.
  let handle: RequestListener = (_, response) => void response.writeHead(503).end();
  const server = serverFactory((request, response) => handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });

  try {
    const url = issuer ?? addressOf(host, server.address() as AddressInfo);
    handle = followKeys({ ...rest, issuer: url }, onError);
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type FollowedOptions = Omit<IdentityOptions, 'keys' | 'store'> & Pick<StartIdentityOptions, 'readKeys'>;

/**
 * oidc-provider takes its keys once, when it is made. Where they have changed, another one takes its place, with the same
 * sessions and counts, so nobody notices.
 */
function followKeys(
  { readKeys, attempts = createSignInAttempts(), ...options }: FollowedOptions,
  onError: (error: Error) => void,
): RequestListener {
  const store = memoryStore();
  const assemble = (keys: readonly SigningKey[]) => {
    const provider = createIdentityProvider({ ...options, keys, store, attempts });
    provider.on('server_error', (_, error) => onError(error));
    // Koa's own event, which the types of oidc-provider leave out; unheard, Koa prints on the console.
    const app: EventEmitter = provider;
    app.on('error', onError);
    return { kids: kidsOf(keys), answer: provider.callback() };
  };
  let current = assemble(readKeys());
  return (request, response) => {
    try {
      const keys = readKeys();
      if (kidsOf(keys) !== current.kids) current = assemble(keys);
    } catch (error) {
      // Whoever edits the file may err; the keys from before are good still.
      onError(error instanceof Error ? error : new Error('the signing keys cannot be read'));
    }
    current.answer(request, response);
  };
}

function kidsOf(keys: readonly SigningKey[]): string {
  return keys.map(({ kid }) => kid).join(' ');
}

function addressOf(host: string, { port }: AddressInfo): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
