import { refuse } from '../refusal.ts';
import { parseJson } from './jsonBody.ts';

const TEXTS = ['query', 'operationName', 'documentId'] as const;
const MAPS = ['variables', 'extensions'] as const;

/**
 * The request of a URL, by GraphQL over HTTP, in the form that a body has. An empty parameter is one that was not given.
 * @throws Refusal
 */
export function readUrlRequest(url: string): Record<string, unknown> {
  const search = url.slice(url.indexOf('?') + 1 || url.length);
  requireUtf8(search);
  const parameters = new URLSearchParams(search);
  const only = (name: string): string | null => {
    const [value, ...more] = parameters.getAll(name);
    if (more.length > 0) throw refuse(400, 'BAD_REQUEST', `The parameter ${name} is given more than once.`);
    return value || null;
  };
  const request: Record<string, unknown> = {};
  for (const name of TEXTS) request[name] = only(name);
  for (const name of MAPS) {
    const text = only(name);
    request[name] = text === null ? null : parseJson(text, `The parameter ${name}`);
  }
  return request;
}

/** Bytes that are no UTF-8 would become replacement characters, and a name that nobody has. @throws Refusal */
function requireUtf8(search: string): void {
  try {
    decodeURIComponent(search);
  } catch {
    throw refuse(400, 'BAD_REQUEST', 'The parameters of the URL are not UTF-8, percent-encoded.');
  }
}
