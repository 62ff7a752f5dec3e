import type { FastifyReply } from 'fastify';

/** Aborted when the client disconnects before its answer is sent. The caller may abort it for other reasons, too. */
export function abortOnDisconnect({ raw }: FastifyReply): AbortController {
  const controller = new AbortController();
  raw.once('close', () => raw.writableFinished || controller.abort());
  // The client may have disconnected already, while the token was verified: there is no further event.
  if (raw.destroyed) controller.abort();
  return controller;
}
