import { type DirectiveNode, Kind, type OperationDefinitionNode } from 'graphql';

/** Whether @skip or @include leaves in what it stands at; any other directive does. @param isTrue of a variable */
export function leavesIn({ name, arguments: given }: DirectiveNode, isTrue: (variable: string) => boolean): boolean {
  if (name.value !== 'skip' && name.value !== 'include') return true;
  const condition = given?.find((argument) => argument.name.value === 'if')?.value;
  const holds =
    condition?.kind === Kind.VARIABLE
      ? isTrue(condition.name.value)
      : condition?.kind === Kind.BOOLEAN && condition.value;
  return holds === (name.value === 'include');
}

/** What conditions are where no variable is given. */
export function defaultsOf({ variableDefinitions }: OperationDefinitionNode): Map<string, boolean> {
  const defaults = new Map<string, boolean>();
  for (const { variable, defaultValue } of variableDefinitions ?? [])
    if (defaultValue?.kind === Kind.BOOLEAN) defaults.set(variable.name.value, defaultValue.value);
  return defaults;
}
