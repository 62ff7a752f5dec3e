import pg from 'pg';
import type { RowScope } from '../../../subgraphs/kit/database/rowScope.ts';
import type { WireConnection } from '../../../subgraphs/kit/database/scopedQuery.ts';
import type { Sent } from './statements.ts';

/** What a connection is told before a statement of another scope; each prepares it when it is opened. */
export const TELL = {
  name: 'scope',
  text: "select set_config('casegraph.region', $1, false), set_config('casegraph.agency', $2, false)",
  values: ['', ''],
};

/** A prepared statement behind its scope: one message to the server and one back, as subgraphs send theirs. */
export class ScopedQuery extends pg.Query {
  readonly #scope: RowScope;
  #isTelling = true;

  constructor(statement: Sent, scope: RowScope) {
    super(statement);
    this.#scope = scope;
  }

  override prepare(connection: WireConnection): void {
    connection.bind({ statement: TELL.name, values: [this.#scope.region, this.#scope.agency] });
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (!this.#isTelling) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: WireConnection): void {
    if (this.#isTelling) this.#isTelling = false;
    else super.handleCommandComplete(message, connection);
  }
}
