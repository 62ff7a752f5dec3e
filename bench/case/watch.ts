import { type Profiler, Session } from 'node:inspector/promises';
import pg from 'pg';
import { subgraphRequests } from '../../gateway/execution/subgraphs/subgraphTelemetry.ts';

/**
 * Loaded before parts by --import: from the word `watch` to the word `tell` it notes each statement, each request to a
 * subgraph and where the processor's time goes, and then tells its parent.
 */
export interface Watched {
  statements: Statement[];
  /** Milliseconds that requests to subgraphs took, by the request that they were for. */
  fetches: Record<string, Record<string, number>>;
  profile: Profiler.Profile;
}

/** As it is sent, without what says for which request it is. */
export interface Statement {
  database: string;
  text: string;
  values: unknown[];
}

const REQUEST = /^\/\* request \S+ \*\/ /;

let watching: Omit<Watched, 'profile'> | null = null;
const session = new Session();

process.on('message', async (word) => {
  if (word === 'watch') {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    watching = { statements: [], fetches: {} };
    process.send?.('watching');
  }
  if (word === 'tell' && watching) {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    process.send?.({ ...watching, profile } satisfies Watched);
    watching = null;
  }
});

subgraphRequests.subscribe(({ subgraph, requestId, milliseconds }) => {
  if (watching) watching.fetches[requestId] = { ...watching.fetches[requestId], [subgraph]: milliseconds };
});

const { query } = pg.Client.prototype as { query: (this: pg.Client, ...call: unknown[]) => unknown };
Object.assign(pg.Client.prototype, {
  query(this: pg.Client, ...call: unknown[]) {
    if (watching) watching.statements.push(statementOf(this.database ?? '', call));
    return query.apply(this, call);
  },
});

/** A statement comes as a text or as an object that holds it, its values with it or behind it. */
function statementOf(database: string, [sent, behind]: unknown[]): Statement {
  const { text = '', values = [] } = typeof sent === 'string' ? { text: sent } : (sent as Partial<Statement>);
  return { database, text: text.replace(REQUEST, ''), values: Array.isArray(behind) ? behind : values };
}
