import type { Viewer } from '../auth/viewer.ts';
import { type ChosenOperation, createDocuments } from '../documents/documentCache.ts';
import { sha256 } from '../documents/fingerprint.ts';
import { createLookUpFinder } from '../documents/personLookups.ts';
import { readTrustedDocuments, rolesWithOwnDocuments } from '../documents/trustedDocuments.ts';
import { checkVariables, createVariableReader } from '../documents/variables/variables.ts';
import type { Operation } from '../execution/engine.ts';
import { overLimit, Refusal, refuse } from '../http/refusal.ts';
import type { GraphqlRequest } from '../http/request/graphqlRequest.ts';
import type { ReadSupergraph } from '../supergraph/readSupergraph.ts';
import { createCostEstimator } from './cost/costEstimate.ts';
import { readCostModel } from './cost/costModel.ts';
import type { Limits } from './limits.ts';

export interface DoorOptions {
  /** Null where no documents are known beforehand. */
  trust: TrustOptions | null;
  limits: Limits;
  production: boolean;
}

export interface TrustOptions {
  /** The text of schema/trusted-documents.json. */
  manifest: string;
  /** The text of schema/permissions.yml. */
  permissions: string;
  /** Whether only documents of the manifest are answered, but for roles that may write their own. */
  required: boolean;
}

/** An operation that may go on to the engine. */
export interface Admitted extends Pick<Operation, 'document' | 'node' | 'query' | 'variables'> {
  /** Its static cost. */
  cost: number;
  /** Its name, where it is a trusted document: for whoever counts. Another's name is its writer's, and may say anything. */
  trustedName: string | null;
  /** The fields of its root that look somebody up by an identity number: for whoever counts. */
  lookUps: readonly string[];
}

export interface Door {
  /** The operations of the manifest that the schema allows. */
  trusted(): Iterable<Pick<Admitted, 'document' | 'node'>>;
  /** @param viewer null where nobody signs in @throws Refusal */
  admit(request: GraphqlRequest, viewer: Pick<Viewer, 'roles'> | null): Admitted;
}

/** What stands between a request and the engine, once it is known who asks: cheap checks first, each on what the last has let through. */
export function createDoor({ text, schema }: ReadSupergraph, { trust, limits, production }: DoorOptions): Door {
  const model = readCostModel(text, schema);
  const documents = createDocuments(schema, model, limits, production);
  // The library counts fragments, too.
  const estimator = createCostEstimator(schema, model, 4 * limits.fields);
  const reader = createVariableReader(schema);
  const lookUpsIn = createLookUpFinder(schema);
  const trusted = trust && readTrustedDocuments(trust.manifest);
  const trustedRoles = trust?.required ? rolesWithOwnDocuments(trust.permissions) : null;
  const requireTrusted = (operation: ChosenOperation, roles: readonly string[]) => {
    if (!trustedRoles || roles.some((role) => trustedRoles.has(role)) || trusted?.has(operation.fingerprint())) return;
    throw refuse(403, 'DOCUMENT_NOT_TRUSTED', 'Only documents that the hub knows are answered here.', {
      accepted: 'an operation of schema/operations, or the id of one in schema/trusted-documents.json',
    });
  };

  const trustedNameOf = ({ node, fingerprint }: ChosenOperation): string | null => {
    const name = node.name?.value;
    // The fingerprint is taken only where the name is one of them.
    return name !== undefined && trusted?.hasName(name) && trusted.has(fingerprint()) ? name : null;
  };

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

  return {
    *trusted() {
      for (const text of trusted?.texts ?? []) {
        try {
          const prepared = documents.prepare(text);
          const { node } = prepared.operation(null);
          prepared.validated();
          yield { document: prepared.document, node };
        } catch (error) {
          // A document that the schema does not allow any more is refused to whoever asks for it.
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
      prepared.validated();
      const variables = reader.coerce(prepared.document, operation.node, request.variables);
      const cost = estimator.costOf(prepared, operation, variables.coerced);
      if (cost > limits.cost) throw overLimit('cost', cost, limits.cost);
      return {
        document: prepared.document,
        node: operation.node,
        query,
        variables: variables.given,
        cost,
        trustedName: trustedNameOf(operation),
        lookUps: lookUpsIn(prepared.document, operation.node),
      };
    },
  };
}
