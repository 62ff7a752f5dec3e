import {
  type GraphQLInterfaceType,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLUnionType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Path } from '../fetch/paths.ts';
import { own, setOwn } from '../json/ownProperties.ts';
import { type LeafWriter, leafWriter } from './leaves.ts';
import type { Selection } from './selections.ts';

export interface Completed {
  /** Null where a null reached the root. */
  data: object | null;
  /** Where something is missing or unfit that no error has told of yet. */
  faults: { path: Path; message: string }[];
}

/** A field error was raised here or below: the nearest place that may be null becomes it. */
const RAISED = Symbol('raised');

/**
 * Completes the data of an answer as the specification says (CompleteValue): fields in the order asked for, leaves as their
 * types have them, nulls carried up to the nearest place that may be null.
 * @param told paths of errors that the answer has already: what they explain is not told again
 */
export function completeData(
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  selection: Selection,
  data: object,
  told: readonly Path[],
): Completed {
  const faults: Completed['faults'] = [];
  const leaves = new Map<string, LeafWriter>();
  const isExplained = explainedBy(told);
  const path: (string | number)[] = [];

  function raise(message: string): typeof RAISED {
    if (!isExplained(path)) faults.push({ path: [...path], message });
    return RAISED;
  }

  function complete(type: GraphQLOutputType, value: unknown, place: Selection | null): unknown {
    if (isNonNullType(type)) {
      const completed = completePresent(type.ofType, value, place);
      return completed === null ? raise('It is never null, and no agency gave it.') : completed;
    }
    const completed = completePresent(type, value, place);
    return completed === RAISED ? null : completed;
  }

  function completePresent(type: GraphQLOutputType, value: unknown, place: Selection | null): unknown {
    if (value === undefined || value === null) return null;
    if (isListType(type)) {
      if (!Array.isArray(value)) return raise('An agency gave no list where one belongs.');
      const items: unknown[] = [];
      for (const [index, item] of value.entries()) {
        path.push(index);
        const completed = complete(type.ofType, item, place);
        path.pop();
        if (completed === RAISED) return RAISED;
        items.push(completed);
      }
      return items;
    }
    if (isLeafType(type)) {
      const written = writerOf(type)(value);
      return written === undefined ? raise(`An agency gave what is no ${type.name}.`) : JSON.parse(written);
    }
    if (typeof value !== 'object' || Array.isArray(value)) return raise('An agency gave no object where one belongs.');
    const runtime = runtimeType(type, value);
    return runtime
      ? completeObject(runtime, value, place as Selection)
      : raise('An agency did not say what kind of object it is.');
  }

  function completeObject(
    type: GraphQLObjectType | GraphQLInterfaceType,
    value: object,
    place: Selection,
  ): object | typeof RAISED {
    const object = {};
    for (const field of place.fieldsOf(type)) {
      path.push(field.key);
      const completed = completeField(field, type, value);
      path.pop();
      if (completed === RAISED) return RAISED;
      setOwn(object, field.key, completed);
    }
    return object;
  }

  function completeField(
    { from, name, type, selection: below }: ReturnType<Selection['fieldsOf']>[number],
    parent: GraphQLObjectType | GraphQLInterfaceType,
    value: object,
  ): unknown {
    if (name === '__typename') {
      const kind = isObjectType(parent) ? parent : typeNamed(own(value, from));
      return isObjectType(kind) ? kind.name : raise('An agency did not say what kind of object it is.');
    }
    return type ? complete(type, own(value, from), below) : (own(value, from) ?? null);
  }

  function typeNamed(name: unknown): GraphQLNamedType | undefined {
    return typeof name === 'string' ? schema.getType(name) : undefined;
  }

  /** What an object says that it is; an interface where the agency that knows more has not answered. */
  function runtimeType(
    type: GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType,
    value: object,
  ): GraphQLObjectType | GraphQLInterfaceType | null {
    if (isObjectType(type)) return type;
    const typename = own(value, '__typename');
    // Of an interface that some agency knows as one type nobody may have said, or needed to say, what kind it is.
    if (typename === undefined && isInterfaceType(type)) return type;
    const said = typeNamed(typename);
    if (isInterfaceType(said) && (said === type || schema.isSubType(type, said))) return said;
    return isObjectType(said) && schema.isSubType(type, said) ? said : null;
  }

  function writerOf(type: GraphQLLeafType): LeafWriter {
    const writer = leaves.get(type.name) ?? leafWriter(type);
    leaves.set(type.name, writer);
    return writer;
  }

  const completed = completeObject(root, data, selection);
  return { data: completed === RAISED ? null : completed, faults };
}

/** Whether errors at some paths explain that something is missing at another: they are at it, above it, or below it. */
function explainedBy(told: readonly Path[]): (path: Path) => boolean {
  const at = new Set<string>();
  const above = new Set<string>();
  for (const path of told) {
    at.add(path.join('/'));
    for (let length = path.length - 1; length > 0; length -= 1) above.add(path.slice(0, length).join('/'));
  }
  return (path) => {
    if (told.length === 0) return false;
    if (above.has(path.join('/'))) return true;
    for (let length = path.length; length > 0; length -= 1) if (at.has(path.slice(0, length).join('/'))) return true;
    return false;
  };
}
