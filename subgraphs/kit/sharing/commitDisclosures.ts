import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import { TrailRolledBack } from '../audit/disclosures.ts';
import { words } from '../problems/words.ts';
import type { Logger } from '../server/logger.ts';
import type { Viewer } from '../viewer.ts';
import { GrantClosed, type SharingSession } from './session.ts';

/**
 * The last thing before an answer leaves: what was read is written into the trail, and a referral that ended meanwhile takes
 * the answer back. An answer whose trail cannot be written does not leave either.
 *
 * @returns why the answer may not leave; null where it may
 */
export async function settle(
  { sharing, viewer }: { sharing: SharingSession; viewer: Viewer },
  log: Logger,
): Promise<GraphQLFormattedError | null> {
  try {
    await sharing.settle();
    return null;
  } catch (error) {
    return error instanceof GrantClosed ? windowClosed(error, viewer) : untraced(error, log);
  }
}

function windowClosed({ code }: GrantClosed, { language }: Viewer): GraphQLFormattedError {
  return { message: words(code).message[language], extensions: { code } };
}

function untraced(error: unknown, log: Logger): GraphQLFormattedError {
  const id = randomUUID();
  const code = error instanceof TrailRolledBack ? error.code : 'TRAIL_NOT_WRITTEN';
  log.error({ errorId: id, code, err: error }, 'the trail could not be written');
  return {
    message: 'An internal error; the log has it under the id.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  };
}
