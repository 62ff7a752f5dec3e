import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
} from 'graphql';
import { overLimit, Refusal, refuse } from '../http/refusal.ts';
import type { Limits } from '../limits/limits.ts';
import { documentLookups } from '../telemetry/topics.ts';
import { checkDocumentSize } from './documentSize.ts';
import { fingerprint } from './fingerprint.ts';
import { validationErrors } from './validation.ts';

/** The length of all cached texts together. A parsed document takes some hundred bytes for each character. */
const MAX_CACHED_CHARACTERS = 256 * 1024;

export interface ChosenOperation {
  node: OperationDefinitionNode;
  /** Identifies the operation among the trusted ones. */
  fingerprint(): string;
}

/** A document that parses and is within limits. */
export interface PreparedDocument {
  document: DocumentNode;
  /** @param name of the operation; null for the only one @throws Refusal where there is no such operation */
  operation(name: string | null): ChosenOperation;
  /** @throws Refusal where the schema does not allow the document */
  requireValid(): void;
}

export interface DocumentCache {
  /** The same text gives the same document while it is cached. @throws Refusal */
  prepare(text: string): PreparedDocument;
}

/** Parses, measures and validates each text once, and keeps recently used ones. */
export function createDocumentCache(schema: GraphQLSchema, limits: Limits, production: boolean): DocumentCache {
  const cached = new Map<string, PreparedDocument | Refusal>();
  let characters = 0;
  const add = (text: string, entry: PreparedDocument | Refusal) => {
    if (text.length > MAX_CACHED_CHARACTERS / 8) return;
    cached.set(text, entry);
    characters += text.length;
    for (const leastRecent of cached.keys()) {
      if (characters <= MAX_CACHED_CHARACTERS) break;
      remove(leastRecent);
    }
  };
  const remove = (text: string) => {
    if (cached.delete(text)) characters -= text.length;
  };
  const read = (text: string): PreparedDocument | Refusal => {
    try {
      const document = parseWithin(text, limits.tokens);
      checkDocumentSize(document, limits);
      return prepareDocument(document, schema, production);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };
  return {
    prepare(text) {
      const known = cached.get(text);
      documentLookups.publish({ hit: known !== undefined });
      const entry = known ?? read(text);
      // A Map keeps the order of insertion: the most recent ones are at its end.
      remove(text);
      add(text, entry);
      if (entry instanceof Refusal) throw entry;
      return entry;
    },
  };
}

function prepareDocument(document: DocumentNode, schema: GraphQLSchema, production: boolean): PreparedDocument {
  const operations = new Map<string | null, ChosenOperation>();
  let refusal: Refusal | null | undefined;
  return {
    document,
    operation(name) {
      const known = operations.get(name);
      if (known) return known;
      const node = chooseOperation(document, name, schema);
      let digest: string | null = null;
      const operation = {
        node,
        fingerprint() {
          digest ??= fingerprint(document, node);
          return digest;
        },
      };
      operations.set(name, operation);
      return operation;
    },
    requireValid() {
      if (refusal === undefined) {
        const errors = validationErrors(schema, document, production);
        refusal = errors.length > 0 ? new Refusal(400, errors) : null;
      }
      if (refusal) throw refusal;
    },
  };
}

function parseWithin(text: string, tokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens: tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // The parser's own message quotes the document.
    if (/tokens\. Parsing aborted/.test(error.message)) throw overLimit('tokens', null, tokens);
    const locations = error.locations ? { locations: error.locations } : {};
    throw new Refusal(400, [
      { message: 'The document is not GraphQL.', ...locations, extensions: { code: 'GRAPHQL_PARSE_FAILED' } },
    ]);
  }
}

function chooseOperation(document: DocumentNode, name: string | null, schema: GraphQLSchema): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const chosen = name === null ? operations : operations.filter((node) => node.name?.value === name);
  if (!chosen[0] || chosen.length > 1) {
    throw refuse(400, 'OPERATION_RESOLUTION_FAILURE', 'operationName chooses no operation of the document.', {
      accepted: operations.length > 1 ? 'the name of one of its operations' : 'its operation’s name, or none',
    });
  }
  if (!schema.getRootType(chosen[0].operation)) {
    const served = Object.values(OperationTypeNode).filter((type) => schema.getRootType(type));
    throw refuse(400, 'OPERATION_TYPE_REFUSED', 'Operations of this type are not answered.', {
      accepted: served.join(', '),
    });
  }
  return chosen[0];
}
