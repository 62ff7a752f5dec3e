import type { WireConnection } from './scopedQuery.ts';

/** How the driver sends a statement with values and takes its answer: what scopedQuery.ts and rowQuery.ts put themselves between. */
declare module 'pg' {
  interface Query {
    prepare(connection: WireConnection): void;
    handleRowDescription(message: { fields: { name: string }[] }): void;
    handleDataRow(message: unknown): void;
    handleCommandComplete(message: unknown, connection: WireConnection): void;
  }
}
