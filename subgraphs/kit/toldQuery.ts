import pg from 'pg';
import type { RowScope } from './rowScope.ts';

const TELL_SCOPE = "select set_config('casegraph.region', $1, false), set_config('casegraph.agency', $2, false)";

/** Its name on the server, which plans it once for each connection. */
const STATEMENT = 'casegraph_tell_scope';
const prepared = new WeakSet<WireConnection>();

/** What a connection of the driver does in a statement's way to the server. */
export interface WireConnection {
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly string[] }): void;
  execute(message: object): void;
}

/** Tells a connection which rows what comes next may see. */
export function tellScope(
  connection: { query(sql: string, values: string[]): Promise<unknown> },
  { region, agency }: RowScope,
): Promise<unknown> {
  return connection.query(TELL_SCOPE, [region, agency]);
}

/**
 * A statement that travels together with what its connection is told before it: one message to the server and one back.
 * The two are one transaction, so where the first fails the second is not done, and where the second fails the first is
 * taken back.
 */
export class ToldQuery extends pg.Query {
  readonly #scope: RowScope;
  #isTelling = true;

  constructor(text: string, values: unknown[], scope: RowScope) {
    super({ text, values });
    this.#scope = scope;
  }

  override prepare(connection: WireConnection): void {
    if (!prepared.has(connection)) connection.parse({ name: STATEMENT, text: TELL_SCOPE });
    connection.bind({ statement: STATEMENT, values: [this.#scope.region, this.#scope.agency] });
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (!this.#isTelling) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: WireConnection): void {
    if (this.#isTelling) {
      this.#isTelling = false;
      // Not before: in a transaction that has failed the server takes no statement.
      prepared.add(connection);
    } else super.handleCommandComplete(message, connection);
  }
}
