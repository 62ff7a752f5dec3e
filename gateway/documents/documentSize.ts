import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { overLimit, refuse } from '../http/refusal.ts';
import type { Limits } from '../limits/limits.ts';

/** What a selection comes to with every fragment written out. */
interface Extent {
  depth: number;
  fields: number;
  /** Fields that stand in the selection itself. */
  direct: number;
}

/**
 * Checks a document's size before anything else walks it. Fragments are measured once each, so that the check costs what
 * the text is long, not what it would be written out.
 * @throws Refusal
 */
export function checkStructure(document: DocumentNode, limits: Limits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
    else if (node.kind === Kind.OPERATION_DEFINITION) operations.push(node);
    else throw refuse(400, 'GRAPHQL_VALIDATION_FAILED', 'A document holds operations and fragments only.');
  }
  if (fragments.size > limits.fragments) throw overLimit('fragments', fragments.size, limits.fragments);
  countThroughout(document, limits);
  const extentOf = measure(fragments);
  for (const operation of operations) {
    const { depth, fields, direct } = extentOf(operation.selectionSet);
    if (depth > limits.depth) throw overLimit('depth', depth, limits.depth);
    if (direct > limits.rootFields) throw overLimit('rootFields', direct, limits.rootFields);
    if (fields > limits.fields) throw overLimit('fields', fields, limits.fields);
  }
  // What no operation uses is walked by validation, too.
  for (const fragment of fragments.values()) extentOf(fragment.selectionSet);
}

function countThroughout(document: DocumentNode, limits: Limits): void {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field(node) {
      if (node.alias) aliases += 1;
    },
    Directive() {
      directives += 1;
    },
  });
  if (aliases > limits.aliases) throw overLimit('aliases', aliases, limits.aliases);
  if (directives > limits.directives) throw overLimit('directives', directives, limits.directives);
}

function measure(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (selection: SelectionSetNode) => Extent {
  const known = new Map<string, Extent | 'being measured'>();
  const ofFragment = (name: string): Extent => {
    const fragment = fragments.get(name);
    if (!fragment) return { depth: 0, fields: 0, direct: 0 };
    const found = known.get(name);
    if (found === 'being measured')
      throw refuse(400, 'FRAGMENT_CYCLE', 'A fragment spreads itself, directly or through others.');
    if (found) return found;
    known.set(name, 'being measured');
    const extent = ofSelection(fragment.selectionSet);
    known.set(name, extent);
    return extent;
  };
  const ofSelection = ({ selections }: SelectionSetNode): Extent => {
    const sum: Extent = { depth: 0, fields: 0, direct: 0 };
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const below = node.selectionSet ? ofSelection(node.selectionSet) : { depth: 0, fields: 0 };
        sum.depth = Math.max(sum.depth, 1 + below.depth);
        sum.fields += 1 + below.fields;
        sum.direct += 1;
      } else {
        const part = node.kind === Kind.INLINE_FRAGMENT ? ofSelection(node.selectionSet) : ofFragment(node.name.value);
        sum.depth = Math.max(sum.depth, part.depth);
        sum.fields += part.fields;
        sum.direct += part.direct;
      }
    }
    return sum;
  };
  return ofSelection;
}
