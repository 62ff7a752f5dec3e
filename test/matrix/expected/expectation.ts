import { Kind, type TypeNode } from 'graphql';
import type { Asking } from '../asked.ts';
import type { Raw, Store } from '../samples/store.ts';
import { type Tree, TYPENAME, type Types } from '../tree.ts';
import { type Agency, aboutOf, type Facts } from './facts.ts';
import { type About, decide, isLeftOut, type Outcome } from './oracle.ts';
import { isAuthor, isRowHidden, isSideHidden } from './rowRules.ts';
import type { Field } from './schemaText.ts';

/*
 * What a router must answer: the owners' records, each field as the oracle decides, with what cannot be null taking away the
 * object that it belongs to, as GraphQL has it.
 */

export interface World {
  types: Types;
  store: Store;
  records: readonly Facts[];
}

export interface Expected {
  data: unknown;
  /** What errors must say, since the answer shows what stays closed. */
  due: ReadonlySet<string>;
  /** What errors may say: also of objects that are gone as a whole. */
  possible: ReadonlySet<string>;
  /** Decisions that the answer shows. */
  decisions: number;
}

/** The subgraphs that keep the rows of a type; any other only knows their keys. */
const HOME: Readonly<Record<string, string>> = {
  Referral: 'exchange',
  PoliceCase: 'police',
  Incident: 'police',
  CourtCase: 'courts',
  JudicialConfirmation: 'courts',
  ProtectionOrder: 'courts',
  Mediation: 'justice',
  MediationOrganisation: 'justice',
  Mediator: 'justice',
  LegalAidCase: 'justice',
  ProsecutionCase: 'prosecutors',
  AidCase: 'prosecutors',
  AidLead: 'womens-federation',
  AssistanceMeasure: 'womens-federation',
  Visit: 'womens-federation',
};

const CLEAR: Outcome = { shows: 'CLEAR' };
const NOBODY: About = { caseId: null, persons: [] };
/** A record that is none of the fixture's is about somebody else. */
const ELSEWHERE = { caseId: 'elsewhere', person: { token: 'somebody else' } };

/** @param record what the root's field gives; null for nothing */
export function expect(world: World, asking: Asking, type: string, record: Raw | null, tree: Tree): Expected {
  const { types, store, records } = world;
  const possible = new Set<string>();
  const due: string[] = [];
  let decisions = 0;

  const ofEntity = (name: string, key: Raw, below: Tree): Raw | null => {
    const facts = records.find((each) => isOf(each, name, key)) ?? null;
    const about = facts ? aboutOf(name, facts) : NOBODY;
    return ofObject(name, store.find(name, key) ?? key, below, { about, facts, key });
  };

  interface Place {
    about: About;
    facts: Facts | null;
    /** Of the record that the object is, or is a part of. */
    key: Raw;
  }

  const ofObject = (name: string, raw: Raw, below: Tree, place: Place): Raw | null => {
    const answer: Record<string, unknown> = {};
    const before = { decisions, due: due.length };
    let isGone = false;
    for (const [fieldName, under] of Object.entries(below)) {
      if (fieldName === TYPENAME) {
        answer[fieldName] = name;
        continue;
      }
      const field = types.get(name)?.fields.get(fieldName);
      if (!field) throw new Error(`No field ${name}.${fieldName}.`);
      const value = ofField(field, raw, under, place);
      answer[fieldName] = value;
      if (value === null && field.isNonNull) isGone = true;
    }
    if (!isGone) return answer;
    // Of an object that is gone the answer shows that alone.
    decisions = before.decisions + 1;
    due.length = before.due;
    return null;
  };

  /** Whether the exchange shows a field of a record to its author, as it does to its own people. */
  const readsAsOwn = ({ owner, type: of }: Field, { key }: Place) =>
    owner === 'HUB' && isAuthor(of, String(key.id ?? ''), asking, records);

  const ofField = (field: Field, raw: Raw, under: Tree | null, place: Place): unknown => {
    const { agency } = asking;
    if (field.isKey) return raw[field.name];
    const id = String(place.key.id ?? '');
    if (HOME[field.type] === field.part && isRowHidden(field.type, id, asking, records)) return null;
    decisions += 1;
    const outcome = readsAsOwn(field, place) ? CLEAR : decide(field, asking, asking.referral, place.about);
    if (outcome.shows === 'CLOSED') {
      possible.add(outcome.code);
      due.push(outcome.code);
      return null;
    }
    const value = raw[field.name] ?? null;
    if (outcome.shows === 'MASKED') return value === null ? null : (place.facts?.person.masked[field.place] ?? null);
    if (field.gives === 'ReferralSide' && isSideHidden(field.owner as Agency, id, agency, records)) return null;
    return under ? ofGiven(field, value, under, place) : value;
  };

  const ofGiven = (field: Field, value: unknown, under: Tree, place: Place): unknown => {
    const isEntity = (types.get(field.gives)?.keys.length ?? 0) > 0;
    const isKept = (item: Raw) => {
      const isHome = HOME[field.gives] === field.part;
      if (!isEntity) return true;
      const facts = records.find((each) => isOf(each, field.gives, item));
      const about = aboutOf(field.gives, facts ?? ELSEWHERE);
      if (!readsAsOwn(field, place) && isLeftOut(field, asking, asking.referral, about)) return false;
      return !(isHome && isRowHidden(field.gives, String(item.id), asking, records));
    };
    const complete = (given: unknown, node: TypeNode): unknown => {
      if (node.kind === Kind.NON_NULL_TYPE) return complete(given, node.type);
      if (given === null || given === undefined) return null;
      if (node.kind === Kind.LIST_TYPE) {
        const items = (given as Raw[]).filter(isKept).map((item) => complete(item, node.type));
        return node.type.kind === Kind.NON_NULL_TYPE && items.includes(null) ? null : items;
      }
      if (!isKept(given as Raw)) return null;
      return isEntity ? ofEntity(field.gives, given as Raw, under) : ofObject(field.gives, given as Raw, under, place);
    };
    return complete(value, field.typeNode);
  };

  const data = record && ofEntity(type, record, tree);
  return { data, due: new Set(due), possible, decisions };
}

/** Whether a record is one on the person and case of these facts. */
function isOf(facts: Facts, type: string, key: Raw): boolean {
  const id = String(key.id ?? key.token ?? key.code);
  if (type === 'Person') return facts.person.token === id;
  const { parties, ...ids } = facts;
  const own = [...Object.values(ids), ...Object.values(parties).flatMap((of) => Object.values(of))];
  return own.includes(id);
}
