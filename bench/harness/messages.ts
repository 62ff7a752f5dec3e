import type { Socket } from 'node:net';

/** One HTTP/1.1 message, request or answer: its head as text, its body as it came. */
export interface Message {
  head: string;
  body: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');

/**
 * Cuts what comes over a connection into messages. Load and canned subgraphs share one core and must cost less on it than
 * the fastest gateway on the other, which node:http at both ends would not.
 */
export function readMessages(socket: Socket, take: (message: Message) => void): void {
  let chunks: Buffer[] = [];
  let have = 0;
  let need = 0;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    have += chunk.length;
    if (have < need) return;
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks, have);
    need = 0;
    while (rest.length > 0) {
      const cut = cutMessage(rest);
      if (typeof cut === 'number') {
        need = cut;
        break;
      }
      rest = rest.subarray(cut.length);
      take(cut.message);
    }
    chunks = rest.length > 0 ? [rest] : [];
    have = rest.length;
  });
}

/** The first message and how many bytes it has, or how many bytes there have to be before it is worth another look. */
function cutMessage(bytes: Buffer): { message: Message; length: number } | number {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return bytes.length + 1;
  const head = bytes.toString('latin1', 0, headEnd);
  const begin = headEnd + HEAD_END.length;
  const declared = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (declared === undefined && /^transfer-encoding: *chunked/im.test(head)) return cutChunks(bytes, begin, head);
  const length = begin + Number(declared ?? 0);
  return bytes.length < length ? length : { message: { head, body: bytes.subarray(begin, length) }, length };
}

function cutChunks(bytes: Buffer, begin: number, head: string): ReturnType<typeof cutMessage> {
  const parts: Buffer[] = [];
  for (let at = begin; ; ) {
    const lineEnd = bytes.indexOf(LINE_END, at);
    if (lineEnd < 0) return bytes.length + 1;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const from = lineEnd + LINE_END.length;
    const next = from + size + LINE_END.length;
    if (bytes.length < next) return next;
    if (size === 0) return { message: { head, body: Buffer.concat(parts) }, length: next };
    parts.push(bytes.subarray(from, from + size));
    at = next;
  }
}
