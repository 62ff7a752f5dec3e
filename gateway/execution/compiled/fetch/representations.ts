import type { FetchNode } from '@apollo/query-planner';
import { ownProperty, setOwnProperty } from '../ownProperties.ts';
import type { IsOfType } from '../plan/typeConditions.ts';
import { mergeAll } from './mergeResponse.ts';
import { compileRewrites } from './rewrites.ts';

type RequiredSelections = NonNullable<FetchNode['requires']>;

/** The representations of entities that a fetch sends: each once, however often the entity is in the data. */
export interface Representations {
  /** JSON of the list. */
  json: string;
  count: number;
  /** For each object the index of its representation; -1 where a required field is missing. */
  indices: readonly number[];
}

/** Null where no object can be represented. */
export type Represent = (objects: readonly object[]) => Representations | null;

export function compileRepresentations(
  { requires = [], inputRewrites }: Pick<FetchNode, 'requires' | 'inputRewrites'>,
  isOfType: IsOfType,
): Represent {
  const rewrite = compileRewrites(inputRewrites, isOfType);
  const select = compileSelect(requires, isOfType);

  /** Null where a required field is missing. */
  const write = (object: object): string | null => {
    const selected = select(object);
    if (!selected || !('__typename' in selected)) return null;
    rewrite?.(selected, null);
    return stringify(selected);
  };

  return (objects) => {
    const indexOf = new Map<string, number>();
    const written: string[] = [];
    const indices = objects.map((object) => {
      const typename = ownProperty(object, '__typename');
      const text = typeof typename === 'string' ? write(object) : null;
      if (text === null) return -1;
      // Rewrites may make objects of different types look the same.
      const key = `${typename} ${text}`;
      const index = indexOf.get(key) ?? written.push(text) - 1;
      indexOf.set(key, index);
      return index;
    });
    return written.length > 0 ? { json: `[${written.join()}]`, count: written.length, indices } : null;
  };
}

/** Null for an object that is nested too deeply to be written: it counts as missing. */
function stringify(value: object): string | null {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Takes the required fields from an object; null where one of them is missing. */
type Select = (object: object) => Record<string, unknown> | null;

function compileSelect(selections: RequiredSelections, isOfType: IsOfType): Select {
  const fields: { key: string; select: Select | null }[] = [];
  const fragments: { condition: string; select: Select }[] = [];
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const below = selection.selections?.length ? compileSelect(selection.selections, isOfType) : null;
      fields.push({ key: selection.alias ?? selection.name, select: below });
    } else if (selection.typeCondition) {
      fragments.push({ condition: selection.typeCondition, select: compileSelect(selection.selections, isOfType) });
    }
  }
  return (object) => {
    const selected: Record<string, unknown> = {};
    for (const { key, select } of fields) {
      const value = ownProperty(object, key);
      if (value === undefined) return null;
      setOwnProperty(selected, key, select ? selectFrom(value, select) : value);
    }
    for (const { condition, select } of fragments) {
      const typename = ownProperty(object, '__typename');
      if (typeof typename !== 'string' || !isOfType(typename, condition)) continue;
      const more = select(object);
      if (more) mergeAll(selected, more);
    }
    return selected;
  };
}

function selectFrom(value: unknown, select: Select): unknown {
  if (Array.isArray(value)) return value.map((item) => selectFrom(item, select));
  return typeof value === 'object' && value !== null ? select(value) : null;
}
