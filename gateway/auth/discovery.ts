import { z } from 'zod';

const documentSchema = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  introspection_endpoint: z.url().optional(),
});

export type DiscoveryDocument = z.infer<typeof documentSchema>;

const TIMEOUT_MS = 3_000;

/**
 * Loads the provider's discovery document when it is first needed, and keeps it.
 *
 * @returns a function that rejects where the provider cannot be reached or describes another issuer. The next call tries again.
 */
export function createDiscovery(issuer: string): () => Promise<DiscoveryDocument> {
  let document: Promise<DiscoveryDocument> | null = null;
  return () => {
    document ??= discover(issuer).catch((error: unknown) => {
      document = null;
      throw error;
    });
    return document;
  };
}

async function discover(issuer: string): Promise<DiscoveryDocument> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`discovery answered ${response.status}`);
  const document = documentSchema.parse(await response.json());
  // OpenID Connect Discovery, 4.3: otherwise another provider's keys would be trusted for this issuer.
  if (document.issuer !== issuer) throw new Error('discovery describes another issuer');
  return document;
}
