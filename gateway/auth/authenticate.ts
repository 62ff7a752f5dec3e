import type { FastifyRequest } from 'fastify';
import { refuse } from '../http/refusal.ts';
import { languageOf } from '../http/request/language.ts';
import type { Identity, Who } from './tokenVerifier.ts';
import type { Known, Viewer } from './viewer.ts';

const REFUSALS = {
  MISSING_TOKEN: { status: 401, message: 'Sign in: the Authorization header carries no bearer token.' },
  INVALID_TOKEN: {
    status: 401,
    message: 'Sign in again: the token is not valid, has expired, or lacks agency, region or roles.',
  },
  IDENTITY_PROVIDER_UNREACHABLE: { status: 503, message: 'The identity provider cannot be reached; try again.' },
} as const satisfies Record<Extract<Who, { refused: string }>['refused'], object>;

/** Who asks, where the identity knows them from before; else null, and whoAsks finds out. */
export function recognised({ headers }: FastifyRequest, identity: Identity): Viewer | null {
  const who = identity.recognise(headers.authorization);
  return who && speaking(who, languageOf(headers['accept-language']));
}

/** @param soonerSeconds as in Identity. @throws Refusal where nobody is who may ask */
export async function whoAsks({ headers }: FastifyRequest, identity: Identity, soonerSeconds = 0): Promise<Viewer> {
  const who = await identity.identify(headers.authorization, soonerSeconds);
  if ('refused' in who) {
    const { status, message } = REFUSALS[who.refused];
    const challenge = status === 401 ? { 'www-authenticate': 'Bearer realm="casegraph"' } : undefined;
    throw refuse(status, who.refused, message, {}, challenge);
  }
  return speaking(who.viewer, languageOf(headers['accept-language']));
}

const speakers = new WeakMap<Known, Partial<Record<Viewer['language'], Viewer>>>();

/** The viewer in a language: one object for as long as the token is remembered, so that what is made of it once can be kept by it. */
function speaking(who: Known, language: Viewer['language']): Viewer {
  const known = speakers.get(who);
  const viewer = known?.[language] ?? { ...who, language };
  if (known) known[language] = viewer;
  else speakers.set(who, { [language]: viewer });
  return viewer;
}
