import type { FetchNode } from '@apollo/query-planner';
import { merge } from './merge.ts';
import { own, setOwn } from './own.ts';
import { compileRewrites } from './rewrites.ts';
import type { IsOfType } from './types.ts';

type Required = NonNullable<FetchNode['requires']>;

/** Objects as an agency is asked about them: each once, however often it stands in the answer. */
export interface Representations {
  /** JSON of the list. */
  json: string;
  count: number;
  /** For each object the number of its representation; -1 where the agency cannot be asked about it. */
  numbers: readonly number[];
}

/** Makes the representations of objects; null where there are none. */
export type Represent = (objects: readonly object[]) => Representations | null;

export function compileRepresentations(
  { requires, inputRewrites }: Pick<FetchNode, 'requires' | 'inputRewrites'>,
  isOfType: IsOfType,
): Represent {
  const select = compileSelect(requires ?? [], isOfType);
  const rewrite = compileRewrites(inputRewrites, isOfType);

  return (objects) => {
    const known = new Map<string, number>();
    const byObject = new Map<object, number>();
    const numbers: number[] = [];
    let json = '';
    for (const object of objects) {
      let number = byObject.get(object);
      if (number === undefined) {
        number = -1;
        const representation = select(object);
        if (representation && '__typename' in representation) {
          rewrite?.(representation, null);
          const text = JSON.stringify(representation);
          // Rewritten, two of different types may look alike.
          const key = rewrite ? `${own(object, '__typename')} ${text}` : text;
          number = known.get(key) ?? -1;
          if (number < 0) {
            number = known.size;
            known.set(key, number);
            json += number > 0 ? `,${text}` : text;
          }
        }
        byObject.set(object, number);
      }
      numbers.push(number);
    }
    return known.size > 0 ? { json: `[${json}]`, count: known.size, numbers } : null;
  };
}

/** Takes from an object what is required of it; null where something of that is not there. */
type Select = (object: object) => Record<string, unknown> | null;

function compileSelect(selections: Required, isOfType: IsOfType): Select {
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
      const value = own(object, key);
      if (value === undefined) return null;
      setOwn(selected, key, select ? selectFrom(value, select) : value);
    }
    for (const { condition, select } of fragments) {
      const typename = own(object, '__typename');
      if (typeof typename !== 'string' || !isOfType(typename, condition)) continue;
      const more = select(object);
      if (more) merge(selected, more);
    }
    return selected;
  };
}

function selectFrom(value: unknown, select: Select): unknown {
  if (Array.isArray(value)) return value.map((item) => selectFrom(item, select));
  return typeof value === 'object' && value !== null ? select(value) : null;
}
