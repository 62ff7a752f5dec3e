import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Supergraph } from '@apollo/federation-internals';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  parse,
  visit,
} from 'graphql';
import type { Knex } from 'knex';
import type { Asker, GraphqlAnswer } from '../../demo/story/people.ts';
import { readCostModel } from '../../gateway/limits/cost/costModel.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { changeNumber } from '../harness/attack/changeNumber.ts';
import { askEverything, type Question } from '../harness/attack/everything.ts';
import { operation } from '../harness/operation.ts';
import { inventedIdNumber } from '../harness/register.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';
import { type Agency, type Facts, keyOf, REGION } from '../matrix/expected/facts.ts';
import { mayAskQuery } from '../matrix/expected/roles.ts';
import { readParts } from '../matrix/expected/schemaText.ts';
import { type Fixture, fillFixture } from '../matrix/samples/fixture.ts';
import { joinTypes } from '../matrix/tree.ts';

const TEXT = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
/** What clients see. */
const SCHEMA = Supergraph.build(TEXT).apiSchema().toGraphQLJSSchema();
const RECORDS = joinTypes(readParts());
const NUMBER = 'ResidentIdNumber';
/** How often a user looks somebody up in a day, here. */
const PER_DAY = 20;
/** With that weight a user can ask fifty times in a minute, and five times in one operation. */
const LEAST_WEIGHT = 20_000;
/** Questions under way at once. */
const AT_ONCE = 4;
const PATIENCE = { timeout: 900_000 };

/** Who reads: somebody of each agency, and the hub's own people. */
const READERS: readonly (readonly [username: string, agency: Agency, role: string])[] = [
  ['police.shenyang.officer', 'POLICE', 'officer'],
  ['justice.shenyang.officer', 'JUSTICE', 'officer'],
  ['courts.shenyang.judge', 'COURTS', 'officer'],
  ['prosecutors.shenyang.prosecutor', 'PROSECUTORS', 'officer'],
  ['womens-federation.shenyang.officer', 'WOMENS_FEDERATION', 'officer'],
  ['hub.operator', 'HUB', 'operator'],
  ['hub.auditor', 'HUB', 'auditor'],
];
/** Who goes through numbers. */
const SEARCHERS: readonly (readonly [username: string, agency: Agency, role: string])[] = [
  ['prosecutors.heping.prosecutor', 'PROSECUTORS', 'officer'],
  ['police.heping.officer', 'POLICE', 'officer'],
  ['hub.auditor', 'HUB', 'auditor'],
];

type RootField = GraphQLField<unknown, unknown>;
const queries = Object.values(SCHEMA.getQueryType()?.getFields() ?? {});
const mutations = Object.values(SCHEMA.getMutationType()?.getFields() ?? {});
const subscriptions = Object.values(SCHEMA.getSubscriptionType()?.getFields() ?? {});
const takesNumber = ({ args }: RootField) => args.some(({ type }) => holdsNumber(type, []));
const byNumber = queries.filter(takesNumber);

/** Whether a number can stand in an input, at any depth. */
function holdsNumber(input: GraphQLInputType, above: readonly string[]): boolean {
  const type = getNamedType(input);
  if (!isInputObjectType(type) || above.includes(type.name)) return type.name === NUMBER;
  return Object.values(type.getFields()).some((field) => holdsNumber(field.type, [...above, type.name]));
}

describe('a masked identity number', PATIENCE, () => {
  let system: TestSystem;
  let fixture: Fixture;
  let police: Knex;
  let tokenOf: (idNumber: string) => string;
  before(async () => {
    system = await startSystem({
      env: {
        LIMITS_TOKENS: '4000',
        LIMITS_FIELDS: '10000',
        LIMITS_DEPTH: '50',
        LIMITS_COST: '1000000000',
        LIMITS_COST_PER_MINUTE: '1000000000000',
        // A busy machine answers late, which must not look like another answer.
        LIMITS_TIMEOUT_MS: '120000',
        SUBGRAPH_TIMEOUT_MS: '60000',
      },
    });
    fixture = await fillFixture(system);
    police = connectDatabase(system.databaseUrls.police as string, 2);
    tokenOf = (await loadAgencyKeys(system.config.keysFolder, 'POLICE')).personTokens.of;
  }, PATIENCE);
  after(async () => {
    await police.destroy();
    await system.stop();
  });

  it('is compared by two queries only, which weigh so much that few are asked in a minute', () => {
    const { weights } = readCostModel(TEXT, SCHEMA);
    assert.deepEqual(byNumber.map(({ name }) => name).sort(), ['person', 'readersOf']);
    for (const { name } of byNumber) assert.ok((weights.get(`Query.${name}`) ?? 0) >= LEAST_WEIGHT, name);
    assert.deepEqual(subscriptions.filter(takesNumber), []);
    // What takes one leaves a record or an event in its writer's name; a correction replaces the number, so it compares but once.
    assert.deepEqual(
      mutations
        .filter(takesNumber)
        .map(({ name }) => name)
        .sort(),
      ['applyForJudicialConfirmation', 'createAidLead', 'referDispute', 'updateAidLead'],
    );
  });

  it('has a token by which agencies join, and which no client can ask for or give', () => {
    for (const type of Object.values(SCHEMA.getTypeMap())) {
      const fields = isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
      for (const field of fields as { name: string; args?: readonly GraphQLArgument[] }[]) {
        assert.doesNotMatch(field.name, /token/i, `${type.name}.${field.name}`);
        for (const { name } of field.args ?? []) assert.doesNotMatch(name, /token/i, `${type.name}.${field.name}`);
      }
    }
    for (const type of ['Person', 'PersonReaders']) {
      const keys = RECORDS.get(type)?.keys ?? [];
      const shown = SCHEMA.getType(type);
      assert.ok(keys.length > 0 && isObjectType(shown));
      for (const key of keys) assert.equal(shown.getFields()[key], undefined, `${type}.${key}`);
    }
  });

  /** What is given for an argument that has to be: the fixture's own records. */
  const valueFor = (facts: Facts, agency: Agency, idNumber: string) => (root: RootField, arg: GraphQLArgument) => {
    const given = getNamedType(root.type).name;
    const values: Record<string, () => string> = {
      [NUMBER]: () => idNumber,
      CaseNumber: () => `（2023）辽0102刑初${facts.serial}号`,
      RegionCode: () => REGION,
      ID: () => (arg.name === 'id' ? (keyOf(given, facts, agency).id as string) : facts.parties[agency].referral),
    };
    const value = values[getNamedType(arg.type).name];
    if (!value) throw new Error(`Query.${root.name}(${arg.name}) needs a value in this test.`);
    return JSON.stringify(value());
  };
  const questionsOf = (facts: Facts, agency: Agency, idNumber: string): Question[] =>
    askEverything(SCHEMA, {
      valueFor: valueFor(facts, agency, idNumber),
      isRecord: (type) => (RECORDS.get(type)?.keys.length ?? 0) > 0,
      depth: 1,
    });

  interface Told {
    /** Data and codes of errors by question. */
    answers: Map<string, unknown>;
    text: string;
  }
  /** Everything that every reader is told under a referral that is open on the person and the case, and some without one. */
  async function askAll(idNumber: string): Promise<Told> {
    const [facts] = fixture.records;
    const answers = new Map<string, unknown>();
    let text = '';
    for (const [username, agency] of READERS) {
      const asker = await system.people.as(username);
      const open = fixture.situations.find(
        (each) => each.agency === agency && each.state === 'OPEN' && each.purpose === 'JUDICIAL_AID',
      );
      const ways: [string, Asker][] = [];
      if (open?.id && agency !== 'HUB') ways.push(['under a referral', asker.under(open.id)]);
      if (agency === 'HUB' || agency === 'PROSECUTORS') ways.push(['without a referral', asker]);
      for (const [way, as] of ways) {
        const questions = questionsOf(facts, agency, idNumber).values();
        const askNext = async () => {
          for (const { root, texts } of questions) {
            for (const [part, each] of texts.entries()) {
              const answer = await answerInTime(as, each);
              text += JSON.stringify(answer);
              // Who has read what grows with each reading.
              if (root !== 'readersOf') answers.set(`${username} ${way}: ${root} ${part}`, comparable(answer));
            }
          }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, askNext));
      }
    }
    return { answers, text };
  }

  it(
    'changes nothing of what any reader is told by any query: all is the same when only the number is another',
    PATIENCE,
    async (test) => {
      const [{ person }] = fixture.records;
      const other = inventedIdNumber(99);
      assert.equal(other.slice(0, 14), person.idNumber.slice(0, 14), 'of the same region and day');
      const before = await askAll(person.idNumber);
      const changed = await changeNumber(system, person, { idNumber: other, token: tokenOf(other) });
      test.diagnostic([...changed].map(([part, count]) => `${count} values of ${part}`).join(', '));
      for (const [part, count] of changed) assert.ok(count > 0, part);
      const after = await askAll(other);

      assert.ok(before.text.includes(person.name) && after.text.includes(person.name), 'somebody is shown who it is');
      assert.ok(before.answers.size > 150, `${before.answers.size} answers`);
      const differing = [...before.answers].filter(([name, answer]) => !isSame(answer, after.answers.get(name)));
      assert.deepEqual(
        differing.map(([name]) => name),
        [],
      );
      for (const idNumber of [person.idNumber, other])
        for (const told of [before.text, after.text])
          for (const secret of formsOf(tokenOf(idNumber), idNumber)) assert.ok(!told.includes(secret), 'in an answer');
      test.diagnostic(`${before.answers.size} answers alike`);
    },
  );

  it('is looked for in every field that a client can select', () => {
    const asked = new Set<string>();
    for (const { texts } of questionsOf(fixture.records[0], 'PROSECUTORS', fixture.records[0].person.idNumber))
      for (const text of texts) visit(parse(text), { Field: ({ name }) => void asked.add(name.value) });
    const missing = Object.values(SCHEMA.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !/^__|^(Mutation|Subscription)$|Payload$/.test(name))
      .filter(({ name }) => !['InvalidInput', 'TransitionConflict', 'NotPermitted'].includes(name))
      .flatMap((type) => Object.values(type.getFields()).map(({ name, type: given }) => ({ name, type, given })))
      .filter(({ name, given }) => isLeafType(getNamedType(given)) && !asked.has(name));
    assert.deepEqual(
      missing.map(({ type, name }) => `${type.name}.${name}`),
      [],
    );
  });

  it('is not confirmed by a look-up alone: one that nobody knows is answered like one that is known', async () => {
    const who = await system.people.as('prosecutors.heping.prosecutor');
    const [{ person }] = fixture.records;
    const look = async (idNumber: string) =>
      comparable(
        await who.answer(
          operation(`query Look { person(idNumber: "${idNumber}") { ${personFields().join(' ')} } }`),
          {},
        ),
      );
    const known = await look(inventedIdNumber(99));
    assert.deepEqual(await look(inventedIdNumber(150)), known);
    assert.deepEqual(await look(person.idNumber), known);
  });

  it('is not told to auditors by the id of a record either', async () => {
    const auditor = await system.people.as('hub.auditor');
    const { data, errors } = await auditor.answer<
      { readersOf: { police: { recordType: string; recordId: string | null; fields: string[] }[] } },
      object
    >(
      operation(
        `query Readers { readersOf(person: "${inventedIdNumber(99)}") { police { recordType recordId fields } } }`,
      ) as never,
      {},
    );
    assert.equal(errors, undefined);
    const readings = data?.readersOf.police ?? [];
    const ofPerson = readings.filter(({ recordType }) => /^Person/.test(recordType));
    assert.ok(ofPerson.length > 0 && ofPerson.every(({ recordId }) => recordId === null));
    assert.ok(readings.some(({ recordId }) => recordId !== null));
    assert.ok(ofPerson.some(({ fields }) => fields.includes('(by person)')));
  });

  /** What other agencies than the reader's hold of a person; its own records are open to it. */
  function personFields(): string[] {
    const type = SCHEMA.getType('Person');
    assert.ok(isObjectType(type));
    const shared = Object.keys(type.getFields()).filter(
      (name) => RECORDS.get('Person')?.fields.get(name)?.owner !== 'PROSECUTORS',
    );
    return shared.map((name) => `${name} { __typename }`);
  }
});

describe('the limit of look-ups in a day', PATIENCE, () => {
  let system: TestSystem;
  let police: Knex;
  let tokenOf: (idNumber: string) => string;
  before(async () => {
    system = await startSystem({
      env: { LIMITS_LOOK_UPS_PER_DAY: String(PER_DAY) },
      parts: ['identity', 'police', 'exchange', 'gateway'],
    });
    police = connectDatabase(system.databaseUrls.police as string, 2);
    tokenOf = (await loadAgencyKeys(system.config.keysFolder, 'POLICE')).personTokens.of;
  });
  after(async () => {
    await police?.destroy();
    await system?.stop();
  });

  for (const [username, agency, role] of SEARCHERS) {
    for (const { name, args } of byNumber.filter((each) => mayAskQuery(each.name, agency, [role]))) {
      if (agency === 'HUB' && name === 'person') continue;
      it(`stops ${username} by ${name} after ${PER_DAY} numbers, each of which is in the trail`, async () => {
        await police.raw('truncate number_look_ups');
        const who = await system.people.as(username);
        const head = Number((await police('disclosures').max('seq as last').first())?.last ?? 0);
        // The person that there is, among many that nobody knows.
        const numbers = Array.from({ length: 40 }, (_, serial) => inventedIdNumber(80 + serial));
        const answers = await Promise.all(
          [0, 1, 2, 3, 4, 5, 6, 7].map((round) => {
            const five = numbers.slice(round * 5, round * 5 + 5);
            const fields = five.map((number, at) => `n${at}: ${name}(${args[0]?.name}: "${number}") { __typename }`);
            return who.answer(operation(`query Search { ${fields.join(' ')} }`), {});
          }),
        );
        const codes = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => String(extensions?.code)));
        assert.ok(codes.length > 0);
        assert.deepEqual(new Set(codes), new Set(['LOOK_UP_LIMIT']));

        const rows = await police('disclosures').where('seq', '>', head).where({ username }).orderBy('seq');
        const lookUps = rows.filter(({ fields }) => fields.includes(`(by ${name})`));
        assert.equal(lookUps.length, PER_DAY, 'as many look-ups in the trail as the limit allows');
        const tried = new Map(numbers.map((number) => [tokenOf(number), number]));
        assert.equal(new Set(lookUps.map(({ recordId }) => recordId)).size, PER_DAY);
        for (const row of lookUps) {
          assert.ok(tried.has(row.recordId) && row.personTokens.includes(row.recordId));
          assert.ok(!JSON.stringify(row).includes(tried.get(row.recordId) as string), 'without the number');
        }
        const [counted] = await police('number_look_ups');
        assert.equal(counted.count, numbers.length, 'refused tries are counted as well');

        // Another start of the part changes nothing; the next day does.
        await system.stopPart('police');
        await system.startPart('police');
        const once = operation(`query Once { ${name}(${args[0]?.name}: "${numbers[0]}") { __typename } }`);
        const again = await who.answer(once, {});
        assert.deepEqual(
          again.errors?.map(({ extensions }) => extensions?.code),
          ['LOOK_UP_LIMIT'],
        );
        await police('number_look_ups').update({ day: police.raw('day - 1') });
        assert.equal((await who.answer(once, {})).errors, undefined);
      });
    }
  }
});

/** Codes of an answer that a busy machine has spoilt: the referral, which is open, was not confirmed in time. */
const TOO_LATE = /^(REFERRAL_NOT_OPEN|REFERRAL_UNCONFIRMED|AGENCY_UNAVAILABLE|DEADLINE_EXCEEDED)$/;
const MOST_TRIES = 10;

async function answerInTime(asker: Asker, text: string): Promise<GraphqlAnswer<unknown>> {
  for (let tries = 1; ; tries += 1) {
    const answer = await asker.answer(operation(text), {});
    const isLate = answer.errors?.some(({ extensions }) => TOO_LATE.test(String(extensions?.code)));
    if (!isLate || tries === MOST_TRIES) return answer;
  }
}

/** Data, and why something is missing; which of several records has the error that stands for all of them differs. */
function comparable({ data, errors = [] }: GraphqlAnswer<unknown>): unknown {
  const codes = new Set(errors.map(({ extensions }) => String(extensions?.code)));
  return { data: data ?? null, codes: [...codes].sort() };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A secret as it may hide in an answer. */
function formsOf(token: string, idNumber: string): string[] {
  const plain = [token, idNumber];
  return [
    ...plain,
    ...plain.flatMap((text) => [Buffer.from(text).toString('base64url'), Buffer.from(text).toString('hex')]),
  ];
}
