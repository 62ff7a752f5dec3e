import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { HEAVY } from './operations.ts';

/** So many operations, no two alike: each asks for some fields of the heavy one, chosen by a sequence that is always the same. */
export function differentOperations(count: number): string[] {
  const whole = parse(HEAVY);
  const next = sequence();
  const texts = new Set<string>();
  while (texts.size < count) texts.add(print(thinned(whole, next)));
  return [...texts];
}

function thinned(whole: DocumentNode, next: () => number): DocumentNode {
  const some = (selections: readonly SelectionNode[]): SelectionNode[] => {
    const kept = selections.filter(() => next() < 0.5);
    return (kept.length > 0 ? kept : selections.slice(0, 1)).map((selection) =>
      selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet
        ? { ...selection, selectionSet: thin(selection.selectionSet) }
        : selection,
    );
  };
  const thin = (set: SelectionSetNode): SelectionSetNode => ({ ...set, selections: some(set.selections) });
  return visit(whole, {
    OperationDefinition: {
      enter: (node): OperationDefinitionNode => ({ ...node, selectionSet: thin(node.selectionSet) }),
    },
  });
}

/** Numbers from 0 to 1 that look as if by chance (the generator of Park and Miller). */
function sequence(): () => number {
  const modulus = 2_147_483_647;
  let state = 20_261;
  return () => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
}
