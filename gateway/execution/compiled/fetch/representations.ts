import type { FetchNode } from '@apollo/query-planner';
import { quoted } from '../answer/leaves.ts';
import { isInherited, own, setOwn } from '../json/ownProperties.ts';
import type { IsOfType } from '../plan/typeConditions.ts';
import { mergeAll } from './mergeResponse.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';

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

/** How objects of one type are represented. */
interface Representation {
  write: Write;
  /** The one field by which they differ, where there is one; else they differ by the whole text. */
  soleKey: string | null;
}

export function compileRepresentations(
  { requires, inputRewrites }: Pick<FetchNode, 'requires' | 'inputRewrites'>,
  isOfType: IsOfType,
): Represent {
  const rewrite = compileRewrites(inputRewrites, isOfType);
  const byType = new Map<string, Representation>();
  const representationOf = (typename: string): Representation => {
    let representation = byType.get(typename);
    if (!representation) {
      representation = compileRepresentation(requires ?? [], typename, isOfType, rewrite);
      // Only what an agency says of itself has no end.
      if (byType.size < MOST_TYPES) byType.set(typename, representation);
    }
    return representation;
  };

  return (objects, isPlain) => {
    /** Numbers of those that are known, by type: rewritten, two of different types may look alike. */
    const known = new Map<string, Map<unknown, number>>();
    const numbers: number[] = [];
    let json = '[';
    let count = 0;
    let type: string | null = null;
    let ofType: Representation | null = null;
    let numberOf = new Map<unknown, number>();
    for (const object of objects) {
      const { __typename: typename } = object as { __typename?: unknown };
      let number = -1;
      if (typeof typename === 'string') {
        if (typename !== type || ofType === null) {
          type = typename;
          ofType = representationOf(typename);
          numberOf = known.get(typename) ?? new Map();
          known.set(typename, numberOf);
        }
        let text: string | null = null;
        let key: unknown;
        if (ofType.soleKey === null) key = text = ofType.write(object, isPlain);
        else key = (object as Record<string, unknown>)[ofType.soleKey] ?? null;
        if (key !== null) {
          number = numberOf.get(key) ?? -1;
          if (number < 0) {
            text ??= ofType.write(object, isPlain);
            if (text !== null) {
              json += count > 0 ? `,${text}` : text;
              number = count++;
              numberOf.set(key, number);
            }
          }
        }
      }
      numbers.push(number);
    }
    return count > 0 ? { json: `${json}]`, count, numbers } : null;
  };
}

const MOST_TYPES = 1_000;

/** Of objects of one type all fragments either apply or not: what is left are fields. */
function compileRepresentation(
  requires: Required,
  typename: string,
  isOfType: IsOfType,
  rewrite: Rewrite | null,
): Representation {
  const applying = requires.filter(
    (selection) => selection.kind === 'InlineFragment' && isOfType(typename, selection.typeCondition ?? typename),
  );
  const [only] = applying;
  const needsNoMerging = applying.length === 1 && only?.kind === 'InlineFragment' && only.selections.every(isPlain);
  if (needsNoMerging && !rewrite)
    return { write: unlessTooDeep(writeFields(only.selections)), soleKey: soleKeyOf(only.selections) };
  const select = compileSelect(applying, isOfType);
  const write = (object: object) => {
    const selected = select(object);
    if (!selected || !('__typename' in selected)) return null;
    rewrite?.(selected, null);
    return JSON.stringify(selected);
  };
  return { write: unlessTooDeep(write), soleKey: null };
}

/** What is nested more deeply than can be written is not there for others. */
function unlessTooDeep(write: Write): Write {
  return (object, isPlain) => {
    try {
      return write(object, isPlain);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
}

/** The name of the one field besides the type's, where there is no other, and none below it. */
function soleKeyOf(selections: Required): string | null {
  const fields = selections.flatMap((selection) => (selection.kind === 'Field' ? [selection] : []));
  const others = fields.filter(({ name, alias }) => name !== '__typename' || alias);
  const [sole] = others;
  if (fields.length !== 2 || others.length !== 1 || !sole || sole.selections?.length) return null;
  const key = sole.alias ?? sole.name;
  return isInherited(key) ? null : key;
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
