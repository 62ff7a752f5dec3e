import assert from 'node:assert/strict';
import { connect, createServer, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { nextFlush } from './flush.ts';

const CONNECTIONS = 5;

describe('what is ready to be written', () => {
  const course: string[] = [];
  const clients: Socket[] = [];
  const server = createServer((socket) =>
    socket.on('data', async () => {
      course.push('read');
      await nextFlush();
      course.push('written');
      socket.write('answer');
    }),
  );
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    for (let one = 0; one < CONNECTIONS; one += 1) clients.push(connect(port, '127.0.0.1'));
    // From then on the server has them all.
    for (const client of clients) await ask(client);
  });
  after(() => {
    for (const client of clients) client.destroy();
    server.close();
  });
  const ask = (client: Socket) =>
    new Promise((resolve) => {
      client.once('data', resolve);
      client.write('question');
    });

  it('goes out in a row, once all that had arrived was read', async () => {
    for (const round of ['first', 'second']) {
      course.length = 0;
      await Promise.all(clients.map(ask));
      const inTurn = ['read', 'written'].flatMap((what) => Array.from({ length: CONNECTIONS }, () => what));
      assert.deepEqual(course, inTurn, round);
    }
  });
});
