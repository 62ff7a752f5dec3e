import { overLimit, refuse } from '../refusal.ts';

const SHA256 = /^[0-9a-f]{64}$/;
const DOCUMENT_ID = /^sha256:([0-9a-f]{64})$/;

/** A GraphQL request as it is posted: JSON by the GraphQL-over-HTTP specification, with its draft of persisted documents, or Apollo's. */
export interface GraphqlRequest {
  /** Null where the document is named only. */
  query: string | null;
  /** SHA-256 of a trusted document, in hexadecimal. */
  documentId: string | null;
  operationName: string | null;
  variables: Record<string, unknown>;
}

type Fields = Record<string, unknown>;

/** By hand: each request passes here, and a schema's validator takes longer than all other checks together. */
function readGraphqlRequest(body: unknown): GraphqlRequest | null {
  if (!isObject(body)) return null;
  const query = body.query ?? null;
  const operationName = body.operationName ?? null;
  const variables = body.variables ?? {};
  const documentId = readDocumentId(body.documentId ?? null, body.extensions ?? null);
  if (query !== null && typeof query !== 'string') return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (!isObject(variables) || documentId === undefined) return null;
  return query === null && documentId === null ? null : { query, documentId, operationName, variables };
}

/** Undefined where what came is no id. */
function readDocumentId(documentId: unknown, extensions: unknown): string | null | undefined {
  if (documentId === null && extensions === null) return null;
  if (extensions !== null && !isObject(extensions)) return undefined;
  const named =
    documentId === null ? null : typeof documentId === 'string' ? DOCUMENT_ID.exec(documentId)?.[1] : undefined;
  const persisted = extensions?.persistedQuery ?? null;
  if (persisted === null || named === undefined) return named;
  const hash = isObject(persisted) && persisted.version === 1 ? persisted.sha256Hash : undefined;
  return typeof hash === 'string' && SHA256.test(hash) ? hash : undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws Refusal where the body is not a GraphQL request */
function parseGraphqlRequest(body: unknown): GraphqlRequest {
  const request = readGraphqlRequest(body);
  if (request) return request;
  throw refuse(400, 'BAD_REQUEST', 'This is not a GraphQL request.', {
    accepted:
      'an object with query or documentId (sha256:<64 hexadecimal digits>), and if needed operationName and variables',
  });
}

/** The requests of a body: one, or those of a batch where batches are allowed. @throws Refusal */
export function parseGraphqlRequests(body: unknown, batch: number): GraphqlRequest[] {
  if (!Array.isArray(body)) return [parseGraphqlRequest(body)];
  if (batch === 1)
    throw refuse(400, 'BATCH_REFUSED', 'One operation at a time: arrays are not accepted.', {
      limit: 'batch',
      accepted: 1,
    });
  if (body.length > batch) throw overLimit('batch', body.length, batch);
  if (body.length === 0) return [parseGraphqlRequest(null)];
  return body.map(parseGraphqlRequest);
}
