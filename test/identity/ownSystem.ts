import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signIn } from '../../identity/signIn.ts';
import { USERS_FILE } from '../../identity/users.ts';
import { readConfig } from '../../runtime/config.ts';
import { provision } from '../../runtime/installation.ts';
import { runCommand } from '../deployment/process.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

export interface Answer {
  status: number;
  /** Code of the first error. */
  code: string | undefined;
  viewer:
    | { username: string; name: string; agency: { code: string }; region?: { code: string }; roles: string[] }
    | undefined;
}

/** A provider, the gateway, and what answers who one is: with keys, users and secrets that no other test has. */
export interface OwnSystem extends TestSystem {
  home: string;
  /** Asks the gateway who one is. */
  ask(token: string, query?: string): Promise<Answer>;
  /** An access token of a demonstration user. */
  signIn(username: string): Promise<string>;
  /** Runs a command of npm as an operator would. */
  command(name: string, ...args: string[]): Promise<{ code: number; said: string }>;
}

export async function startOwnSystem(env: Record<string, string> = {}): Promise<OwnSystem> {
  const home = mkdtempSync(join(tmpdir(), 'casegraph-identity-'));
  provision(readConfig({ CASEGRAPH_HOME: home }));
  const users = join(home, 'users.yml');
  copyFileSync(USERS_FILE, users);
  const system = await startSystem({
    parts: ['identity', 'exchange', 'gateway'],
    env: { CASEGRAPH_HOME: home, USERS_FILE: users, ...env },
  });
  const { urls, oidc, demoPassword: password } = system.config;
  return {
    ...system,
    home,
    ask: (token, query) => whoAmI(urls.gateway as string, token, query),
    async signIn(username) {
      const { issuer, audience } = oidc;
      return (await signIn({ issuer, audience, username, password })).accessToken;
    },
    command: (name, ...args) =>
      runCommand({
        words: ['node', fileURLToPath(new URL(`../../runtime/commands/${name}.ts`, import.meta.url)), ...args],
        environment: system.env,
        folder: home,
      }),
    async stop() {
      await system.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const WHO = '{ viewer { username name agency { code } roles } }';

export async function whoAmI(gateway: string, token: string, query = WHO): Promise<Answer> {
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { viewer: NonNullable<Answer['viewer']> } | null;
    errors?: { extensions?: { code?: string } }[];
  };
  return { status: response.status, code: errors?.[0]?.extensions?.code, viewer: data?.viewer };
}
