import { SubgraphFault } from '../../subgraphs/subgraphFault.ts';
import { readLatin1 } from '../latin1Text.ts';
import { ownProperty } from '../ownProperties.ts';

export interface SubgraphResponse {
  data?: object | null;
  errors?: readonly SubgraphError[];
}

export interface SubgraphError {
  message?: unknown;
  path?: unknown;
  extensions?: unknown;
}

/** @throws SubgraphFault where it is not a GraphQL response */
export function parseResponse(bytes: Buffer): SubgraphResponse {
  const response = parseJson(bytes);
  if (!isObject(response)) throw new SubgraphFault('NOT_AN_ANSWER');
  const { data = null, errors = null } = response as { data?: unknown; errors?: unknown };
  if (data !== null && !isObject(data)) throw new SubgraphFault('NOT_AN_ANSWER');
  if (errors !== null && !isListOfObjects(errors)) throw new SubgraphFault('NOT_AN_ANSWER');
  const hasErrors = errors !== null && errors.length > 0;
  if (data === null && !hasErrors) throw new SubgraphFault('NOT_AN_ANSWER');
  return { data, ...(hasErrors && { errors }) };
}

/** @throws SubgraphFault where the response does not have one entity, or null, for each representation */
export function requireEntities({ data }: SubgraphResponse, count: number): void {
  if (!data) return;
  const entities = ownProperty(data, '_entities');
  if (!Array.isArray(entities) || entities.length !== count || !entities.every(isEntity))
    throw new SubgraphFault('NOT_AN_ANSWER');
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(readLatin1(bytes));
  } catch {
    throw new SubgraphFault('NOT_AN_ANSWER');
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfObjects(value: unknown): value is SubgraphError[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}

/** Null: the agency does not know the object. */
function isEntity(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}
