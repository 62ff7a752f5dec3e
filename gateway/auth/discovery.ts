import { z } from 'zod';

const shape = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  introspection_endpoint: z.url().optional(),
});

export type DiscoveryDocument = z.infer<typeof shape>;

const PATIENCE_MS = 3_000;

/**
 * The provider's own description of itself, asked for once it is needed and kept.
 *
 * @returns a function that rejects where the provider cannot be reached or describes another issuer; it asks again then
 */
export function createDiscovery(issuer: string): () => Promise<DiscoveryDocument> {
  let found: Promise<DiscoveryDocument> | null = null;
  return () => {
    found ??= discover(issuer).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
}

async function discover(issuer: string): Promise<DiscoveryDocument> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`discovery answered ${response.status}`);
  const document = shape.parse(await response.json());
  // OpenID Connect Discovery, 4.3: else another's keys would speak for this issuer.
  if (document.issuer !== issuer) throw new Error('discovery describes another issuer');
  return document;
}
