import { RowQuery } from './rowQuery.ts';
import type { RowScope } from './rowScope.ts';

/** What a connection is told before a statement: which rows it may see, for whose request, and how it is planned. */
export interface SessionSettings extends RowScope {
  /** Shown by the server as the connection's application; a prepared statement's text cannot say it. */
  application: string;
  plan: 'auto' | 'force_generic_plan';
}

/** A statement with values; prepared where it has a name. */
export interface Sent {
  name: string | undefined;
  text: string;
  values: unknown[];
}

/** Its name on the server, which plans it once for each connection. */
const TELL = {
  name: 'casegraph_tell',
  text: `select set_config('casegraph.region', $1, false), set_config('casegraph.agency', $2, false),
    set_config('application_name', $3, false), set_config('plan_cache_mode', $4, false)`,
};

/** What a connection of the driver does in a statement's way to the server. */
export interface WireConnection {
  bind(message: { statement: string; values: readonly string[] }): void;
  execute(message: object): void;
}

/** Tells a connection what holds for all that comes next. Each has to be told once in this way, which prepares the other. */
export function tell(
  connection: { query(config: typeof TELL & { values: readonly string[] }): Promise<unknown> },
  told: SessionSettings,
): Promise<unknown> {
  return connection.query({ ...TELL, values: valuesOf(told) });
}

/**
 * A statement that travels together with what its connection is told before it: one message to the server and one back.
 * The two are one transaction, so where the first fails the second is not done, and where the second fails the first is
 * taken back.
 */
export class ScopedQuery extends RowQuery {
  readonly #told: SessionSettings;
  #isTelling = true;

  constructor(statement: Sent, told: SessionSettings) {
    super(statement);
    this.#told = told;
  }

  override prepare(connection: WireConnection): void {
    connection.bind({ statement: TELL.name, values: valuesOf(this.#told) });
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

function valuesOf({ region, agency, application, plan }: SessionSettings): readonly string[] {
  return [region, agency, application, plan];
}
