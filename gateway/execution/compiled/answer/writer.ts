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
import { isInherited } from '../json/ownProperties.ts';
import { leafWriter, quoted } from './leaves.ts';
import type { AnswerField, Selection } from './selections.ts';

/**
 * Writes the data of an answer as JSON; null where something in it is not as the schema says, so that it must be completed
 * (complete.ts) before it is written.
 * @param isPlain where it is known that no text in it needs escaping without looking at each
 */
export type Writer = (data: object, isPlain: boolean) => string | null;

/** Thrown by the written code. */
const UNFIT = Symbol('unfit');

/** Makes the programs that write what an operation selects, one for plain texts and one for any, each when it is needed first. */
export function compileWriter(schema: GraphQLSchema, root: GraphQLObjectType, selection: Selection): Writer {
  let plain: Program | null = null;
  let careful: Program | null = null;
  const programFor = (isPlain: boolean): Program => {
    if (isPlain) {
      plain ??= compileProgram(schema, root, selection, true);
      return plain;
    }
    careful ??= compileProgram(schema, root, selection, false);
    return careful;
  };
  return (data, isPlain) => {
    try {
      return programFor(isPlain)(data);
    } catch (error) {
      if (error === UNFIT) return null;
      throw error;
    }
  };
}

/**
 * One function for each type and place, which adds to what is written so far. Everything that comes from the operation or the
 * schema stands in its text as a JSON literal, and what stands between two values is one literal: each that is added is an
 * object to the engine that runs this.
 */
function compileProgram(
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  selection: Selection,
  isPlain: boolean,
): Program {
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
    const key = JSON.stringify(field.from);
    if (field.name === '__typename' && isInterfaceType(parent)) writeKind(code, key, parent);
    else if (field.name === '__typename') code.text(JSON.stringify(parent.name));
    else {
      code.run(`v = ${isInherited(field.from) ? `Object.hasOwn(o, ${key}) ? o[${key}] : null` : `o[${key}]`};`);
      if (field.type) writeValue(code, 'v', field.type, field.selection);
      else code.value(`v === undefined ? 'null' : JSON.stringify(v)`);
    }
  }

  /** Of an object that nobody has said the kind of but where the operation asks for it, under another name. */
  function writeKind(code: Code, key: string, parent: GraphQLInterfaceType): void {
    const kinds = schema.getPossibleTypes(parent).map(({ name }) => JSON.stringify(name));
    code.run(`v = o[${key}]; if (![${kinds}].includes(v)) throw UNFIT;`);
    code.value('JSON.stringify(v)');
  }

  function writeValue(code: Code, v: string, type: GraphQLOutputType, place: Selection | null): void {
    if (isNonNullType(type)) {
      code.run(`if (${v} == null) throw UNFIT;`);
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
      code.run(`if (typeof ${v} !== 'object' || Array.isArray(${v})) throw UNFIT;`);
      code.call(name, v);
    }
  }

  function writeLeaf(code: Code, v: string, type: GraphQLLeafType): void {
    if (type === GraphQLID) code.run(`if (typeof ${v} !== 'string') ${v} = identifier(${v});`);
    if (type === GraphQLString) code.run(`if (typeof ${v} !== 'string') throw UNFIT;`);
    const isText = type === GraphQLString || type === GraphQLID;
    const leaf = `leaf(${leafNumber(type)}, ${v})`;
    if (isText && isPlain) {
      code.text('"');
      code.value(v);
      code.text('"');
    } else if (isText) code.value(`quoted(${v})`);
    else if (type === GraphQLInt) code.value(`(${v} | 0) === ${v} ? ${v} : ${leaf}`);
    else code.value(leaf);
  }

  function writeList(code: Code, v: string, type: GraphQLOutputType, place: Selection | null): void {
    const [index, item] = [`i${variables}`, `v${variables++}`];
    code.run(`if (!Array.isArray(${v})) throw UNFIT;`);
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
      // Of an interface that some agency knows as one type nobody may have said, or needed to say, what kind it is.
      const unsaid = isInterfaceType(type) ? `case undefined: return ${writeObject(place, type)}(s, o);` : '';
      return `switch (o.__typename) { ${cases.join(' ')} ${unsaid} default: throw UNFIT; }`;
    });

  const first = writeObject(selection, root);
  const code = `'use strict';
    function leaf(number, v) { const written = leaves[number](v); if (written === undefined) throw UNFIT; return written; }
    function identifier(v) { if (!Number.isSafeInteger(v)) throw UNFIT; return String(v); }
    ${functions.join('\n')}
    return (data) => ${first}('', data);`;
  return new Function('UNFIT', 'leaves', 'quoted', code)(UNFIT, leafTypes.map(leafWriter), quoted) as Program;
}

/** The text of a function that adds to `s`. */
class Code {
  #code = '';
  /** What comes before the next value, not yet added. */
  #before = '';

  text(text: string): void {
    this.#before += text;
  }

  /** @param expression of what is written */
  value(expression: string): void {
    this.#code += this.#before === '' ? `s += ${expression};` : `s = s + ${this.#literal()} + (${expression});`;
  }

  /** @param statement that writes nothing */
  run(statement: string): void {
    this.#code += statement;
  }

  /** Has another function write a value. */
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
