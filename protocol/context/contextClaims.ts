import { hash } from 'node:crypto';
import { z } from 'zod';
import { type GrantStatement, grantStatementSchema } from '../referralGrant.ts';
import { REQUEST_ID } from '../requestId.ts';
import { LANGUAGES, ROLES, type Viewer } from '../viewer.ts';

/** What the gateway tells a subgraph about a request: the user, the named referral, and what the exchange said of it. */
export interface RequestContext {
  viewer: Viewer;
  /** Null where the client names no referral. */
  referral: string | null;
  /** Null where the gateway has no answer of the exchange yet: the subgraph asks the exchange itself. */
  grant: GrantStatement | null;
  /** The gateway's id of the client's request. Subgraphs record disclosures under it. */
  requestId: string;
}

export const ISSUER = 'casegraph-gateway';
export const ALGORITHM = 'HS256';
/** A context covers one request on its way to a subgraph. Subgraphs refuse contexts that are valid for longer. */
export const LIFETIME_SECONDS = 15;

/** Lower case, as PostgreSQL writes it: the hashes of the audit trail cover the text. */
const uuid = z.uuid().toLowerCase();

/** The claims of a context, but for those that a JWT library checks (iss, aud). */
export const contextClaims = z.object({
  sub: z.string().min(1),
  username: z.string(),
  name: z.string(),
  agency: z.string(),
  region: z.string(),
  roles: z.array(z.enum(ROLES)).min(1),
  language: z.enum(LANGUAGES),
  referral: uuid.nullable(),
  grant: grantStatementSchema.nullish(),
  requestId: z.string().regex(REQUEST_ID),
  body: z.string(),
  jti: z.string().min(16).max(64),
  iat: z.number(),
  exp: z.number(),
});
export type ContextClaims = z.infer<typeof contextClaims>;

/** Binds a context to the body of its request: SHA-256 in base64url. */
export function bodyDigest(body: string | Uint8Array): string {
  return hash('sha256', body, 'base64url');
}
