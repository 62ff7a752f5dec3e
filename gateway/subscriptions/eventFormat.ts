/** The events of graphql-sse, as they are written: `next` with a response, which is JSON in one line, and `complete` at the end. */
export const COMPLETE = 'event: complete\ndata: \n\n';

export function next(response: string): string {
  return `event: next\ndata: ${response}\n\n`;
}
