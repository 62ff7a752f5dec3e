import {
  GraphQLID,
  GraphQLInt,
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
import { isInherited } from '../ownProperties.ts';
import { leafWriter } from './leaves.ts';
import type { AnswerField, Selection } from './selections.ts';

/**
 * Writes the data of an answer as JSON. Null where a value does not match the schema: then the data must be completed first
 * (completeValue.ts).
 */
export type Writer = (data: object) => string | null;

/** Thrown by the generated code. */
const INVALID = Symbol('invalid');

/** Compiles a writer when it is first needed. */
export function compileWriter(schema: GraphQLSchema, root: GraphQLObjectType, selection: Selection): Writer {
  let program: Program | null = null;
  return (data) => {
    program ??= compileProgram(schema, root, selection);
    try {
      return program(data);
    } catch (error) {
      if (error === INVALID) return null;
      throw error;
    }
  };
}

/**
 * Generates one function for each type and place, which appends to the text `s`. Names of the operation and the schema are in
 * the code as JSON literals only. All that stands between two values is one literal: V8 makes an object of each appended piece.
 */
function compileProgram(schema: GraphQLSchema, root: GraphQLObjectType, selection: Selection): Program {
  const functions: string[] = [];
  const names = new Map<Selection, Map<string, string>>();
  const leafTypes: GraphQLLeafType[] = [];
  let variables = 0;

  const leafNumber = (type: GraphQLLeafType): number => {
    const number = leafTypes.indexOf(type);
    return number < 0 ? leafTypes.push(type) - 1 : number;
  };

  /** The name of the function that writes a type at a place. Generates it if it is new. */
  function functionFor(place: Selection, key: string, body: () => string): string {
    const known = names.get(place) ?? new Map<string, string>();
    names.set(place, known);
    let name = known.get(key);
    if (!name) {
      name = `w${functions.length}`;
      known.set(key, name);
      // Reserves its place, since the body may generate further functions.
      const at = functions.push('') - 1;
      functions[at] = `function ${name}(s, o) {${body()}}`;
    }
    return name;
  }

  const writeObject = (place: Selection, type: GraphQLObjectType | GraphQLInterfaceType): string =>
    functionFor(place, type.name, () => {
      const code = new Code();
      code.text('{');
      for (const [index, field] of place.fieldsOf(type).entries()) {
        code.text(`${index > 0 ? ',' : ''}${JSON.stringify(field.key)}:`);
        writeField(code, field, type);
      }
      code.text('}');
      return `let v; ${code}return s;`;
    });

  function writeField(code: Code, field: AnswerField, parent: GraphQLObjectType | GraphQLInterfaceType): void {
    const key = JSON.stringify(field.dataName);
    if (field.name === '__typename' && isInterfaceType(parent)) writeTypename(code, key, parent);
    else if (field.name === '__typename') code.text(JSON.stringify(parent.name));
    else {
      code.run(`v = ${isInherited(field.dataName) ? `Object.hasOwn(o, ${key}) ? o[${key}] : null` : `o[${key}]`};`);
      if (field.type) writeValue(code, 'v', field.type, field.selection);
      else code.value(`v === undefined ? 'null' : JSON.stringify(v)`);
    }
  }

  /** For an interface object: the operation requests `__typename` under an alias, and no agency needed it before. */
  function writeTypename(code: Code, key: string, parent: GraphQLInterfaceType): void {
    const kinds = schema.getPossibleTypes(parent).map(({ name }) => JSON.stringify(name));
    code.run(`v = o[${key}]; if (![${kinds}].includes(v)) throw INVALID;`);
    code.value('JSON.stringify(v)');
  }

  function writeValue(code: Code, v: string, type: GraphQLOutputType, place: Selection | null): void {
    if (isNonNullType(type)) {
      code.run(`if (${v} == null) throw INVALID;`);
      writePresent(code, v, type.ofType, place);
    } else
      code.either(
        `${v} == null`,
        (code) => code.text('null'),
        (code) => writePresent(code, v, type, place),
      );
  }

  function writePresent(code: Code, v: string, type: GraphQLOutputType, place: Selection | null): void {
    if (isListType(type)) writeList(code, v, type.ofType, place);
    else if (isLeafType(type)) writeLeaf(code, v, type);
    else {
      const name = isAbstractType(type)
        ? writeAbstract(place as Selection, type)
        : writeObject(place as Selection, type);
      code.run(`if (typeof ${v} !== 'object' || Array.isArray(${v})) throw INVALID;`);
      code.call(name, v);
    }
  }

  function writeLeaf(code: Code, v: string, type: GraphQLLeafType): void {
    if (type === GraphQLID) code.run(`if (typeof ${v} !== 'string') ${v} = identifier(${v});`);
    if (type === GraphQLString) code.run(`if (typeof ${v} !== 'string') throw INVALID;`);
    const leaf = `leaf(${leafNumber(type)}, ${v})`;
    if (type === GraphQLString || type === GraphQLID) code.value(`JSON.stringify(${v})`);
    else if (type === GraphQLInt) code.value(`(${v} | 0) === ${v} ? ${v} : ${leaf}`);
    else code.value(leaf);
  }

  function writeList(code: Code, v: string, type: GraphQLOutputType, place: Selection | null): void {
    const [index, item] = [`i${variables}`, `v${variables++}`];
    code.run(`if (!Array.isArray(${v})) throw INVALID;`);
    code.text('[');
    code.each(index, item, v, (code) => writeValue(code, item, type, place));
    code.text(']');
  }

  const writeAbstract = (
    place: Selection,
    type: GraphQLInterfaceType | Parameters<GraphQLSchema['getPossibleTypes']>[0],
  ) =>
    functionFor(place, `any ${type.name}`, () => {
      const cases = schema
        .getPossibleTypes(type)
        .map((possible) => `case ${JSON.stringify(possible.name)}: return ${writeObject(place, possible)}(s, o);`);
      // An agency that knows an interface as one type (interface object) does not return the object's type.
      const untyped = isInterfaceType(type) ? `case undefined: return ${writeObject(place, type)}(s, o);` : '';
      return `switch (o.__typename) { ${cases.join(' ')} ${untyped} default: throw INVALID; }`;
    });

  const first = writeObject(selection, root);
  const code = `'use strict';
    function leaf(number, v) { const written = leaves[number](v); if (written === undefined) throw INVALID; return written; }
    function identifier(v) { if (!Number.isSafeInteger(v)) throw INVALID; return String(v); }
    ${functions.join('\n')}
    return (data) => ${first}('', data);`;
  return new Function('INVALID', 'leaves', code)(INVALID, leafTypes.map(leafWriter)) as Program;
}

/** The text of a function that appends to `s`. */
class Code {
  #code = '';
  /** The text before the next value, which is not in the code yet. */
  #before = '';

  text(text: string): void {
    this.#before += text;
  }

  /** @param expression of the value to append */
  value(expression: string): void {
    this.#code += this.#before === '' ? `s += ${expression};` : `s = s + ${this.#literal()} + (${expression});`;
  }

  /** @param statement that appends nothing */
  run(statement: string): void {
    this.#code += statement;
  }

  /** Calls another function to append a value. */
  call(name: string, value: string): void {
    this.#code += `s = ${name}(${this.#before === '' ? 's' : `s + ${this.#literal()}`}, ${value});`;
  }

  either(condition: string, one: (code: Code) => void, other: (code: Code) => void): void {
    const before = this.#before;
    this.#before = '';
    const branch = (write: (code: Code) => void) => {
      const code = new Code();
      code.text(before);
      write(code);
      return String(code);
    };
    this.#code += `if (${condition}) { ${branch(one)} } else { ${branch(other)} }`;
  }

  each(index: string, item: string, list: string, write: (code: Code) => void): void {
    const code = new Code();
    write(code);
    this.#code += `${this.#added()}for (let ${index} = 0; ${index} < ${list}.length; ${index}++) {
      let ${item} = ${list}[${index}]; if (${index} > 0) s += ','; ${code} }`;
  }

  toString(): string {
    return this.#code + this.#added();
  }

  #added(): string {
    return this.#before === '' ? '' : `s += ${this.#literal()};`;
  }

  #literal(): string {
    const literal = JSON.stringify(this.#before);
    this.#before = '';
    return literal;
  }
}

type Program = (data: object) => string;
