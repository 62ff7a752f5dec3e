import { isInherited, own, setOwn } from './own.ts';

type Fields = Record<string, unknown>;

/**
 * Merges what an agency gave into what is there. Lists of the same length are merged item by item: two fetches of a plan may
 * each bring some fields of the same objects.
 */
export function merge(target: object, source: object): void {
  for (const key of Object.keys(source)) {
    const value = (source as Fields)[key];
    const present = isInherited(key) ? own(target, key) : (target as Fields)[key];
    if (isObject(present) && isObject(value)) merge(present, value);
    else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length)
      mergeLists(present, value);
    else if (isInherited(key)) setOwn(target, key, value);
    else (target as Fields)[key] = value;
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (let index = 0; index < source.length; index += 1) {
    const present = target[index];
    const value = source[index];
    if (isObject(present) && isObject(value)) merge(present, value);
    else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length)
      mergeLists(present, value);
    else target[index] = value;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
