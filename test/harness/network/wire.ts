import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire between a part and whoever talks to it, which can be cut and counted. */
export interface Wire {
  url: string;
  /** Connections that are open now. */
  open(): number;
  /** Breaks what is open, without a farewell. */
  cut(): void;
  close(): Promise<void>;
}

export async function startWire(target: string): Promise<Wire> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    sockets.add(near);
    near.pipe(far).pipe(near);
    const over = () => {
      sockets.delete(near);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('error', over).on('close', over);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: () => sockets.size,
    cut,
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
