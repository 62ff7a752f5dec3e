import { z } from 'zod';
import { overLimit, refuse } from './refusal.ts';

const SHA256 = /^sha256:([0-9a-f]{64})$/;

/** A GraphQL request as it is posted: JSON by the GraphQL-over-HTTP specification, with its draft of persisted documents, or Apollo's. */
const shape = z.object({
  query: z.string().nullish(),
  documentId: z.string().regex(SHA256).nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z
    .looseObject({
      persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) }).nullish(),
    })
    .nullish(),
});

export interface GraphqlRequest {
  /** Null where the document is named only. */
  query: string | null;
  /** SHA-256 of a trusted document, in hexadecimal. */
  documentId: string | null;
  operationName: string | null;
  variables: Record<string, unknown>;
}

/** @throws Refusal where the body is not a GraphQL request */
function parseGraphqlRequest(body: unknown): GraphqlRequest {
  const { success, data } = shape.safeParse(body);
  const documentId = data?.extensions?.persistedQuery?.sha256Hash ?? SHA256.exec(data?.documentId ?? '')?.[1] ?? null;
  if (!success || (typeof data.query !== 'string' && documentId === null)) {
    throw refuse(400, 'BAD_REQUEST', 'The body is not a GraphQL request.', {
      accepted:
        'an object with query or documentId (sha256:<64 hexadecimal digits>), and if needed operationName and variables',
    });
  }
  const { query, operationName, variables } = data;
  return { query: query ?? null, documentId, operationName: operationName ?? null, variables: variables ?? {} };
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
