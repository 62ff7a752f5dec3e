import { Agent, request } from 'undici';

/** What a counterpart said of a message: a status and, where it refused, a code. */
export interface Answer {
  status: number;
  body: { code?: string; status?: string; version?: number };
}

/** One pool for all messages of a process; a counterpart that does not answer in time counts as unreachable. */
const agent = new Agent({
  connections: 16,
  connectTimeout: 3_000,
  headersTimeout: 10_000,
  bodyTimeout: 10_000,
  pipelining: 1,
});

/** Posts a message. A counterpart that cannot be reached is status 0 with a code, since its error may quote addresses. */
export async function postMessage(url: string, message: object, requestId: string): Promise<Answer> {
  try {
    const response = await request(url, {
      method: 'POST',
      dispatcher: agent,
      headers: { 'content-type': 'application/json', 'x-request-id': requestId },
      body: JSON.stringify(message),
    });
    const text = await response.body.text();
    return { status: response.statusCode, body: parse(text) };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    return { status: 0, body: { code: typeof code === 'string' ? code : 'UNREACHABLE' } };
  }
}

function parse(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return {};
  }
}
