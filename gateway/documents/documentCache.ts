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
import type { CostModel } from '../limits/cost/costModel.ts';
import { findSizes, type SizedSelection } from '../limits/cost/listSizes.ts';
import type { Limits } from '../limits/limits.ts';
import { documentsAsked } from '../telemetry/topics.ts';
import { checkStructure } from './documentSize.ts';
import { fingerprint } from './fingerprint.ts';
import { validationErrors } from './validation.ts';

/** Texts that are kept parsed, in characters together: a parsed document takes up to some hundred bytes for each. */
const MOST_KEPT_CHARACTERS = 256 * 1024;

const KNOWN = { kept: true };
const NEW = { kept: false };

export interface ChosenOperation {
  node: OperationDefinitionNode;
  /** By what it is recognised as trusted. */
  fingerprint(): string;
}

/** A text that parses and is within limits. */
export interface PreparedDocument {
  document: DocumentNode;
  /** @throws Refusal where the name chooses none */
  operation(name: string | null): ChosenOperation;
  /** Where sizes of lists come from their parents' arguments. @throws Refusal where the schema does not allow the document */
  validated(): readonly SizedSelection[];
}

export interface Documents {
  /** @throws Refusal */
  prepare(text: string): PreparedDocument;
}

/** Parses, measures and validates each text once, and keeps what was asked lately. */
export function createDocuments(
  schema: GraphQLSchema,
  model: CostModel,
  limits: Limits,
  production: boolean,
): Documents {
  const kept = new Map<string, PreparedDocument | Refusal>();
  let characters = 0;
  const keep = (text: string, entry: PreparedDocument | Refusal) => {
    if (text.length > MOST_KEPT_CHARACTERS / 8) return;
    kept.set(text, entry);
    characters += text.length;
    for (const oldest of kept.keys()) {
      if (characters <= MOST_KEPT_CHARACTERS) break;
      kept.delete(oldest);
      characters -= oldest.length;
    }
  };
  const read = (text: string): PreparedDocument | Refusal => {
    try {
      const document = parseWithin(text, limits.tokens);
      checkStructure(document, limits);
      return prepared(document);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };
  const prepared = (document: DocumentNode): PreparedDocument => {
    const operations = new Map<string | null, ChosenOperation>();
    let sizes: readonly SizedSelection[] | null = null;
    let refusal: Refusal | null = null;
    return {
      document,
      operation(name) {
        const known = operations.get(name);
        if (known) return known;
        const node = chooseOperation(document, name, schema);
        let mark: string | null = null;
        const operation = {
          node,
          fingerprint() {
            mark ??= fingerprint(document, node);
            return mark;
          },
        };
        operations.set(name, operation);
        return operation;
      },
      validated() {
        if (refusal) throw refusal;
        if (sizes) return sizes;
        const errors = validationErrors(schema, document, production);
        if (errors.length > 0) {
          refusal = new Refusal(400, errors);
          throw refusal;
        }
        sizes = findSizes(schema, document, model);
        return sizes;
      },
    };
  };
  return {
    prepare(text) {
      let entry = kept.get(text);
      documentsAsked.tell(entry ? KNOWN : NEW);
      if (!entry) {
        entry = read(text);
        keep(text, entry);
      } else if (characters > MOST_KEPT_CHARACTERS / 2) {
        // Moved to the end: the first one is the one that nobody has asked for longest. While there is room, that decides nothing.
        kept.delete(text);
        kept.set(text, entry);
      }
      if (entry instanceof Refusal) throw entry;
      return entry;
    },
  };
}

function parseWithin(text: string, tokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens: tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // The parser's own words quote what it found.
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
