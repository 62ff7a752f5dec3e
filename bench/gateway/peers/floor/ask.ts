import { type Dispatcher, Pool } from 'undici';
import { SUBGRAPHS, type SubgraphName } from '../../subgraphs/names.ts';

/** Asks one subgraph; gives the data of its answer. */
export type Ask = <Data>(query: string, variables: object) => Promise<Data>;

export type Subgraphs = Readonly<Record<SubgraphName, Ask>>;

export function createAsks(urls: Readonly<Record<string, string>>): Subgraphs {
  return Object.fromEntries(SUBGRAPHS.map((name) => [name, createAsk(urls[name] ?? '')])) as Subgraphs;
}

/** One pool for each subgraph, and of undici's ways the one that costs least. */
function createAsk(url: string): Ask {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 64 });
  return <Data>(query: string, variables: object) =>
    new Promise<Data>((resolve, reject) => {
      const chunks: Buffer[] = [];
      const handler: Dispatcher.DispatchHandler = {
        onRequestStart() {},
        onResponseStart() {},
        onResponseData: (_controller, chunk) => void chunks.push(chunk),
        onResponseEnd() {
          const [first] = chunks;
          const whole = chunks.length === 1 && first ? first : Buffer.concat(chunks);
          resolve(JSON.parse(whole.toString()).data);
        },
        onResponseError: (_controller, error) => reject(error),
      };
      const body = JSON.stringify({ query, variables });
      const headers = { 'content-type': 'application/json' };
      pool.dispatch({ path: pathname, method: 'POST', headers, body }, handler);
    });
}
