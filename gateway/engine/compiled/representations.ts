import type { FetchNode } from '@apollo/query-planner';
import { quoted } from './leaves.ts';
import { mergeAll } from './merge.ts';
import { isInherited, own, setOwn } from './own.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';
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

/** Makes the representations of objects; null where there are none. @param isPlain as Run.isPlain */
export type Represent = (objects: readonly object[], isPlain: boolean) => Representations | null;

/** Makes a representation as JSON; null where something of what is required is not there. */
type Write = (object: object, isPlain: boolean) => string | null;

export function compileRepresentations(
  { requires, inputRewrites }: Pick<FetchNode, 'requires' | 'inputRewrites'>,
  isOfType: IsOfType,
): Represent {
  const rewrite = compileRewrites(inputRewrites, isOfType);
  const byType = new Map<string, Write>();
  const writerFor = (typename: string): Write => {
    let write = byType.get(typename);
    if (!write) {
      write = compileWrite(requires ?? [], typename, isOfType, rewrite);
      // Only what an agency says of itself has no end.
      if (byType.size < MOST_TYPES) byType.set(typename, write);
    }
    return write;
  };

  return (objects, isPlain) => {
    const known = new Map<string, number>();
    const numbers: number[] = [];
    let json = '[';
    for (const object of objects) {
      const typename = own(object, '__typename');
      const written = typeof typename === 'string' ? writerFor(typename)(object, isPlain) : null;
      let number = -1;
      if (written !== null) {
        // Rewritten, two of different types may look alike.
        const key = rewrite ? typename + written : written;
        number = known.get(key) ?? -1;
        if (number < 0) {
          number = known.size;
          known.set(key, number);
          json += number > 0 ? `,${written}` : written;
        }
      }
      numbers.push(number);
    }
    return known.size > 0 ? { json: `${json}]`, count: known.size, numbers } : null;
  };
}

const MOST_TYPES = 1_000;

/** Of objects of one type all fragments either apply or not: what is left are fields. */
function compileWrite(requires: Required, typename: string, isOfType: IsOfType, rewrite: Rewrite | null): Write {
  const applying = requires.filter(
    (selection) => selection.kind === 'InlineFragment' && isOfType(typename, selection.typeCondition ?? typename),
  );
  const [only] = applying;
  const needsNoMerging = applying.length === 1 && only?.kind === 'InlineFragment' && only.selections.every(isPlain);
  if (needsNoMerging && !rewrite) return writeFields(only.selections);
  const select = compileSelect(applying, isOfType);
  return (object) => {
    const selected = select(object);
    if (!selected || !('__typename' in selected)) return null;
    rewrite?.(selected, null);
    return JSON.stringify(selected);
  };
}

/** Whether something has fields only, all the way down. */
function isPlain(selection: Required[number]): boolean {
  return selection.kind === 'Field' && (selection.selections ?? []).every(isPlain);
}

function writeFields(selections: Required): Write {
  const fields = selections.flatMap((selection) => {
    if (selection.kind !== 'Field') return [];
    const key = selection.alias ?? selection.name;
    const below = selection.selections?.length ? writeFields(selection.selections) : null;
    return [{ key, before: `${JSON.stringify(key)}:`, below, isSafe: !isInherited(key) }];
  });
  return (object, isPlain) => {
    let json = '{';
    for (const { key, before, below, isSafe } of fields) {
      const value = isSafe ? (object as Record<string, unknown>)[key] : own(object, key);
      if (value === undefined) return null;
      json += json === '{' ? before : `,${before}`;
      if (typeof value === 'string') json += isPlain ? `"${value}"` : quoted(value);
      else json += below ? writeBelow(value, below, isPlain) : JSON.stringify(value);
    }
    return `${json}}`;
  };
}

function writeBelow(value: unknown, write: Write, isPlain: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => writeBelow(item, write, isPlain))}]`;
  return typeof value === 'object' && value !== null ? (write(value, isPlain) ?? 'null') : 'null';
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
      if (more) mergeAll(selected, more);
    }
    return selected;
  };
}

function selectFrom(value: unknown, select: Select): unknown {
  if (Array.isArray(value)) return value.map((item) => selectFrom(item, select));
  return typeof value === 'object' && value !== null ? select(value) : null;
}
