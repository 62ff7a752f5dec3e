import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../freePort.ts';

/** Stands between a part and PostgreSQL, and loses connections when it is told to. */
export interface PostgresProxy {
  /** A database's address that leads through it. */
  through(databaseUrl: string): string;
  /** From now on what follows a statement with this text does not reach the server. Resolves when the first has come. */
  hold(text: string): Promise<void>;
  /** Cuts the connection that has been there the longest. */
  cutOldest(): void;
  /** Cuts all, and holds nothing any more. */
  cutAll(): void;
  close(): Promise<void>;
}

/** @param serverPort where PostgreSQL listens, on this machine */
export async function startPostgresProxy(serverPort: number): Promise<PostgresProxy> {
  const callers = new Set<Socket>();
  let held: { text: string; came: () => void } | null = null;
  const server = createServer((caller) => {
    const upstream = connect(serverPort, '127.0.0.1');
    callers.add(caller);
    for (const [one, other] of [
      [caller, upstream],
      [upstream, caller],
    ] as const)
      one.on('error', () => undefined).on('close', () => other.destroy());
    caller.on('close', () => callers.delete(caller));
    upstream.on('data', (data) => caller.write(data));
    let isHeld = false;
    caller.on('data', (data) => {
      if (held && data.includes(held.text)) {
        isHeld = true;
        held.came();
      }
      if (!isHeld) upstream.write(data);
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const cutAll = () => {
    held = null;
    for (const caller of callers) caller.destroy();
  };
  return {
    through(databaseUrl) {
      const url = new URL(databaseUrl);
      url.port = String(port);
      return url.href;
    },
    hold: (text) =>
      new Promise((came) => {
        held = { text, came };
      }),
    cutOldest: () => void [...callers][0]?.destroy(),
    cutAll,
    async close() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
