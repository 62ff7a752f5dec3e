import type { FetchNode } from '@apollo/query-planner';
import { type Latin1Text, toLatin1 } from '../latin1Text.ts';
import { ownProperty } from '../ownProperties.ts';
import type { Representations } from './representations.ts';

type ToBody = (variables: Readonly<Record<string, unknown>>, representations: Representations | null) => Latin1Text;

/** Prepares the JSON body of a fetch: only values are added for each request. */
export function compileBody({ operation, operationName, requires, variableUsages = [] }: FetchNode): ToBody {
  const operationNameJson = operationName ? `,"operationName":${JSON.stringify(operationName)}` : '';
  const start = toLatin1(`{"query":${JSON.stringify(operation)}${operationNameJson},"variables":{`);
  // In a fetch of entities, `representations` is the plan's own variable.
  const names = requires ? variableUsages.filter((name) => name !== 'representations') : variableUsages;
  return (variables, representations) => {
    const members: string[] = representations ? [`"representations":${representations.json}`] : [];
    for (const name of names) {
      const value = ownProperty(variables, name);
      if (value !== undefined) members.push(`${JSON.stringify(name)}:${toLatin1(JSON.stringify(value))}`);
    }
    return `${start}${members.join()}}}`;
  };
}
