/** All limits of the gateway. The configuration may change each within its bounds. */
export const LIMITS = {
  /** Bytes of a request's body. The longest text of an input has 2,000 characters, and an input has a few of them. */
  bodyBytes: { variable: 'LIMITS_BODY_BYTES', fallback: 262_144, least: 1_024, most: 1_048_576 },
  /** Tokens of a document. The longest of schema/operations and GraphiQL's introspection have about 200. Bounds the parser's recursion. */
  tokens: { variable: 'LIMITS_TOKENS', fallback: 1_000, least: 100, most: 4_000 },
  /** Nested fields of an operation, with fragments expanded. GraphiQL's introspection has 15. */
  depth: { variable: 'LIMITS_DEPTH', fallback: 16, least: 5, most: 50 },
  /** Fields of an operation, with fragments expanded. Validation compares them in pairs. */
  fields: { variable: 'LIMITS_FIELDS', fallback: 500, least: 50, most: 10_000 },
  /** Fields at the root of an operation, with fragments expanded. */
  rootFields: { variable: 'LIMITS_ROOT_FIELDS', fallback: 10, least: 1, most: 100 },
  aliases: { variable: 'LIMITS_ALIASES', fallback: 20, least: 0, most: 500 },
  directives: { variable: 'LIMITS_DIRECTIVES', fallback: 20, least: 0, most: 500 },
  fragments: { variable: 'LIMITS_FRAGMENTS', fallback: 20, least: 5, most: 500 },
  /** Nested objects and lists in the variables. An input of the hub has three. */
  variableDepth: { variable: 'LIMITS_VARIABLE_DEPTH', fallback: 8, least: 3, most: 50 },
  /** Values in the variables. Each object and list counts as one. */
  variableValues: { variable: 'LIMITS_VARIABLE_VALUES', fallback: 500, least: 50, most: 10_000 },
  /** Milliseconds that an operation may take. A subgraph has ten seconds, and a plan asks some subgraphs after others. */
  milliseconds: { variable: 'LIMITS_TIMEOUT_MS', fallback: 20_000, least: 100, most: 120_000 },
  /** Static cost of one operation (cost/costEstimate.ts). A page of 100 leads with everything about them costs about 50,000. */
  cost: { variable: 'LIMITS_COST', fallback: 100_000, least: 100, most: 1_000_000_000 },
  /** Cost of a user's operations in a minute: ten of the most expensive ones, or some thousand pages of an inbox. */
  costPerMinute: { variable: 'LIMITS_COST_PER_MINUTE', fallback: 1_000_000, least: 1_000, most: 1_000_000_000_000 },
  /** Requests from one address in a minute, before the user is known. A whole agency may use one address. */
  addressPerMinute: { variable: 'LIMITS_ADDRESS_PER_MINUTE', fallback: 6_000, least: 10, most: 1_000_000_000 },
  /** Operations of one user that run at the same time. More of them wait. */
  userAtATime: { variable: 'LIMITS_USER_AT_A_TIME', fallback: 4, least: 1, most: 10_000 },
  /** Operations of one user in a minute. Twenty a second are sent by a program, not by a person. */
  userPerMinute: { variable: 'LIMITS_USER_PER_MINUTE', fallback: 1_200, least: 10, most: 1_000_000_000 },
  /** Open event streams of one user: one for each browser tab, and an agency's system. */
  userStreams: { variable: 'LIMITS_USER_STREAMS', fallback: 8, least: 1, most: 100_000 },
  /** Open event streams of all users. */
  streams: { variable: 'LIMITS_STREAMS', fallback: 5_000, least: 1, most: 100_000 },
} as const satisfies Record<string, { variable: string; fallback: number; least: number; most: number }>;

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;
