import { z } from 'zod';
import { refuse } from '../refusal.ts';

/** A GraphQL request, by the GraphQL-over-HTTP specification and its draft of persisted documents, or as Apollo's clients send it. */
export interface GraphqlRequest {
  /** Null where the request names a document by its id. */
  query: string | null;
  /** SHA-256 of a trusted document, in hexadecimal. */
  documentId: string | null;
  operationName: string | null;
  variables: Record<string, unknown>;
}

const map = z.record(z.string(), z.unknown());
const persistedQuery = z.looseObject({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) });
const bodySchema = z.object({
  query: z.string().nullish(),
  documentId: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .nullish(),
  operationName: z.string().nullish(),
  variables: map.nullish(),
  extensions: z.looseObject({ persistedQuery: persistedQuery.nullish() }).nullish(),
});

/** The request in a body, or in a URL's parameters. @throws Refusal */
export function parseGraphqlRequest(body: unknown): GraphqlRequest {
  if (Array.isArray(body))
    throw refuse(400, 'BATCH_REFUSED', 'One operation at a time: arrays are not accepted.', { accepted: 1 });
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw badRequest();
  const { query = null, documentId, operationName = null, variables, extensions } = parsed.data;
  const id = extensions?.persistedQuery?.sha256Hash ?? documentId?.slice('sha256:'.length) ?? null;
  if (query === null && id === null) throw badRequest();
  return { query, documentId: id, operationName, variables: variables ?? {} };
}

function badRequest() {
  return refuse(400, 'BAD_REQUEST', 'This is not a GraphQL request.', {
    accepted:
      'an object with query or documentId (sha256:<64 hexadecimal digits>), and if needed operationName and variables',
  });
}
