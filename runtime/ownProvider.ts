import { z } from 'zod';
import { readSigningKeys } from '../identity/signingKeys.ts';
import type { Config } from './config.ts';
import { usesEmbeddedProvider } from './gatewayIdentity.ts';
import { identityFiles } from './installation.ts';

const published = z.object({ keys: z.array(z.object({ kid: z.string().optional() })) });

/**
 * That the embedded provider which answers is this installation's: another one's may have taken the port, and its tokens
 * open another hub. Asked before any password or key is shown to it.
 *
 * @throws Error with one line where it is another's, or does not answer
 */
export async function requireOwnProvider(config: Config): Promise<void> {
  if (!usesEmbeddedProvider(config)) return;
  const { issuer } = config.oidc;
  const own = ownKeys(config);
  let answer: Response;
  try {
    answer = await fetch(`${issuer}/jwks`);
  } catch (cause) {
    throw new Error(`the identity provider ${issuer} does not answer; start it with npm start`, { cause });
  }
  const found = published.safeParse(await answer.json().catch(() => null));
  if (found.data?.keys.some(({ kid }) => kid !== undefined && own.has(kid))) return;
  throw new Error(
    `${issuer} is another installation's, not that of ${config.home}: stop it, or set CASEGRAPH_HOME or IDENTITY_PORT`,
  );
}

/** Ids of the keys that this installation signs by; no other installation has them. */
function ownKeys(config: Config): ReadonlySet<string> {
  try {
    return new Set(readSigningKeys(identityFiles(config).signingKeys).map(({ kid }) => kid));
  } catch {
    return new Set();
  }
}
