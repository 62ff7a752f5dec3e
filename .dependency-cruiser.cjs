/** Who may import what (docs/decisions/0003-modules-and-imports.md); checked by `npm run lint`. */
const module_ = (path) => ({ path: `^${path}` });

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kit-stands-alone',
      comment: 'The kit imports npm packages and itself; SDL and configuration only as text.',
      severity: 'error',
      from: { path: '^subgraphs/kit/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(subgraphs/(?!kit/)|gateway|runtime|identity|demo|bench|test|schema)' },
    },
    {
      name: 'agencies-never-meet-in-code',
      comment: 'Agencies meet in the schema and in envelopes only.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/', pathNot: '^subgraphs/(kit|contracts)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/($1|kit|contracts)/' },
    },
    {
      name: 'contracts-stand-alone',
      comment: 'Sender and receiver share them, and neither belongs to them.',
      severity: 'error',
      from: { path: '^subgraphs/contracts/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(subgraphs/(?!contracts/)|gateway|runtime|identity|demo|bench|test|schema)' },
    },
    {
      name: 'agencies-import-kit-and-themselves',
      severity: 'error',
      from: { path: '^subgraphs/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(gateway|runtime|identity|demo|bench|test)/' },
    },
    {
      name: 'sql-only-in-stores',
      comment: 'Resolvers, mutations and rules ask the store; they may name types of knex only.',
      severity: 'error',
      from: { path: '^subgraphs/(?!kit/)[^/]+/', pathNot: '(^|/)store(/|\\.ts$)|^subgraphs/exchange/relay/' },
      to: { path: 'node_modules/knex', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'protocol-stands-alone',
      comment: 'What both sides of the wire share: the gateway and the kit import it.',
      severity: 'error',
      from: { path: '^protocol/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(subgraphs|gateway|runtime|identity|demo|bench|test|schema)/' },
    },
    {
      name: 'agencies-speak-through-the-kit',
      comment: 'Of the subgraphs only the kit and the exchange know the protocol.',
      severity: 'error',
      from: { path: '^subgraphs/(?!kit/|exchange/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^protocol/' },
    },
    {
      name: 'gateway-never-imports-a-subgraph',
      severity: 'error',
      from: module_('gateway/'),
      to: { path: '^(subgraphs|runtime|identity|demo|bench|test)/' },
    },
    {
      name: 'identity-stands-alone',
      severity: 'error',
      from: { path: '^identity/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(subgraphs|gateway|runtime|demo|bench|test)/' },
    },
    {
      name: 'nobody-imports-demo-bench-test',
      comment: 'The runtime loads the demonstration data, and nothing else of them.',
      severity: 'error',
      from: { pathNot: '^(demo|bench|scaffold|test)/|^runtime/demo\\.ts$|\\.test\\.ts$' },
      to: { path: '^(demo|bench|scaffold|test)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/generated/|^node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
