import type { FastifyRequest } from 'fastify';
import { refuse } from '../http/refusal.ts';
import { languageOf } from '../http/request/language.ts';
import type { TokenFault, TokenVerifier } from './tokenVerifier.ts';
import type { GatewayViewer } from './viewer.ts';

const REFUSALS = {
  MISSING_TOKEN: { status: 401, message: 'Sign in: the Authorization header carries no bearer token.' },
  INVALID_TOKEN: {
    status: 401,
    message: 'Sign in again: the token is not valid, has expired, or lacks agency, region or roles.',
  },
  IDENTITY_PROVIDER_UNREACHABLE: { status: 503, message: 'The identity provider cannot be reached; try again.' },
} as const satisfies Record<TokenFault, object>;

/** The user who sends a request. @param ageAllowance as in TokenVerifier.verify @throws Refusal without a valid token */
export async function authenticate(
  { headers }: FastifyRequest,
  tokens: TokenVerifier,
  ageAllowance = 0,
): Promise<GatewayViewer> {
  const verified = await tokens.verify(headers.authorization, ageAllowance);
  if ('fault' in verified) {
    const { status, message } = REFUSALS[verified.fault];
    const challenge = status === 401 ? { 'www-authenticate': 'Bearer realm="casegraph"' } : undefined;
    throw refuse(status, verified.fault, message, {}, challenge);
  }
  return { ...verified.user, language: languageOf(headers['accept-language']) };
}
