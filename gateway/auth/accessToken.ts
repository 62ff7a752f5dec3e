import type { JWTHeaderParameters, JWTPayload } from 'jose';
import { z } from 'zod';
import { isRegionOf, isRole } from '../../protocol/viewer.ts';
import type { AuthenticatedUser } from './viewer.ts';

const claimsSchema = z.object({
  sub: z.string().min(1).max(200),
  preferred_username: z.string().min(1).max(200).optional(),
  name: z.string().max(200).default(''),
  agency: z.string(),
  region: z.string(),
  roles: z.array(z.string()).max(20),
  azp: z.string().max(200).optional(),
  client_id: z.string().max(200).optional(),
});

/** The user of a token; null where claims are missing or not valid. @param agencies the codes of all agencies */
export function userOf(payload: JWTPayload, agencies: ReadonlySet<string>): AuthenticatedUser | null {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, preferred_username, name, agency, region, azp, client_id } = parsed.data;
  if (!agencies.has(agency) || !isRegionOf(agency, region)) return null;
  const roles = parsed.data.roles.filter(isRole);
  if (roles.length === 0) return null;
  const client = azp ?? client_id ?? null;
  // A system that asks for itself is its own subject (RFC 9068, 2.2). A person may have a more readable name.
  const username = sub === client ? sub : (preferred_username ?? sub);
  return { subject: sub, username, name, agency, region, roles, client };
}

/** A day. A token that is valid for longer is a mistake, or a forgery. */
export const MAX_LIFETIME_SECONDS = 24 * 60 * 60;

/**
 * Whether the token's times are plausible. jose checks `exp` and `nbf` with the signature.
 * @param now seconds since 1970
 */
export function hasPlausibleTimes({ exp, iat }: JWTPayload, toleranceSeconds: number, now: number): boolean {
  if (exp === undefined) return false;
  if (iat !== undefined && iat > now + toleranceSeconds) return false;
  return exp - (iat ?? now) <= MAX_LIFETIME_SECONDS;
}

/** Claims that only ID tokens and logout tokens have. */
const CLAIMS_OF_OTHER_TOKENS = ['at_hash', 'c_hash', 's_hash', 'events'];

/**
 * Whether this is an access token, and not an ID token, a logout token or another that the provider signs with the same key.
 * @param strict for a provider that types access tokens by RFC 9068. Others say `JWT` or nothing: then Keycloak's `typ` in the
 *   payload and claims of other kinds of token decide
 */
export function isAccessToken({ typ }: JWTHeaderParameters, payload: JWTPayload, strict: boolean): boolean {
  const type = typ?.toLowerCase().replace(/^application\//, '');
  if (type === 'at+jwt') return true;
  if (strict || (type !== undefined && type !== 'jwt')) return false;
  if (payload.typ !== undefined && payload.typ !== 'Bearer') return false;
  return !CLAIMS_OF_OTHER_TOKENS.some((claim) => claim in payload);
}
