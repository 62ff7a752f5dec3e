import type { Interaction, Provider } from 'oidc-provider';
import { z } from 'zod';

/** What oidc-provider finds missing in what the person has granted. Nothing where it only wants the person asked, as for a native client. */
const missing = z.object({
  missingOIDCScope: z.array(z.string()).default([]),
  missingOIDCClaims: z.array(z.string()).default([]),
  missingResourceScopes: z.record(z.string(), z.array(z.string())).default({}),
});

/**
 * Keeps that the person has let the client act for them, for as long as the session.
 * @returns the id of the grant
 */
export async function grantWhatIsAsked(provider: Provider, interaction: Interaction): Promise<string> {
  const { session, params, prompt, grantId: existing } = interaction;
  const { missingOIDCScope, missingOIDCClaims, missingResourceScopes } = missing.parse(prompt.details);
  const found = existing ? await provider.Grant.find(existing) : undefined;
  const grant =
    found ?? new provider.Grant({ clientId: String(params.client_id), accountId: session?.accountId as string });
  if (missingOIDCScope.length > 0) grant.addOIDCScope(missingOIDCScope.join(' '));
  if (missingOIDCClaims.length > 0) grant.addOIDCClaims(missingOIDCClaims);
  for (const [resource, scopes] of Object.entries(missingResourceScopes))
    grant.addResourceScope(resource, scopes.join(' '));
  return grant.save();
}
