import { signIn } from '../../identity/signIn.ts';
import { signInSystem } from '../../identity/systemSignIn.ts';
import { type Config, readConfig } from '../config.ts';
import { identityFiles } from '../installation.ts';
import { requireOwnProvider } from '../ownProvider.ts';
import { readSystemKey } from '../systemKeys.ts';
import { trustAuthorities } from '../tls.ts';

/** npm run -s token -- <username> | --client <client id>: signs a demonstration user or a system in and prints the access token. */
const [first, second] = process.argv.slice(2);
const name = first === '--client' ? second : first;
if (!name) {
  console.error(
    'Usage: npm run -s token -- <username>, for example womens-federation.shenyang.officer, or --client <client id>, for example police-system; the users are in identity/users.yml, and each agency has a system.',
  );
  process.exit(2);
}
try {
  const config = readConfig();
  trustAuthorities(config);
  await requireOwnProvider(config);
  const { accessToken } = first === '--client' ? await asSystem(config, name) : await asUser(config, name);
  console.log(accessToken);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

function asUser({ oidc, demoPassword }: Config, username: string) {
  return signIn({ issuer: oidc.issuer, audience: oidc.audience, username, password: demoPassword });
}

function asSystem(config: Config, client: string) {
  const key = readKey(identityFiles(config).systemKey(client), client);
  return signInSystem({ issuer: config.oidc.issuer, client, key });
}

function readKey(file: string, client: string) {
  try {
    return readSystemKey(file);
  } catch {
    throw new Error(
      `There is no key of ${client} in ${file}; npm start, or npm run keys, makes those of the agencies' systems.`,
    );
  }
}
