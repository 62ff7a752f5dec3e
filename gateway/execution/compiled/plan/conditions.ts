import { type DirectiveNode, Kind, type OperationDefinitionNode } from 'graphql';

/** Whether a directive includes its selection: true for any directive but @skip and @include. @param isTrue the value of a variable */
export function isIncludedBy(
  { name, arguments: given }: DirectiveNode,
  isTrue: (variable: string) => boolean,
): boolean {
  if (name.value !== 'skip' && name.value !== 'include') return true;
  const condition = given?.find((argument) => argument.name.value === 'if')?.value;
  const holds =
    condition?.kind === Kind.VARIABLE
      ? isTrue(condition.name.value)
      : condition?.kind === Kind.BOOLEAN && condition.value;
  return holds === (name.value === 'include');
}

/** The default values of an operation's boolean variables. */
export function defaultsOf({ variableDefinitions }: OperationDefinitionNode): Map<string, boolean> {
  const defaults = new Map<string, boolean>();
  for (const { variable, defaultValue } of variableDefinitions ?? [])
    if (defaultValue?.kind === Kind.BOOLEAN) defaults.set(variable.name.value, defaultValue.value);
  return defaults;
}
