import {
  GraphQLID,
  type GraphQLInterfaceType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { leafWriter, quoted } from './leaves.ts';
import { isInherited } from './own.ts';
import type { AnswerField, Selection } from './selections.ts';

/**
 * Writes the data of an answer as JSON, where it is known that no text in it needs escaping without looking at each; null where something in it is not as the schema says, so that it must be completed
 * (complete.ts) before it is written.
 */
export type Writer = (data: object, isPlain: boolean) => string | null;

/** Thrown by the written code. */
const UNFIT = Symbol('unfit');

/**
 * Makes the program that writes what an operation selects: one function for each type and place. Everything that comes
 * from the operation or the schema stands in its text as a JSON literal.
 */
export function compileWriter(schema: GraphQLSchema, root: GraphQLObjectType, selection: Selection): Writer {
  const functions: string[] = [];
  const names = new Map<Selection, Map<string, string>>();
  const leafTypes: GraphQLLeafType[] = [];
  let variables = 0;

  const leafNumber = (type: GraphQLLeafType): number => {
    const number = leafTypes.indexOf(type);
    return number < 0 ? leafTypes.push(type) - 1 : number;
  };

  /** The function that writes objects of a type, by name; made where it is new. */
  function functionFor(place: Selection, key: string, body: () => string): string {
    const made = names.get(place) ?? new Map<string, string>();
    names.set(place, made);
    let name = made.get(key);
    if (!name) {
      name = `w${functions.length}`;
      made.set(key, name);
      const at = functions.push('') - 1;
      functions[at] = `function ${name}(o) {${body()}}`;
    }
    return name;
  }

  const writeObject = (place: Selection, type: GraphQLObjectType | GraphQLInterfaceType): string =>
    functionFor(place, type.name, () => {
      let code = `let s = '{', v;`;
      let isFirst = true;
      for (const field of place.fieldsOf(type)) {
        code += `s += ${JSON.stringify(`${isFirst ? '' : ','}${JSON.stringify(field.key)}:`)};${writeField(field, type)}`;
        isFirst = false;
      }
      return `${code}return s + '}';`;
    });

  function writeField(field: AnswerField, parent: GraphQLObjectType | GraphQLInterfaceType): string {
    if (field.name === '__typename' && isInterfaceType(parent)) return writeKind(field, parent);
    if (field.name === '__typename') return `s += ${JSON.stringify(JSON.stringify(parent.name))};`;
    const value = isInherited(field.key)
      ? `Object.hasOwn(o, ${JSON.stringify(field.key)}) ? o[${JSON.stringify(field.key)}] : null`
      : `o[${JSON.stringify(field.key)}]`;
    if (!field.type) return `v = ${value}; s += v === undefined ? 'null' : JSON.stringify(v);`;
    return `v = ${value};${writeValue('v', field.type, field.selection)}`;
  }

  /** Of an object that nobody has said the kind of but where the operation asks for it, under another name. */
  function writeKind({ key }: AnswerField, parent: GraphQLInterfaceType): string {
    const kinds = schema.getPossibleTypes(parent).map(({ name }) => JSON.stringify(name));
    return `v = o[${JSON.stringify(key)}]; if (![${kinds}].includes(v)) throw UNFIT; s += JSON.stringify(v);`;
  }

  function writeValue(v: string, type: GraphQLOutputType, place: Selection | null): string {
    if (isNonNullType(type)) return `if (${v} == null) throw UNFIT; ${writePresent(v, type.ofType, place)}`;
    return `if (${v} == null) s += 'null'; else { ${writePresent(v, type, place)} }`;
  }

  function writePresent(v: string, type: GraphQLOutputType, place: Selection | null): string {
    if (isListType(type)) {
      const [index, item] = [`i${variables}`, `v${variables++}`];
      return `if (!Array.isArray(${v})) throw UNFIT; s += '['; for (let ${index} = 0; ${index} < ${v}.length; ${index}++) {
        const ${item} = ${v}[${index}]; if (${index} > 0) s += ','; ${writeValue(item, type.ofType, place)} } s += ']';`;
    }
    if (type === GraphQLString) return `if (typeof ${v} !== 'string') throw UNFIT; s += text(${v});`;
    if (type === GraphQLID) return `s += typeof ${v} === 'string' ? text(${v}) : leaf(${leafNumber(type)}, ${v});`;
    if (isLeafType(type)) return `s += leaf(${leafNumber(type)}, ${v});`;
    const name = isAbstractType(type)
      ? writeAbstract(place as Selection, type)
      : writeObject(place as Selection, type as GraphQLObjectType);
    return `if (typeof ${v} !== 'object' || Array.isArray(${v})) throw UNFIT; s += ${name}(${v});`;
  }

  const writeAbstract = (
    place: Selection,
    type: GraphQLInterfaceType | Parameters<GraphQLSchema['getPossibleTypes']>[0],
  ) =>
    functionFor(place, `any ${type.name}`, () => {
      const cases = schema
        .getPossibleTypes(type)
        .map((possible) => `case ${JSON.stringify(possible.name)}: return ${writeObject(place, possible)}(o);`);
      // Of an interface that some agency knows as one type nobody may have said, or needed to say, what kind it is.
      const unsaid = isInterfaceType(type) ? `case undefined: return ${writeObject(place, type)}(o);` : '';
      return `switch (o.__typename) { ${cases.join(' ')} ${unsaid} default: throw UNFIT; }`;
    });

  const first = writeObject(selection, root);
  const code = `'use strict';
    let isPlain = false;
    function text(v) { return isPlain ? '"' + v + '"' : quoted(v); }
    function leaf(number, v) { const written = leaves[number](v); if (written === undefined) throw UNFIT; return written; }
    ${functions.join('\n')}
    return (data, plain) => { isPlain = plain; return ${first}(data); };`;
  const write = new Function('UNFIT', 'leaves', 'quoted', code)(UNFIT, leafTypes.map(leafWriter), quoted) as Program;
  return (data, isPlain) => {
    try {
      return write(data, isPlain);
    } catch (error) {
      if (error === UNFIT) return null;
      throw error;
    }
  };
}

type Program = (data: object, isPlain: boolean) => string;
