import { z } from 'zod';

/** A GraphQL request as it is posted: JSON by the GraphQL-over-HTTP specification. */
const shape = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

export interface GraphqlRequest {
  query: string;
  operationName: string | null;
  variables: Record<string, unknown>;
}

/** Null where the body is not a GraphQL request. */
export function parseGraphqlRequest(body: unknown): GraphqlRequest | null {
  const parsed = shape.safeParse(body);
  if (!parsed.success) return null;
  const { query, operationName, variables } = parsed.data;
  return { query, operationName: operationName ?? null, variables: variables ?? {} };
}
