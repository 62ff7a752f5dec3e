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
import { ownProperty, setOwnProperty } from '../ownProperties.ts';
import { type LeafWriter, leafWriter } from './leaves.ts';
import type { Selection } from './selections.ts';

export interface Completed {
  /** Null where a null reached the root. */
  data: object | null;
  /** Missing or invalid values that no error explains yet. */
  faults: { path: Path; message: string }[];
}

/** A field error was raised here or below: the nearest nullable place becomes null. */
const RAISED = Symbol('raised');

/**
 * Completes the data of an answer as the specification defines (CompleteValue): fields in the order of the operation, leaves
 * coerced by type, nulls carried up to the nearest nullable place.
 * @param explainedPaths where missing data is explained already, so that it needs no further error
 */
export function completeData(
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  selection: Selection,
  data: object,
  explainedPaths: readonly Path[],
): Completed {
  const faults: Completed['faults'] = [];
  const leaves = new Map<string, LeafWriter>();
  const isExplained = explainedBy(explainedPaths);
  const path: (string | number)[] = [];

  function raise(message: string): typeof RAISED {
    if (!isExplained(path)) faults.push({ path: [...path], message });
    return RAISED;
  }

  function complete(type: GraphQLOutputType, value: unknown, place: Selection | null): unknown {
    if (isNonNullType(type)) {
      const completed = completePresent(type.ofType, value, place);
      return completed === null ? raise('The field is required, and no agency returned a value.') : completed;
    }
    const completed = completePresent(type, value, place);
    return completed === RAISED ? null : completed;
  }

  function completePresent(type: GraphQLOutputType, value: unknown, place: Selection | null): unknown {
    if (value === undefined || value === null) return null;
    if (isListType(type)) {
      if (!Array.isArray(value)) return raise('An agency returned no list for a list field.');
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
      return written === undefined
        ? raise(`An agency returned a value that is not a valid ${type.name}.`)
        : JSON.parse(written);
    }
    if (typeof value !== 'object' || Array.isArray(value))
      return raise('An agency returned no object for an object field.');
    const runtime = runtimeType(type, value);
    return runtime
      ? completeObject(runtime, value, place as Selection)
      : raise('An agency did not return the type of an object.');
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
      setOwnProperty(object, field.key, completed);
    }
    return object;
  }

  function completeField(
    { dataName, name, type, selection: below }: ReturnType<Selection['fieldsOf']>[number],
    parent: GraphQLObjectType | GraphQLInterfaceType,
    value: object,
  ): unknown {
    if (name === '__typename') {
      const kind = isObjectType(parent) ? parent : typeNamed(ownProperty(value, dataName));
      return isObjectType(kind) ? kind.name : raise('An agency did not return the type of an object.');
    }
    return type ? complete(type, ownProperty(value, dataName), below) : (ownProperty(value, dataName) ?? null);
  }

  function typeNamed(name: unknown): GraphQLNamedType | undefined {
    return typeof name === 'string' ? schema.getType(name) : undefined;
  }

  /** The type that an object's `__typename` says; null where it is not valid here. */
  function runtimeType(
    type: GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType,
    value: object,
  ): GraphQLObjectType | GraphQLInterfaceType | null {
    if (isObjectType(type)) return type;
    const typename = ownProperty(value, '__typename');
    // An agency that knows an interface as one type (interface object) does not return the object's type.
    if (typename === undefined && isInterfaceType(type)) return type;
    const named = typeNamed(typename);
    if (isInterfaceType(named) && (named === type || schema.isSubType(type, named))) return named;
    return isObjectType(named) && schema.isSubType(type, named) ? named : null;
  }

  function writerOf(type: GraphQLLeafType): LeafWriter {
    const writer = leaves.get(type.name) ?? leafWriter(type);
    leaves.set(type.name, writer);
    return writer;
  }

  const completed = completeObject(root, data, selection);
  return { data: completed === RAISED ? null : completed, faults };
}

/** Whether missing data at a path is explained: at the path itself, above or below it. */
function explainedBy(explained: readonly Path[]): (path: Path) => boolean {
  const at = new Set<string>();
  const above = new Set<string>();
  for (const path of explained) {
    at.add(path.join('/'));
    for (let length = path.length - 1; length > 0; length -= 1) above.add(path.slice(0, length).join('/'));
  }
  return (path) => {
    if (explained.length === 0) return false;
    if (above.has(path.join('/'))) return true;
    for (let length = path.length; length > 0; length -= 1) if (at.has(path.slice(0, length).join('/'))) return true;
    return false;
  };
}
