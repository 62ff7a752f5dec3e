import { parseJson } from './jsonBody.ts';
import { refuse } from './refusal.ts';

const TEXTS = ['query', 'operationName', 'documentId'] as const;
const MAPS = ['variables', 'extensions'] as const;

/**
 * The request of a URL, by GraphQL over HTTP, in the form that a body has. An empty parameter is one that was not given.
 * @throws Refusal
 */
export function readUrlRequest(url: string): Record<string, unknown> {
  const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1 || url.length));
  const only = (name: string): string | null => {
    const [value, ...more] = parameters.getAll(name);
    if (more.length > 0) throw refuse(400, 'BAD_REQUEST', `The parameter ${name} is given more than once.`);
    return value || null;
  };
  const request: Record<string, unknown> = {};
  for (const name of TEXTS) request[name] = only(name);
  for (const name of MAPS) {
    const text = only(name);
    request[name] = text === null ? null : parseJson(text);
  }
  return request;
}
