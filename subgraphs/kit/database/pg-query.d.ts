import type { WireConnection } from './scopedQuery.ts';

/** How the driver sends a statement with values and takes its answer: what toldQuery.ts puts itself between. */
declare module 'pg' {
  interface Query {
    prepare(connection: WireConnection): void;
    handleRowDescription(message: { fields: { name: string }[] }): void;
    handleDataRow(message: unknown): void;
    handleCommandComplete(message: unknown, connection: WireConnection): void;
  }
}
