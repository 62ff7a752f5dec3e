/** Server-sent events as graphql-sse defines them: `next` carries a result, `complete` ends the stream. */
export const EVENT_STREAM_TYPE = 'text/event-stream; charset=utf-8';

export const COMPLETE_EVENT = 'event: complete\ndata: \n\n';

/** @param result JSON in one line @param cursor the position of the event, from which a client resumes */
export function nextEvent(result: string, cursor: string | null = null): string {
  return `${idLine(cursor)}event: next\ndata: ${result}\n\n`;
}

/** A comment, which clients ignore, with the cursor: as an id for EventSource, and as text for parsers that drop ids without data. */
export function heartbeat(cursor: string | null): string {
  return `: ${cursor ?? ''}\n${idLine(cursor)}\n`;
}

function idLine(cursor: string | null): string {
  return cursor === null ? '' : `id: ${cursor}\n`;
}

export function acceptsEventStream(accept: string | undefined): boolean {
  return accept !== undefined && /text\/event-stream/i.test(accept);
}
