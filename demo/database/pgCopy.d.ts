import 'pg';

/** What pg's own wire connection can do for COPY; its published types leave it out. */
declare module 'pg' {
  interface Connection {
    query(text: string): void;
    sendCopyFromChunk(chunk: Buffer): void;
    endCopyFrom(): void;
  }
}
