import type { JWTHeaderParameters, JWTPayload } from 'jose';
import { z } from 'zod';
import type { Known } from './viewer.ts';

const claimsShape = z.object({
  sub: z.string().min(1).max(200),
  preferred_username: z.string().min(1).max(200).optional(),
  name: z.string().max(200).default(''),
  agency: z.string(),
  region: z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/),
  roles: z.array(z.string()).max(20),
  azp: z.string().max(200).optional(),
  client_id: z.string().max(200).optional(),
});

const ROLES = new Set(['officer', 'supervisor', 'leader', 'auditor', 'operator', 'integrator']);

/** The hub's own region; no agency's reach is the whole country. */
const WHOLE_COUNTRY = '000000';
/** GB/T 2260 begins every code with the number of one of the country's parts, from 1 华北 to 8 港澳台. */
const REGION = /^[1-8]/;

/** Who a token speaks for; null where it says nothing that can be relied on. @param agencies that there are */
export function viewerOf(payload: JWTPayload, agencies: ReadonlySet<string>): Known | null {
  const parsed = claimsShape.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, preferred_username, name, agency, region, roles, azp, client_id } = parsed.data;
  if (!agencies.has(agency)) return null;
  if (!REGION.test(region) && !(region === WHOLE_COUNTRY && agency === 'HUB')) return null;
  const client = azp ?? client_id ?? null;
  const known = roles.filter((role) => ROLES.has(role));
  if (known.length === 0) return null;
  return {
    subject: sub,
    // A system that asks for itself is its own subject (RFC 9068, 2.2); a person may be known by a better name than that.
    username: sub === client ? sub : (preferred_username ?? sub),
    name,
    agency,
    region,
    roles: known,
    client,
  };
}

/** A day: what is signed for longer is a mistake, or a forgery that wants to stay. */
export const LONGEST_LIFE_SECONDS = 24 * 60 * 60;

/**
 * Whether the token's times make sense. That it has not expired and that `nbf` has come is checked with the signature.
 * @param now seconds since 1970
 */
export function hasSoundTimes({ exp, iat }: JWTPayload, toleranceSeconds: number, now: number): boolean {
  if (exp === undefined) return false;
  if (iat !== undefined && iat > now + toleranceSeconds) return false;
  return exp - (iat ?? now) <= LONGEST_LIFE_SECONDS;
}

const MARKS_OF_OTHERS = ['at_hash', 'c_hash', 's_hash', 'events'];

/**
 * Whether it is an access token, and not an ID token, a logout token or whatever else the provider signs with that key.
 * @param strict for a provider that keeps to RFC 9068 and says so of each; others say `JWT` or nothing, and then what
 *   only other kinds have decides: Keycloak's `typ` in the payload, and claims of OpenID Connect that bind to a code or a token
 */
export function isAccessToken({ typ }: JWTHeaderParameters, payload: JWTPayload, strict: boolean): boolean {
  const kind = typ?.toLowerCase().replace(/^application\//, '');
  if (kind === 'at+jwt') return true;
  if (strict || (kind !== undefined && kind !== 'jwt')) return false;
  if (payload.typ !== undefined && payload.typ !== 'Bearer') return false;
  return !MARKS_OF_OTHERS.some((claim) => claim in payload);
}
