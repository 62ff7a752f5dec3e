import type { Blocks } from './blocks.ts';
import { type Agency, databaseOf, fieldOf, variableOf } from './modules.ts';

/** A list of all agencies in a committed file: its blocks, or its whole text. */
type List = (agencies: readonly Agency[]) => Blocks | string;

/** The hub's own agency sends no referrals, and has no exchange to reach. */
const isHub = ({ code }: Agency) => code === 'HUB';

/** Every committed file that lists the agencies. What is not here reads the first of them. */
export const LISTS: Readonly<Record<string, List>> = {
  'protocol/generated/agencies.ts': (
    agencies,
  ) => `/** The agencies that have a module; \`npm run agencies\` writes this file. */
export const AGENCIES = [
${agencies
  .map(
    ({ code, part, port, names }) =>
      `  { code: ${quoted(code)}, part: ${quoted(part)}, port: ${port}, names: { zh: ${quoted(names.zh)}, en: ${quoted(names.en)} } },\n`,
  )
  .join('')}] as const;

export type AgencyCode = (typeof AGENCIES)[number]['code'];
`,

  'docker-compose.yml': (agencies) => ({
    addresses: agencies
      .filter((each) => !isHub(each))
      .map((each) => `${variableOf(each)}_URL: http://${each.part}:${each.port}`),
    databases: agencies.map(
      (each) =>
        `DATABASE_URL_${variableOf(each)}: &${each.part}-database postgres://${databaseOf(each)}:\${${passwordOf(each)}:?see docs/deployment.md}@postgres:5432/${databaseOf(each)}`,
    ),
    passwords: agencies.map((each) => `${passwordOf(each)}: \${${passwordOf(each)}:?see docs/deployment.md}`),
    services: agencies.flatMap((each, index) => [...(index > 0 ? [''] : []), ...composeService(each)]),
  }),

  'deploy/postgres/agencies.sql': (agencies) => ({
    databases: agencies.flatMap((each) => {
      const name = databaseOf(each);
      return [
        '',
        `\\getenv ${name}_password ${passwordOf(each)}`,
        `create role ${name} login password :'${name}_password';`,
        `create database ${name} owner ${name};`,
        `revoke all on database ${name} from public;`,
      ];
    }),
  }),

  'deploy/env.example': (agencies) => ({ passwords: agencies.map((each) => `${passwordOf(each)}=`) }),

  'README.md': (agencies) => ({
    table: [
      '',
      '| agency | module and part | port |',
      '|---|---|---|',
      ...agencies.map(({ names, part, port }) => `| ${names.en} ${names.zh} | \`${part}\` | ${port} |`),
      '',
    ],
  }),

  'schema/operations/hub/readersOf.graphql': (agencies) => ({
    variables: agencies.map((each) => `$${fieldOf(each)}: Int`),
    readings: agencies.flatMap((each) => [
      `${fieldOf(each)}(before: $${fieldOf(each)}) {`,
      '  ...DisclosureParts',
      '}',
    ]),
  }),

  'schema/operations/referrals/referral.graphql': (agencies) => ({
    sides: agencies.filter((each) => !isHub(each)).flatMap((each) => [`${fieldOf(each)}Side {`, '  ...SideParts', '}']),
  }),
};

function passwordOf(agency: Agency): string {
  return `DATABASE_PASSWORD_${variableOf(agency)}`;
}

function composeService(agency: Agency): string[] {
  const { part, port } = agency;
  return [
    `${part}:`,
    '  <<: *agency',
    `  command: [node, runtime/commands/serve.ts, ${part}]`,
    '  environment:',
    `    <<: ${isHub(agency) ? '*settings' : '[*settings, *exchange-address]'}`,
    `    DATABASE_URL_${variableOf(agency)}: *${part}-database`,
    '  healthcheck:',
    '    <<: *health',
    `    test: [CMD, node, -e, "fetch('http://127.0.0.1:${port}/ready').then(({ ok }) => process.exit(ok ? 0 : 1))"]`,
  ];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
