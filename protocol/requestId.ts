/** What may stand in a log line and in the comment of an SQL statement. */
export const REQUEST_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The id that came with a request, or a new one where none came or it has another form. */
export function acceptRequestId(given: unknown, createId: () => string): string {
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : createId();
}
