import type { Operation } from '../engine/engine.ts';
import type { Viewer } from '../viewer.ts';
import { apiSchema } from './apiSchema.ts';
import { type Budget, createBudget, type Spent } from './cost/budget.ts';
import { readCostModel } from './cost/costModel.ts';
import { createCostEstimator } from './cost/estimate.ts';
import { createDocuments } from './document/documents.ts';
import { sha256 } from './document/normalForm.ts';
import { readTrustedDocuments, rolesWithOwnDocuments } from './document/trustedDocuments.ts';
import type { GraphqlRequest } from './graphqlRequest.ts';
import type { Limits } from './limits.ts';
import { overLimit, refuse } from './refusal.ts';
import { checkVariables, coerceVariables } from './variables.ts';

export interface DoorOptions {
  supergraph: string;
  /** The text of schema/trusted-documents.json. */
  manifest: string;
  /** The text of schema/permissions.yml. */
  permissions: string;
  limits: Limits;
  /** Whether only documents of the manifest are answered, but for roles that may write their own. */
  trustedOnly: boolean;
  production: boolean;
}

/** An operation that may go on to the engine. */
export interface Admitted extends Pick<Operation, 'document' | 'node' | 'query' | 'variables'> {
  /** Its static cost, and what the user has left. */
  cost: number;
  spent: Spent;
}

export interface Door {
  /** @throws Refusal */
  admit(request: GraphqlRequest, viewer: Pick<Viewer, 'subject' | 'roles'>): Admitted;
}

/** What stands between a request and the engine, once it is known who asks: cheap checks first, each on what the last has let through. */
export function createDoor({ supergraph, manifest, permissions, limits, trustedOnly, production }: DoorOptions): Door {
  const schema = apiSchema(supergraph);
  const model = readCostModel(supergraph, schema);
  const documents = createDocuments(schema, model, limits, production);
  // The library counts fragments, too.
  const estimator = createCostEstimator(schema, model, 4 * limits.fields);
  const budget: Budget = createBudget(limits.costPerMinute);
  const trusted = readTrustedDocuments(manifest);
  const trustedRoles = rolesWithOwnDocuments(permissions);

  const textOf = ({ query, documentId }: GraphqlRequest): string => {
    if (query === null) {
      const text = documentId === null ? null : trusted.textOf(documentId);
      if (text === null)
        throw refuse(400, 'PERSISTED_QUERY_NOT_FOUND', 'No trusted document has this id.', {
          accepted: 'an id of schema/trusted-documents.json',
        });
      return text;
    }
    if (documentId !== null && documentId !== sha256(query))
      throw refuse(400, 'DOCUMENT_ID_MISMATCH', 'The id is not the SHA-256 of the document.');
    return query;
  };

  return {
    admit(request, { subject, roles }) {
      checkVariables(request.variables, limits);
      const query = textOf(request);
      const prepared = documents.prepare(query);
      const operation = prepared.operation(request.operationName);
      if (trustedOnly && !roles.some((role) => trustedRoles.has(role)) && !trusted.has(operation.fingerprint())) {
        throw refuse(403, 'DOCUMENT_NOT_TRUSTED', 'Only documents that the hub knows are answered here.', {
          accepted: 'an operation of schema/operations, or the id of one in schema/trusted-documents.json',
        });
      }
      prepared.validated();
      const variables = coerceVariables(schema, operation.node, request.variables);
      const cost = estimator.costOf(prepared, operation, variables.coerced);
      if (cost > limits.cost) throw overLimit('cost', cost, limits.cost);
      return {
        document: prepared.document,
        node: operation.node,
        query,
        variables: variables.given,
        cost,
        spent: budget.spend(subject, cost),
      };
    },
  };
}
