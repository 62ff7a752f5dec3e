import { signIn } from '../../identity/signIn.ts';
import type { Config } from '../../runtime/config.ts';

/** A demonstration user's bearer token. */
export async function tokenOf({ config }: { config: Config }, username: string): Promise<string> {
  const { issuer, audience } = config.oidc;
  return (await signIn({ issuer, audience, username, password: config.demoPassword })).accessToken;
}
