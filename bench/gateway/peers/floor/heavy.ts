import type { Ask, Subgraphs } from './ask.ts';
import { partsOf } from './light.ts';
import type { AidCase, Case, CourtCase, Office, Official, Person, Received, Recipient, Summoned } from './shapes.ts';

const CASES =
  'query($from:Int!,$first:Int!){cases(from:$from,first:$first){id number title stage openedOn claim office{code name address phone}subject{__typename id summary ...on Incident{place injured}...on Dispute{contract}}parties{role standing person{token}}}}';
const HEARINGS = entitiesOf('...on Case{hearings{id heldOn room judge{id}agenda{at what}}hearingCount}');
const JUDGES = entitiesOf('...on Official{name rank}');
const AID = entitiesOf(
  '...on Case{aid{id ceiling reasons payments{id amount paidOn recipient{__typename ...on Person{token}...on Organisation{id}}decidedBy{code}}}}',
);
const RECIPIENTS = entitiesOf('...on Person{name occupation}...on Organisation{name contact}');
const OFFICES = entitiesOf('...on Office{name phone}');
const SUMMONSES = entitiesOf('...on Person{summonses{id servedOn manner}}');
const PERSONS = entitiesOf('...on Person{name birthYear occupation address{street district city}}');

/** The eight fetches of @apollo/gateway's plan, in its order. */
export async function heavy(subgraphs: Subgraphs, variables: { from: number; first: number }): Promise<object> {
  const { register, persons, courts, aid } = subgraphs;
  const { cases } = await register<{ cases: Case[] }>(CASES, variables);

  const withHearings = async () => {
    const representations = cases.map(({ id }) => ({ __typename: 'Case', id }));
    const hearings = await entities<CourtCase>(courts, HEARINGS, representations);
    const [judges, aided] = await Promise.all([judgesOf(hearings), aidOf(hearings)]);
    return { hearings, judges, ...aided };
  };
  const judgesOf = (found: CourtCase[]) => {
    const ids = new Set(found.flatMap(({ hearings }) => hearings.map(({ judge }) => judge.id)));
    return entitiesByKey<Official>(persons, JUDGES, ids, (id) => ({ __typename: 'Official', id }));
  };
  const aidOf = async (found: CourtCase[]) => {
    const files = await entities<AidCase>(
      aid,
      AID,
      cases.map(({ id, claim }, at) => ({ __typename: 'Case', claim, hearingCount: found[at]?.hearingCount, id })),
    );
    const payments = files.flatMap(({ aid }) => aid?.payments ?? []);
    const [recipients, offices] = await Promise.all([
      recipientsOf(payments.map(({ recipient }) => recipient)),
      entitiesByKey<Office>(register, OFFICES, new Set(payments.map(({ decidedBy }) => decidedBy.code)), (code) => ({
        __typename: 'Office',
        code,
      })),
    ]);
    return { files, recipients, offices };
  };
  const recipientsOf = async (found: Recipient[]) => {
    const distinct = new Map(found.map((recipient) => [keyOf(recipient), recipient]));
    const received = await entities<Received>(persons, RECIPIENTS, [...distinct.values()]);
    return new Map([...distinct.keys()].map((key, at) => [key, received[at]]));
  };

  const tokens = new Set(cases.flatMap(({ parties }) => parties.map(({ person }) => person.token)));
  const representation = (token: string) => ({ __typename: 'Person', token });
  const [found, summoned, people] = await Promise.all([
    withHearings(),
    entitiesByKey<Summoned>(courts, SUMMONSES, tokens, representation),
    entitiesByKey<Person>(persons, PERSONS, tokens, representation),
  ]);
  return {
    cases: cases.map((each, at) => ({
      ...partsOf(each),
      parties: each.parties.map(({ role, standing, person: { token } }) => {
        const person = people.get(token);
        return {
          role,
          standing,
          person: {
            token,
            name: person?.name,
            birthYear: person?.birthYear,
            occupation: person?.occupation,
            address: person?.address,
            summonses: summoned.get(token)?.summonses,
          },
        };
      }),
      hearings: found.hearings[at]?.hearings.map(({ id, heldOn, room, judge, agenda }) => {
        const official = found.judges.get(judge.id);
        return { id, heldOn, room, judge: { id: judge.id, name: official?.name, rank: official?.rank }, agenda };
      }),
      aid: aidAnswer(found.files[at]?.aid ?? null, found),
    })),
  };
}

function aidAnswer(
  file: AidCase['aid'],
  known: { recipients: Map<string, Received | undefined>; offices: Map<string, Office | undefined> },
): object | null {
  if (!file) return null;
  const { id, ceiling, reasons, payments } = file;
  return {
    id,
    ceiling,
    reasons,
    payments: payments.map(({ id, amount, paidOn, recipient, decidedBy: { code } }) => {
      const office = known.offices.get(code);
      return {
        id,
        amount,
        paidOn,
        recipient: recipientAnswer(recipient, known.recipients.get(keyOf(recipient))),
        decidedBy: { code, name: office?.name, phone: office?.phone },
      };
    }),
  };
}

function recipientAnswer(recipient: Recipient, received: Received | undefined): object {
  return recipient.__typename === 'Person'
    ? { __typename: 'Person', token: recipient.token, name: received?.name, occupation: received?.occupation }
    : { __typename: 'Organisation', id: recipient.id, name: received?.name, contact: received?.contact };
}

function keyOf(recipient: Recipient): string {
  return recipient.__typename === 'Person' ? recipient.token : recipient.id;
}

function entitiesOf(selection: string): string {
  return `query($representations:[_Any!]!){_entities(representations:$representations){${selection}}}`;
}

async function entities<Entity>(ask: Ask, query: string, representations: object[]): Promise<Entity[]> {
  const { _entities } = await ask<{ _entities: Entity[] }>(query, { representations });
  return _entities;
}

/** Each asked for once, however often it occurs. */
async function entitiesByKey<Entity>(
  ask: Ask,
  query: string,
  keys: ReadonlySet<string>,
  representation: (key: string) => object,
): Promise<Map<string, Entity | undefined>> {
  const found = await entities<Entity>(ask, query, Array.from(keys, representation));
  return new Map(Array.from(keys, (key, at) => [key, found[at]]));
}
