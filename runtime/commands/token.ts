import { signIn } from '../../identity/signIn.ts';
import { readConfig } from '../config.ts';
import { trustAuthorities } from '../tls.ts';

/** npm run -s token -- <username>: signs a demonstration user in and prints the access token. */
const username = process.argv[2];
if (!username) {
  console.error(
    'Usage: npm run -s token -- <username>, for example womens-federation.shenyang.officer; the names are in identity/users.yml.',
  );
  process.exit(2);
}
try {
  const config = readConfig();
  const { oidc, demoPassword } = config;
  trustAuthorities(config);
  const { accessToken } = await signIn({
    issuer: oidc.issuer,
    audience: oidc.audience,
    username,
    password: demoPassword,
  });
  console.log(accessToken);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
