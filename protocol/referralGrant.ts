import { z } from 'zod';

/** What an open referral lets its receiver read. */
export const referralGrantSchema = z.object({
  referralId: z.string(),
  purpose: z.string(),
  caseId: z.string().nullable(),
  personTokens: z.array(z.string()).readonly(),
});
export type ReferralGrant = z.infer<typeof referralGrantSchema>;

/** The exchange's answer on a referral, as the gateway passes it on to subgraphs in the signed context. */
export const grantStatementSchema = z.object({
  /** Null where the referral opens nothing. */
  grant: referralGrantSchema.nullable(),
  /** Age in milliseconds when the context is signed, counted from the gateway's question to the exchange. */
  age: z.number().min(0),
  /** When the gateway asked the exchange, in milliseconds since 1970 by the gateway's clock. */
  askedAt: z.number(),
});
export type GrantStatement = z.infer<typeof grantStatementSchema>;

/** The value of GRANT_HEADER: JSON in base64url. */
export function encodeGrant(grant: ReferralGrant | null): string {
  return Buffer.from(JSON.stringify(grant)).toString('base64url');
}

/** Undefined for a header that is not valid. */
export function decodeGrant(header: string): ReferralGrant | null | undefined {
  try {
    return referralGrantSchema.nullable().parse(JSON.parse(Buffer.from(header, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
