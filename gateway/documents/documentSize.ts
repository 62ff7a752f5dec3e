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

/** The size of a selection with all fragments expanded. */
interface Extent {
  depth: number;
  fields: number;
  /** Fields of the selection itself, without those below. */
  directFields: number;
}

/**
 * Checks the size of a document before anything else walks it. Each fragment is measured once, so that the check takes time by
 * the length of the text, not by its expanded length.
 * @throws Refusal
 */
export function checkDocumentSize(document: DocumentNode, limits: Limits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
    else if (node.kind === Kind.OPERATION_DEFINITION) operations.push(node);
    else throw refuse(400, 'GRAPHQL_VALIDATION_FAILED', 'A document holds operations and fragments only.');
  }
  if (fragments.size > limits.fragments) throw overLimit('fragments', fragments.size, limits.fragments);
  checkAliasesAndDirectives(document, limits);
  const extentOf = createMeasure(fragments);
  for (const operation of operations) {
    const { depth, fields, directFields } = extentOf(operation.selectionSet);
    if (depth > limits.depth) throw overLimit('depth', depth, limits.depth);
    if (directFields > limits.rootFields) throw overLimit('rootFields', directFields, limits.rootFields);
    if (fields > limits.fields) throw overLimit('fields', fields, limits.fields);
  }
  // Validation also walks fragments that no operation uses: they must not be circular.
  for (const fragment of fragments.values()) extentOf(fragment.selectionSet);
}

function checkAliasesAndDirectives(document: DocumentNode, limits: Limits): void {
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

function createMeasure(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Extent {
  const measured = new Map<string, Extent | 'in progress'>();
  const ofFragment = (name: string): Extent => {
    const fragment = fragments.get(name);
    if (!fragment) return { depth: 0, fields: 0, directFields: 0 };
    const known = measured.get(name);
    if (known === 'in progress')
      throw refuse(400, 'FRAGMENT_CYCLE', 'A fragment spreads itself, directly or through others.');
    if (known) return known;
    measured.set(name, 'in progress');
    const extent = ofSelection(fragment.selectionSet);
    measured.set(name, extent);
    return extent;
  };
  const ofSelection = ({ selections }: SelectionSetNode): Extent => {
    const sum: Extent = { depth: 0, fields: 0, directFields: 0 };
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const below = node.selectionSet ? ofSelection(node.selectionSet) : { depth: 0, fields: 0 };
        sum.depth = Math.max(sum.depth, 1 + below.depth);
        sum.fields += 1 + below.fields;
        sum.directFields += 1;
      } else {
        const part = node.kind === Kind.INLINE_FRAGMENT ? ofSelection(node.selectionSet) : ofFragment(node.name.value);
        sum.depth = Math.max(sum.depth, part.depth);
        sum.fields += part.fields;
        sum.directFields += part.directFields;
      }
    }
    return sum;
  };
  return ofSelection;
}
