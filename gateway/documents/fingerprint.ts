import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql';

/** One operation of a document and the fragments that it uses, sorted by name. No fragment may be circular. */
export function operationAlone(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const used = new Set<FragmentDefinitionNode>();
  const collect = (from: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(from, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(fragment)) return;
        used.add(fragment);
        collect(fragment);
      },
    });
  collect(operation);
  const sorted = [...used].sort((one, other) => (one.name.value < other.name.value ? -1 : 1));
  return { kind: Kind.DOCUMENT, definitions: [operation, ...sorted] };
}

/**
 * Identifies an operation however its text is formatted: SHA-256 over the printed operation, without the `__typename` that
 * clients such as Apollo's add to every selection.
 */
export function fingerprint(document: DocumentNode, operation: OperationDefinitionNode): string {
  const alone = visit(operationAlone(document, operation), {
    Field: (node) => (node.name.value === '__typename' && !node.alias && !node.directives?.length ? null : undefined),
  });
  return sha256(print(alone));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
