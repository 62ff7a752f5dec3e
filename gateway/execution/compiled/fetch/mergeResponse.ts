import { ownProperty, setOwnProperty } from '../ownProperties.ts';
import type { RequestedField } from './requestedFields.ts';

/**
 * Merges the requested fields of a response into an object. Other fields are ignored, so that an agency cannot replace fields of
 * another. Lists of the same length are merged item by item: two fetches may each bring some fields of the same objects.
 */
export function mergeFields(target: object, source: object, requested: readonly RequestedField[]): void {
  for (const { key, below } of requested) {
    const value = ownProperty(source, key);
    if (value === undefined) continue;
    const present = ownProperty(target, key);
    const merge = (into: object, from: object) => mergeFields(into, from, below);
    if (below.length === 0 || !mergeValues(present, value, merge)) setOwnProperty(target, key, value);
  }
}

/** Merges all fields. */
export function mergeAll(target: object, source: object): void {
  for (const key of Object.keys(source)) {
    const value = ownProperty(source, key);
    if (!mergeValues(ownProperty(target, key), value, mergeAll)) setOwnProperty(target, key, value);
  }
}

/** @returns false where they cannot be merged, so that the new value replaces the present one */
function mergeValues(present: unknown, value: unknown, merge: (target: object, source: object) => void): boolean {
  if (typeof present !== 'object' || typeof value !== 'object' || present === null || value === null) return false;
  if (Array.isArray(present) !== Array.isArray(value)) return false;
  if (!Array.isArray(present) || !Array.isArray(value)) merge(present, value);
  else if (present.length !== value.length) return false;
  else
    for (const [index, item] of value.entries()) if (!mergeValues(present[index], item, merge)) present[index] = item;
  return true;
}
