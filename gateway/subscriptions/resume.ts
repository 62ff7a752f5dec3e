import { Kind, type OperationDefinitionNode } from 'graphql';
import { refuse } from '../http/refusal.ts';

/** The header in which EventSource, and clients like it, send the id of the last event. */
export const LAST_EVENT_HEADER = 'last-event-id';
/** The argument of a subscription for the cursor to resume from. */
const AFTER = 'after';
const CURSOR = /^[A-Za-z0-9_=-]{1,200}$/;

/**
 * The variables of a subscription that resumes: the id of the last event replaces the value of the variable given to `after`.
 * @throws Refusal where the operation has no such variable, or the header is not a cursor
 */
export function resumeAfter(
  node: OperationDefinitionNode,
  variables: Record<string, unknown>,
  lastEventId: string | string[] | undefined,
): Record<string, unknown> {
  if (lastEventId === undefined || lastEventId === '') return variables;
  if (typeof lastEventId !== 'string' || !CURSOR.test(lastEventId))
    throw refuse(400, 'BAD_CURSOR', `The header ${LAST_EVENT_HEADER} is not a cursor.`, {
      accepted: 'an id that came',
    });
  const variable = cursorVariable(node);
  if (variable === null) {
    const message = `The header ${LAST_EVENT_HEADER} came, and the operation has no place for it.`;
    throw refuse(400, 'NO_PLACE_FOR_CURSOR', message, {
      accepted: `a subscription that gives a variable to \`${AFTER}\``,
    });
  }
  return { ...variables, [variable]: lastEventId };
}

function cursorVariable({ selectionSet }: OperationDefinitionNode): string | null {
  for (const field of selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    const value = field.arguments?.find(({ name }) => name.value === AFTER)?.value;
    if (value?.kind === Kind.VARIABLE) return value.name.value;
  }
  return null;
}
