import { Kind, type OperationDefinitionNode } from 'graphql';
import { refuse } from '../http/refusal.ts';

/** The header in which a browser's EventSource, or whoever does as it does, says which event came last. */
export const LAST_EVENT_HEADER = 'last-event-id';
/** The argument of a subscription after whose value it goes on. */
const AFTER = 'after';
const CURSOR = /^[A-Za-z0-9_=-]{1,200}$/;

/**
 * The variables of a subscription that goes on after the event that came last: its id stands for the variable given to
 * `after`, whatever that was when the subscription began.
 * @throws Refusal where the operation has no place for it, or it is no cursor
 */
export function resumed(
  node: OperationDefinitionNode,
  variables: Record<string, unknown>,
  lastEvent: string | string[] | undefined,
): Record<string, unknown> {
  if (lastEvent === undefined || lastEvent === '') return variables;
  if (typeof lastEvent !== 'string' || !CURSOR.test(lastEvent))
    throw refuse(400, 'BAD_CURSOR', `The header ${LAST_EVENT_HEADER} is no cursor.`, { accepted: 'an id that came' });
  const variable = variableOf(node);
  if (variable === null)
    throw refuse(
      400,
      'NO_PLACE_FOR_CURSOR',
      `The header ${LAST_EVENT_HEADER} came, and the operation has no place for it.`,
      {
        accepted: `a subscription that gives a variable to \`${AFTER}\``,
      },
    );
  return { ...variables, [variable]: lastEvent };
}

function variableOf({ selectionSet }: OperationDefinitionNode): string | null {
  for (const field of selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    const value = field.arguments?.find(({ name }) => name.value === AFTER)?.value;
    if (value?.kind === Kind.VARIABLE) return value.name.value;
  }
  return null;
}
