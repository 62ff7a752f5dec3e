import { badArgument } from '../requestError.ts';
import type { Language } from '../viewer.ts';

/** Where an event stands in its feed, as clients have it; what is in it is none of their business. */
export function feedCursor(feed: string, position: number): string {
  return Buffer.from(`${feed}:${position}`).toString('base64url');
}

/** The position of a cursor of this feed. @throws request error FOREIGN_CURSOR */
export function positionOf(cursor: string, feed: string, language: Language): number {
  const [name, digits] = Buffer.from(cursor, 'base64url').toString('utf8').split(':');
  if (name !== feed || !/^\d{1,15}$/.test(digits ?? '')) throw foreignCursor(language);
  return Number(digits);
}

/** A cursor that is of no feed, or of another, or ahead of this one. */
export function foreignCursor(language: Language): Error {
  return badArgument(['after'], 'FOREIGN_CURSOR', null, language);
}
