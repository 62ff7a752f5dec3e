/** A request that nobody means well: what is sent, and a value in it that must not come back. */
export interface HostileRequest {
  kind: string;
  body: string | Uint8Array;
  headers: Record<string, string>;
  secret: string;
}

type Random = () => number;
/** @returns a body, or the body as it goes over the wire */
type Make = (random: Random, secret: string) => object | string | Uint8Array;

/** Numbers that are the same in every run (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1));
const oneOf = <T>(random: Random, things: readonly T[]) => things[upTo(random, things.length - 1)] as T;
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const wrapped = (count: number, before: string, middle: string, after: string) =>
  before.repeat(count) + middle + after.repeat(count);

const INJECTIONS = [
  "' OR 1=1 --",
  '"; drop table cases; --',
  "1'; select pg_sleep(10); --",
  "') union select * from people --",
  '$' + '{jndi:ldap://example.invalid/a}',
  '{{7*7}}',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '%00%0a%0dset-cookie: a=b',
  '\u0000',
  '$(reboot)',
  '*)(uid=*',
  '\\u0027',
  '\r\nx-casegraph-context: forged',
];
const TROUBLE = [
  '\ud800',
  '\udfff\ud800',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u0000',
  '💥',
  'é'.normalize('NFD'),
  '𠮷',
  '\u2028',
];
const NUMBERS = [
  '1e400',
  '-1e400',
  '1e308',
  '-1',
  '0',
  '2147483648',
  '-2147483649',
  '9007199254740993',
  '0.5',
  '-0',
  `1${'0'.repeat(400)}`,
];

/** Where a value of the caller's goes: the query that takes it as $v, and its type. */
const PLACES: readonly (readonly [type: string, field: string])[] = [
  ['ID!', 'case(id: $v) { id number }'],
  ['ID!', 'aidLead(id: $v) { id referral { id } }'],
  ['ID!', 'referral(id: $v) { id status }'],
  ['ID!', 'policeCase(id: $v) { id }'],
  ['CaseNumber!', 'caseByNumber(number: $v) { id }'],
  ['ResidentIdNumber!', 'person(idNumber: $v) { identity { name } }'],
  ['RegionCode!', 'region(code: $v) { name }'],
  ['String', 'cases(first: 2, after: $v) { edges { cursor } }'],
  ['String', 'aidLeads(first: 2, after: $v) { edges { cursor } }'],
  ['CaseFilter', 'cases(first: 2, filter: $v) { edges { cursor } }'],
  ['AidLeadFilter', 'aidLeads(first: 2, filter: $v) { edges { cursor } }'],
  ['ReferralFilter', 'referrals(first: 2, filter: $v) { edges { cursor } }'],
  ['Int', 'cases(first: $v) { edges { cursor } }'],
];
const FILTER_FIELDS = [
  'region',
  'agency',
  'stage',
  'kind',
  'status',
  'from',
  'caseId',
  'openedFrom',
  'sentTo',
  'hardship',
  'constructor',
];

/** A query with one value as a variable, for a filter in one of its fields. */
function asking(random: Random, value: unknown): object {
  const [type, field] = oneOf(random, PLACES);
  const variable = type.endsWith('Filter') ? { [oneOf(random, FILTER_FIELDS)]: value } : value;
  return { query: `query Ask($v: ${type}) { ${field} }`, variables: { v: variable } };
}

const strange = (random: Random, secret: string): unknown =>
  oneOf<() => unknown>(random, [
    () => null,
    () => true,
    () => 17,
    () => [secret],
    () => [[{ a: secret }]],
    () => ({ [secret]: secret }),
    () => ({ region: { a: { b: secret } } }),
    () => '',
    () => secret.repeat(200),
  ])();

const MAKERS: Readonly<Record<string, Make>> = {
  deep: (random) => ({
    query: `{ case(id: "x") ${wrapped(1 + upTo(random, 300), '{ referrals(first: 1) { children(first: 1) ', '{ id }', '} }')} }`,
  }),
  'deep within limits': (random) => ({
    query: `{ cases(first: ${upTo(random, 3)}) { edges { node { ${wrapped(upTo(random, 3), 'referrals(first: 2) { case { ', 'id', ' } }')} } } } }`,
  }),
  'deep values': (random) => ({
    query: `{ cases(filter: ${wrapped(upTo(random, 400), '{ a: [', '1', '] }')}) { edges { cursor } } }`,
  }),
  wide: (random) => ({
    query: `{ viewer { ${times(upTo(random, 1_500), (i) => oneOf(random, ['name', 'username', `f${i}`]))} } }`,
  }),
  'circular fragments': (random) => {
    const ring = 1 + upTo(random, 18);
    return {
      query: `{ viewer { ...f0 } } ${times(ring, (i) => `fragment f${i} on Viewer { name ...f${(i + 1) % ring} }`)}`,
    };
  },
  'doubling fragments': (random) => {
    const steps = 2 + upTo(random, 30);
    return {
      query: `{ viewer { ...f0 } } ${times(steps, (i) => `fragment f${i} on Viewer { name ${i + 1 < steps ? `...f${i + 1} ...f${i + 1}` : ''} }`)}`,
    };
  },
  aliases: (random, secret) => ({
    query: `{ ${times(upTo(random, 60), (i) => `a${i}: case(id: "${secret}${i}") { id }`)} }`,
  }),
  'root fields': (random) => ({ query: `{ ${times(upTo(random, 200), () => 'viewer { name }')} }` }),
  'huge variables': (random, secret) => ({
    query: 'query ($v: CaseFilter) { cases(filter: $v) { edges { cursor } } }',
    variables: oneOf<() => object>(random, [
      () => ({ v: { region: secret.repeat(upTo(random, 20_000)) } }),
      () => ({ v: { kind: Array(upTo(random, 2_000)).fill(secret) } }),
      () => ({ v: JSON.parse(wrapped(upTo(random, 2_000), '{"a":', `"${secret}"`, '}')) as object }),
      () => Object.fromEntries(Array.from({ length: upTo(random, 1_000) }, (_, i) => [`v${i}`, secret])),
    ])(),
  }),
  'broken UTF-8': (random, secret) => {
    const bytes = Buffer.from(JSON.stringify(asking(random, `${secret}汉字`)));
    for (let broken = 0; broken <= upTo(random, 5); broken += 1)
      bytes[upTo(random, bytes.length - 1)] = 128 + upTo(random, 127);
    return bytes;
  },
  'injection in a variable': (random, secret) => asking(random, secret + oneOf(random, INJECTIONS)),
  'injection in a literal': (random, secret) => {
    const [, field] = oneOf(random, PLACES);
    return { query: `{ ${field.replace('$v', JSON.stringify(secret + oneOf(random, INJECTIONS)))} }` };
  },
  'injection in a change': (random, secret) => ({
    query:
      'mutation ($input: CreateAidLeadInput!) { createAidLead(input: $input) { aidLead { id } problems { code message } } }',
    variables: {
      input: {
        idempotencyKey: `${secret}${oneOf(random, INJECTIONS)}`,
        applicant: { name: `${secret}${oneOf(random, TROUBLE)}`, idNumber: oneOf(random, INJECTIONS) },
        source: oneOf(random, ['HOME_VISIT', secret]),
        hardship: `${secret}${oneOf(random, INJECTIONS)}`,
        household: { members: upTo(random, 3), minors: 1, monthlyIncome: oneOf(random, INJECTIONS) },
        caseNumber: `${secret}${oneOf(random, INJECTIONS)}`,
        description: secret.repeat(upTo(random, 500)),
      },
    },
  }),
  'wrong types': (random, secret) => asking(random, strange(random, secret)),
  'huge numbers': (random) => {
    const [, field] = oneOf(random, PLACES);
    const number = oneOf(random, NUMBERS);
    return random() < 0.5
      ? { query: `{ ${field.replace('$v', number).replace('first: 2', `first: ${number}`)} }` }
      : `{"query":"query($v: Int) { cases(first: $v) { edges { cursor } } }","variables":{"v":${number}}}`;
  },
  'trouble with Unicode': (random, secret) =>
    random() < 0.7
      ? asking(random, `${secret}${oneOf(random, TROUBLE)}${oneOf(random, TROUBLE)}`)
      : { query: `{ vie${oneOf(random, TROUBLE)}wer { name(a: "${secret}\\u{110000}\\uD800") } }` },
  'directive flood': (random) => ({
    query: `{ viewer { name ${times(upTo(random, 400), (i) => oneOf(random, ['@include(if: true)', `@d${i}`, '@skip(if: false)']))} } }`,
  }),
  'introspection bomb': (random) => ({
    query: `{ __schema { types { ${wrapped(upTo(random, 6), 'fields { type { ', 'name', ' } }')} } } ${times(upTo(random, 8), (i) => `t${i}: __type(name: "Case") { fields { name } }`)} }`,
  }),
  'tricks with @skip and @include': (random) => ({
    query: `query ($a: Boolean!, $b: Boolean = false) { cases(first: 100) @skip(if: $a) { edges { node @include(if: $b) { referrals(first: 100) { children(first: 100) { id } } } } } viewer @include(if: $a) { name } }`,
    variables: oneOf<object>(random, [
      { a: true },
      { a: false, b: true },
      { a: null },
      {},
      { a: 'true' },
      { a: true, b: null },
    ]),
  }),
  'arrays of operations': (random, secret) =>
    Array.from({ length: upTo(random, 50) }, () =>
      oneOf<unknown>(random, [asking(random, secret), [], null, [[secret]]]),
    ),
  'keys that change objects': (random, secret) =>
    `{"query":"query ($v: CaseFilter) { cases(filter: $v) { edges { cursor } } }","variables":{"v":{"${oneOf(random, ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '\\u005f_proto__'])}":${oneOf(random, [`{"prototype":{"a":"${secret}"}}`, '1', 'null'])}}}}`,
  'no JSON, no request': (random, secret) =>
    oneOf<() => string>(random, [
      () => JSON.stringify(asking(random, secret)).slice(0, upTo(random, 60)),
      () => JSON.stringify({ query: strange(random, secret) }),
      () => JSON.stringify({ query: '{ viewer { name } }', variables: secret }),
      () => JSON.stringify({ documentId: `sha256:${secret}`, extensions: strange(random, secret) }),
      () => wrapped(upTo(random, 5_000), '[', '', ']'),
      () => `{"query":"{ viewer { name } }","query":"${secret}","variables":{}}`,
    ])(),
  'no GraphQL': (random, secret) => ({
    query: oneOf<() => string>(random, [
      () => '{'.repeat(1 + upTo(random, 3_000)),
      () => `{ viewer { name } } #${secret.repeat(upTo(random, 5_000))}`,
      () => `{ ${'n'.repeat(upTo(random, 50_000))} }`,
      () => `{ case(id: """${secret}${'\n  "'.repeat(upTo(random, 500))}`,
      () => `subscription { viewer { name } } type ${secret} { a: Int }`,
      () => ` { viewer { name "${secret}" } }`,
      () => `query ($v: ${'['.repeat(upTo(random, 500))}Int) { viewer { name } }`,
    ])(),
  }),
  'which operation': (random, secret) => ({
    query: `query A { viewer { name } } query B($v: ID!) { case(id: $v) { id } } ${random() < 0.3 ? 'query A { viewer { roles } }' : ''}`,
    operationName: oneOf<unknown>(random, ['A', 'B', secret, '', null, '__proto__', 'constructor', 7]),
    variables: { v: secret },
  }),
  'costly and allowed': (random) => {
    // Most are small, so that a test ends; the cost of an answer lies in the subgraphs, and not at the door.
    const most = random() < 0.05 ? 100 : 8;
    const page = `aidLeads(first: ${upTo(random, most)}) { edges { node { number applicantName case { number policeCase { number parties { role } } trials { number } timeline { what } } referral { status history { action } } } } }`;
    const more = (i: number) =>
      `c${i}: cases(first: ${upTo(random, most)}) { edges { node { number referrals { id } } } }`;
    return { query: `{ ${page} ${times(upTo(random, 2), more)} }` };
  },
};

const HEADERS: readonly Record<string, string>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=gbk' },
  { 'x-request-id': "' or 1=1 --" },
  { 'accept-language': `${'zh,'.repeat(500)}*` },
  { 'x-casegraph-context': 'forged', 'x-forwarded-for': '10.0.0.1' },
];

/** Hostile requests without end, the kinds in turn, always the same ones for a seed. */
export function* hostileRequests(seed: number): Generator<HostileRequest, never> {
  const random = seeded(seed);
  for (;;) {
    for (const [kind, make] of Object.entries(MAKERS)) {
      const secret = `Geheim${upTo(random, 1e9)}`;
      const made = make(random, secret);
      const body = typeof made === 'string' || made instanceof Uint8Array ? made : JSON.stringify(made);
      yield { kind, body, headers: random() < 0.05 ? oneOf(random, HEADERS) : {}, secret };
    }
  }
}
