import { existsSync, readFileSync } from 'node:fs';
import { type DocumentNode, Kind, parse, type TypeNode } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { toCamel } from '../../subgraphs/kit/database/columnNames.ts';

/** The type of a column's values where PostgreSQL says less than the schema: `name`, and the file that it is imported from. */
export interface ColumnType {
  name: string;
  /** As in an import of the generated file, without `.ts`; left out for the agency's own enums. */
  from?: string;
}

export type ColumnTypes = (table: string, column: string) => ColumnType | undefined;

const shape = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * What an agency's columns hold. First what its `columns.yml` says (a type of the schema, or `path#Type`). Else the enum of
 * the field of the same name in the type of the table: `role` of `court_case_parties` is CourtCaseParty.role. Else the enum
 * that is named as the column: `sex` is Sex.
 */
export function columnTypes(sdl: string, exceptions: URL): ColumnTypes {
  const document = parse(sdl);
  const enums = enumNames(document);
  const fields = enumFields(document, enums);
  const named = existsSync(exceptions) ? shape.parse(parseYaml(readFileSync(exceptions, 'utf8'))) : {};
  return (table, column) => {
    const exception = named[table]?.[column];
    if (exception !== undefined) {
      const [from, name] = exception.split('#');
      return name === undefined ? { name: exception } : { name, from: from?.replace(/\.ts$/, '') ?? '' };
    }
    const name = fields.get(`${typeName(table)}.${toCamel(column)}`) ?? pascal(column);
    return enums.has(name) ? { name } : undefined;
  };
}

function enumNames(document: DocumentNode): ReadonlySet<string> {
  return new Set(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION ? [definition.name.value] : [],
    ),
  );
}

/** By type and field. */
function enumFields(document: DocumentNode, enums: ReadonlySet<string>): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    for (const field of definition.fields ?? []) {
      const name = innermost(field.type);
      if (enums.has(name)) fields.set(`${definition.name.value}.${field.name.value}`, name);
    }
  }
  return fields;
}

function innermost(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type);
}

/** case_parties → CaseParty */
export function typeName(table: string): string {
  return pascal(table.replace(/ies$/, 'y').replace(/(?<!s)s$/, ''));
}

function pascal(name: string): string {
  const camel = toCamel(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}
