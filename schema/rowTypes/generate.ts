import { dirname, join } from 'node:path';
import { type Generator, makePgTsGenerator, type Output, processDatabase } from 'kanel';
import { toCamel } from '../../subgraphs/kit/database/columnNames.ts';
import { type ColumnTypes, typeName } from './closedSets.ts';

/** As the parsers of kit/database.ts give them. Amounts stay text, so that no digit is lost. */
const TYPES: Readonly<Record<string, string>> = {
  'pg_catalog.text': 'string',
  'pg_catalog.uuid': 'string',
  'pg_catalog.numeric': 'string',
  'pg_catalog.date': 'string',
  'pg_catalog.int2': 'number',
  'pg_catalog.int4': 'number',
  'pg_catalog.int8': 'number',
  'pg_catalog.float8': 'number',
  'pg_catalog.bool': 'boolean',
  'pg_catalog.bytea': 'Buffer',
  'pg_catalog.timestamptz': 'Date',
  'pg_catalog.json': 'unknown',
  'pg_catalog.jsonb': 'unknown',
};

const SUFFIXES = { selector: 'Row', initializer: 'Insert', mutator: 'Update' };

export interface RowTypes {
  databaseUrl: string;
  /** The file to write, without `.ts`. */
  file: string;
  /** The file beside it that has the enums, without `.ts`. */
  enumsFile: string;
  columnTypes: ColumnTypes;
  /** Tables that are left out. */
  except: ReadonlySet<string>;
}

/** Writes the types of the rows of one migrated database, and of what is inserted into its tables, into one file. */
export async function generateRowTypes(options: RowTypes): Promise<void> {
  await processDatabase({
    connection: options.databaseUrl,
    schemaNames: ['public'],
    outputPath: dirname(options.file),
    typescriptConfig: { enumStyle: 'literal-union', importsExtension: '.ts' },
    generators: [rowsAndInserts(options)],
  });
}

function rowsAndInserts({ file, enumsFile, columnTypes, except }: RowTypes): Generator {
  return makePgTsGenerator({
    filter: ({ kind, name }) => kind === 'table' && !except.has(name),
    getMetadata: ({ name, comment }, generateFor = 'selector') => ({
      name: typeName(name) + SUFFIXES[generateFor],
      comment: generateFor === 'selector' && comment ? [comment] : undefined,
      path: file,
      exportAs: 'named',
    }),
    getPropertyMetadata: ({ name, type }, details, generateFor, builtin) => {
      const found = columnTypes(details.name, name);
      const plain = TYPES[type.fullName];
      if (!found && !plain) throw new Error(`No type for ${details.name}.${name}: ${type.fullName}.`);
      return {
        ...builtin,
        name: toCamel(name),
        comment: generateFor === 'selector' ? builtin.comment : undefined,
        typeOverride: found ? imported(found.name, join(dirname(file), found.from ?? enumsFile)) : (plain ?? 'unknown'),
      };
    },
    preRenderHooks: [sortedWithoutKeys],
  });
}

function imported(name: string, path: string) {
  return { name, typeImports: [{ name, path, isAbsolute: false, isDefault: false, importAsType: true }] };
}

/** In one order whatever the database's, without branded keys, and without updates: those are Partial rows. */
function sortedWithoutKeys(output: Output): Output {
  for (const contents of Object.values(output)) {
    if (contents.fileType !== 'typescript') continue;
    contents.declarations = contents.declarations
      .filter((one) => one.declarationType === 'interface' && !one.name.endsWith(SUFFIXES.mutator))
      .sort((one, other) => ('name' in one && 'name' in other && one.name > other.name ? 1 : -1));
  }
  return output;
}
