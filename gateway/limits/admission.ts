import { type ChosenOperation, createDocumentCache } from '../documents/documentCache.ts';
import { sha256 } from '../documents/fingerprint.ts';
import { createPersonLookupFinder } from '../documents/personLookups.ts';
import { readTrustedDocuments, rolesWithOwnDocuments } from '../documents/trustedDocuments.ts';
import { checkVariables, createVariableReader } from '../documents/variables/variables.ts';
import type { Operation } from '../execution/engine.ts';
import { overLimit, Refusal, refuse } from '../http/refusal.ts';
import type { GraphqlRequest } from '../http/request/graphqlRequest.ts';
import type { ReadSupergraph } from '../supergraph/readSupergraph.ts';
import { createCostEstimator } from './cost/costEstimate.ts';
import { readCostModel } from './cost/costModel.ts';
import type { Limits } from './limits.ts';

export interface AdmissionOptions {
  /** Null where there are no trusted documents. */
  trust: TrustOptions | null;
  limits: Limits;
  production: boolean;
}

export interface TrustOptions {
  /** The text of schema/trusted-documents.json. */
  manifest: string;
  /** The text of schema/permissions.yml. */
  permissions: string;
  /** Whether only trusted documents are answered, except for roles that may send their own. */
  required: boolean;
}

/** An operation that passed all checks. */
export interface AdmittedOperation extends Pick<Operation, 'document' | 'node' | 'query' | 'variables'> {
  /** Its static cost. */
  cost: number;
  /** For telemetry: its name if it is a trusted document, else null. Any other name is the client's text and may be a value. */
  trustedName: string | null;
  /** For telemetry: the root fields that find a person by an identity number. */
  personLookups: readonly string[];
}

export interface Admission {
  /** The trusted operations that the schema allows. */
  trusted(): Iterable<Pick<AdmittedOperation, 'document' | 'node'>>;
  /** Checks an operation. @param viewer null where nobody signs in @throws Refusal */
  admit(request: GraphqlRequest, viewer: { roles: readonly string[] } | null): AdmittedOperation;
}

/** Decides which operations are executed. Cheap checks come first, and each relies on those before it. */
export function createAdmission(
  { text, schema }: ReadSupergraph,
  { trust, limits, production }: AdmissionOptions,
): Admission {
  const documents = createDocumentCache(schema, limits, production);
  const costs = createCostEstimator(schema, readCostModel(text, schema), limits.fields);
  const variableReader = createVariableReader(schema);
  const personLookupsIn = createPersonLookupFinder(schema);
  const trusted = trust && readTrustedDocuments(trust.manifest);
  const freeRoles = trust?.required ? rolesWithOwnDocuments(trust.permissions) : null;

  const textOf = ({ query, documentId }: GraphqlRequest): string => {
    if (query === null) {
      const text = documentId === null ? null : (trusted?.textOf(documentId) ?? null);
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

  const requireTrusted = (operation: ChosenOperation, roles: readonly string[]) => {
    if (!freeRoles || roles.some((role) => freeRoles.has(role)) || trusted?.has(operation.fingerprint())) return;
    throw refuse(403, 'DOCUMENT_NOT_TRUSTED', 'Only documents that the hub knows are answered here.', {
      accepted: 'an operation of schema/operations, or the id of one in schema/trusted-documents.json',
    });
  };

  const trustedNameOf = ({ node, fingerprint }: ChosenOperation): string | null => {
    const name = node.name?.value;
    return name !== undefined && trusted?.hasName(name) && trusted.has(fingerprint()) ? name : null;
  };

  return {
    *trusted() {
      for (const text of trusted?.texts ?? []) {
        try {
          const prepared = documents.prepare(text);
          const { node } = prepared.operation(null);
          prepared.requireValid();
          yield { document: prepared.document, node };
        } catch (error) {
          // The schema no longer allows this document: clients that send it are refused.
          if (!(error instanceof Refusal)) throw error;
        }
      }
    },
    admit(request, viewer) {
      checkVariables(request.variables, limits);
      const query = textOf(request);
      const prepared = documents.prepare(query);
      const operation = prepared.operation(request.operationName);
      requireTrusted(operation, viewer?.roles ?? []);
      prepared.requireValid();
      const { document } = prepared;
      const { node } = operation;
      const variables = variableReader.coerce(document, node, request.variables);
      const cost = costs.costOf(document, node, variables.coerced);
      if (cost > limits.cost) throw overLimit('cost', cost, limits.cost);
      return {
        document,
        node,
        query,
        variables: variables.given,
        cost,
        trustedName: trustedNameOf(operation),
        personLookups: personLookupsIn(document, node),
      };
    },
  };
}
