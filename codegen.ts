import { readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { Kind, parse } from 'graphql';
import { subgraphNames, subgraphSdl } from './subgraphs/kit/schema/sdl.ts';

/**
 * Generates the resolver types of each subgraph and the typed operations; nothing generated is edited. `npm run codegen` writes,
 * `npm run fresh` fails where a file is stale. Nothing here names an agency: the record behind a GraphQL type is the type of the
 * same name that a store of its subgraph exports (a file `store.ts` or in a folder `store`), else the kit's. A type without a
 * record is resolved as the schema has it.
 */
const KIT_RECORDS: Readonly<Record<string, string>> = {
  Problem: 'problems/problem.ts#ProblemData',
  InvalidInput: 'problems/problem.ts#ProblemData',
  TransitionConflict: 'problems/problem.ts#ProblemData',
  NotPermitted: 'problems/problem.ts#ProblemData',
  Person: 'references.ts#PersonReference',
  PersonReaders: 'references.ts#PersonReference',
  Case: 'references.ts#CaseReference',
  Referral: 'references.ts#ReferralReference',
  AidLead: 'references.ts#AidLeadReference',
  Agency: 'references.ts#AgencyReference',
  Region: 'references.ts#RegionReference',
  ReferralSide: 'referrals/side.ts#ReferralSide as ReferralSideRecord',
  ReferralAction: 'referrals/steps.ts#OfferedAction',
  WithdrawalRequest: 'referrals/withdrawalRequests.ts#WithdrawalRequest as WithdrawalRequestRecord',
  Disclosure: 'audit/disclosures.ts#Disclosure as DisclosureRecord',
  Viewer: 'viewer.ts#Viewer as ViewerRecord',
  ReferralKind: 'referrals/rules.ts#ReferralKind as ReferralKindRule',
};

const STORE_FILE = /(^|\/)store(\/\w+)?\.ts$/;
const EXPORTED_TYPE = /^export (?:interface|type) (\w+)/gm;

function objectTypes(sdl: string): ReadonlySet<string> {
  return new Set(
    parse(sdl).definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? [node.name.value] : [])),
  );
}

/** The records of a subgraph, by the name of their GraphQL type. */
function recordsOf(name: string): Record<string, string> {
  const types = objectTypes(subgraphSdl(name));
  const records = Object.fromEntries(
    Object.entries(KIT_RECORDS)
      .filter(([type]) => types.has(type))
      .map(([type, place]) => [type, `../../kit/${place}`]),
  );
  const folder = new URL(`./subgraphs/${name}/`, import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => STORE_FILE.test(file));
  for (const file of files.sort()) {
    for (const [, type = ''] of readFileSync(new URL(file, folder), 'utf8').matchAll(EXPORTED_TYPE)) {
      if (types.has(type)) records[type] = `../${file}#${type} as ${type}Record`;
    }
  }
  return records;
}

function resolverTypes(name: string) {
  const shared = ['schema/shared/*.graphql', ...(name === 'exchange' ? [] : ['schema/agencies/*.graphql'])];
  return {
    schema: [...shared, `schema/${name}/*.graphql`],
    plugins: ['typescript', 'typescript-resolvers'],
    config: { contextType: '../context.ts#Context', mappers: recordsOf(name) },
  };
}

const config: CodegenConfig = {
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    avoidOptionals: { defaultValue: true },
    skipTypename: true,
    federation: true,
    defaultScalarType: 'string',
    emitLegacyCommonJSImports: false,
    importExtension: '.ts',
    scalars: {
      DateTime: { input: 'string', output: 'Date | string' },
      ID: { input: 'string', output: 'string' },
      _FieldSet: 'never',
    },
  },
  generates: {
    'schema/generated/operations.ts': {
      schema: [
        'schema/shared/*.graphql',
        'schema/agencies/*.graphql',
        ...subgraphNames().map((name) => `schema/${name}/*.graphql`),
      ],
      documents: 'schema/operations/**/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { avoidOptionals: { defaultValue: false } },
    },
    'subgraphs/kit/generated/schema.ts': { schema: 'schema/shared/*.graphql', plugins: ['typescript'] },
    ...Object.fromEntries(
      subgraphNames().map((name) => [`subgraphs/${name}/generated/resolvers.ts`, resolverTypes(name)]),
    ),
  },
};

export default config;
