/** What the door lets through; every one of them is a number that the configuration may change within bounds. */
export const LIMITS = {
  /** Bytes of a request's body: the longest text of an input is 2,000 characters, of which an input has a few. */
  bodyBytes: { variable: 'LIMITS_BODY_BYTES', fallback: 262_144, least: 1_024, most: 1_048_576 },
  /** Tokens of a document; the longest of schema/operations and GraphiQL's introspection have about 200. The parser recurses: hence the bound. */
  tokens: { variable: 'LIMITS_TOKENS', fallback: 1_000, least: 100, most: 4_000 },
  /** Fields from the operation to the deepest one, through fragments; GraphiQL's introspection has 15. */
  depth: { variable: 'LIMITS_DEPTH', fallback: 16, least: 5, most: 50 },
  /** Fields of an operation with every fragment written out where it is spread: validation compares them in pairs. */
  fields: { variable: 'LIMITS_FIELDS', fallback: 500, least: 50, most: 10_000 },
  /** Fields of an operation at its root, through fragments. */
  rootFields: { variable: 'LIMITS_ROOT_FIELDS', fallback: 10, least: 1, most: 100 },
  aliases: { variable: 'LIMITS_ALIASES', fallback: 20, least: 0, most: 500 },
  directives: { variable: 'LIMITS_DIRECTIVES', fallback: 20, least: 0, most: 500 },
  fragments: { variable: 'LIMITS_FRAGMENTS', fallback: 20, least: 5, most: 500 },
  /** Objects and lists within each other in the variables; an input of ours has three. */
  variableDepth: { variable: 'LIMITS_VARIABLE_DEPTH', fallback: 8, least: 3, most: 50 },
  /** Values in the variables, each object and list counted as one. */
  variableValues: { variable: 'LIMITS_VARIABLE_VALUES', fallback: 500, least: 50, most: 10_000 },
  /** Operations in one request; with one, an array is refused whatever its length. */
  batch: { variable: 'LIMITS_BATCH', fallback: 1, least: 1, most: 20 },
  /** Milliseconds that an operation may take; a subgraph has ten seconds, and a plan asks some after others. */
  milliseconds: { variable: 'LIMITS_TIMEOUT_MS', fallback: 20_000, least: 100, most: 120_000 },
  /** Static cost of one operation (cost/estimate.ts); a page of 100 leads with everything that bears on them is about 50,000. */
  cost: { variable: 'LIMITS_COST', fallback: 100_000, least: 100, most: 1_000_000_000 },
  /** Cost of a user's operations in a minute: ten of the costliest, or some thousand pages of an inbox. */
  costPerMinute: { variable: 'LIMITS_COST_PER_MINUTE', fallback: 1_000_000, least: 1_000, most: 1_000_000_000_000 },
  /** Requests from one address in a minute, before anybody knows whose they are. A whole agency may stand behind one address. */
  addressPerMinute: { variable: 'LIMITS_ADDRESS_PER_MINUTE', fallback: 6_000, least: 10, most: 1_000_000_000 },
  /** Operations of one user that run at a time; others of the same user wait for their turn. */
  userAtATime: { variable: 'LIMITS_USER_AT_A_TIME', fallback: 4, least: 1, most: 10_000 },
  /** Operations of one user in a minute: an application that asks twenty times a second is a machine's. */
  userPerMinute: { variable: 'LIMITS_USER_PER_MINUTE', fallback: 1_200, least: 10, most: 1_000_000_000 },
  /** Streams of events of one user that are open at a time: a tab each, and an agency's system. */
  userStreams: { variable: 'LIMITS_USER_STREAMS', fallback: 8, least: 1, most: 100_000 },
  /** Streams of all users together. */
  streams: { variable: 'LIMITS_STREAMS', fallback: 5_000, least: 1, most: 100_000 },
} as const satisfies Record<string, { variable: string; fallback: number; least: number; most: number }>;

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;
