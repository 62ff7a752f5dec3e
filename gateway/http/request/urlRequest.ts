import { refuse } from '../refusal.ts';
import { parseJson } from './jsonBody.ts';

const TEXT_PARAMETERS = ['query', 'operationName', 'documentId'] as const;
const JSON_PARAMETERS = ['variables', 'extensions'] as const;

/**
 * The request in a URL, by GraphQL over HTTP, in the form of a body. An empty parameter counts as missing.
 * @throws Refusal
 */
export function readUrlRequest(url: string): Record<string, unknown> {
  const search = url.slice(url.indexOf('?') + 1 || url.length);
  requireUtf8(search);
  const parameters = new URLSearchParams(search);
  const parameter = (name: string): string | null => {
    const [value, ...more] = parameters.getAll(name);
    if (more.length > 0) throw refuse(400, 'BAD_REQUEST', `The parameter ${name} is given more than once.`);
    return value || null;
  };
  const request: Record<string, unknown> = {};
  for (const name of TEXT_PARAMETERS) request[name] = parameter(name);
  for (const name of JSON_PARAMETERS) {
    const text = parameter(name);
    request[name] = text === null ? null : parseJson(text, `The parameter ${name}`);
  }
  return request;
}

/** Invalid UTF-8 would become replacement characters, and thus another name. @throws Refusal */
function requireUtf8(search: string): void {
  try {
    decodeURIComponent(search);
  } catch {
    throw refuse(400, 'BAD_REQUEST', 'The parameters of the URL are not UTF-8, percent-encoded.');
  }
}
