import { connect, type Socket } from 'node:net';
import { type Message, readMessages } from './messages.ts';
import { quantile } from './statistics.ts';

export interface BenchOperation {
  query: string;
  /** What each client asks for. */
  variables(client: number): Record<string, unknown>;
}

export type Headers = Readonly<Record<string, string>>;

export interface Target {
  port: number;
  /** What each caller sends; clients take turns in being one of them. */
  callers: readonly Headers[];
}

export interface Round {
  clients: number;
  /** Asked before anything counts. */
  warmUpSeconds: number;
  seconds: number;
}

export interface Loaded {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** All that came, that of the warm-up included. */
  answers: number;
}

/** Asks once. @throws where no answer comes */
export async function ask(target: Target, operation: BenchOperation, client = 0): Promise<Message> {
  const asker = await connectTo(target, client);
  try {
    return await asker.ask(operation);
  } finally {
    asker.close();
  }
}

/** One client, over a connection that is kept. */
export interface Asker {
  ask(operation: BenchOperation): Promise<Message>;
  close(): void;
}

export async function connectTo(target: Target, client = 0): Promise<Asker> {
  const socket = await open(target.port);
  let waiting = Promise.withResolvers<Message>();
  readMessages(socket, (message) => waiting.resolve(message));
  const lost = () => waiting.reject(new Error('The connection was lost without an answer.'));
  socket.on('error', lost).on('close', lost);
  return {
    ask(operation) {
      waiting = Promise.withResolvers();
      if (socket.destroyed) lost();
      else socket.write(requestOf(target, client, operation));
      return waiting.promise;
    },
    close() {
      waiting.promise.catch(() => {});
      socket.destroy();
    },
  };
}

/**
 * So many clients, each with a connection that it keeps, each asking again as soon as it is answered.
 * @param bytes how long the answer to each client is: another one is a fault
 */
export async function load(
  target: Target,
  operation: BenchOperation,
  bytes: readonly number[],
  { clients, warmUpSeconds, seconds }: Round,
): Promise<Loaded> {
  const sockets = await Promise.all(Array.from({ length: clients }, () => open(target.port)));
  const from = performance.now() + warmUpSeconds * 1000;
  const until = from + seconds * 1000;
  const waits: number[] = [];
  let answers = 0;
  let inTime = 0;
  const client = (socket: Socket, number: number) =>
    new Promise<void>((resolve, reject) => {
      const request = requestOf(target, number, operation);
      let sent = performance.now();
      readMessages(socket, ({ head, body }) => {
        if (body.length !== bytes[number] || !isOk(head))
          return reject(new Error(`Another answer under load: ${head}\n${body.toString().slice(0, 300)}`));
        const now = performance.now();
        answers += 1;
        if (now >= from) waits.push(now - sent);
        if (now >= until) return resolve();
        if (now >= from) inTime += 1;
        sent = now;
        socket.write(request);
      });
      socket.once('error', reject).once('close', () => reject(new Error('A connection was closed under load.')));
      socket.write(request);
    });
  try {
    await Promise.all(sockets.map(client));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  return { perSecond: inTime / seconds, p50Ms: quantile(waits, 0.5), p99Ms: quantile(waits, 0.99), answers };
}

export function isOk(head: string): boolean {
  return head.startsWith('HTTP/1.1 200 ');
}

/** The request as it goes over the connection. */
function requestOf({ port, callers }: Target, client: number, { query, variables }: BenchOperation): Buffer {
  const body = JSON.stringify({ query, variables: variables(client) });
  const headers = {
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    accept: 'application/json',
    'content-length': Buffer.byteLength(body),
    ...callers[client % callers.length],
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST /graphql HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('error', reject).once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
