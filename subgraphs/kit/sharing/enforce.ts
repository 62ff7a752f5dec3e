import {
  type DocumentNode,
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Viewer } from '../viewer.ts';
import { closedField } from './closedField.ts';
import type { Closed, Subject } from './decide.ts';
import { LEVEL } from './detectConditionalFields.ts';
import { masked } from './masks.ts';
import { type MaybePromise, then } from './maybePromise.ts';
import { readSharing, type SharedField, type SharingRule, silent } from './rules.ts';
import type { Place, RecordSubject, SharingSession } from './session.ts';

/**
 * Whom and what the records of a type are about, and their id. A type that is not named here is a part of the record whose
 * field gives it (a household, a judgment), or no record of anybody (an agency, a page).
 */
export type About<Context> = Readonly<
  // biome-ignore lint/suspicious/noExplicitAny: each function gets the record behind its own type.
  Record<string, (record: any, context: Context) => MaybePromise<Named>>
>;
export type Named = Partial<Subject> & Pick<RecordSubject, 'id' | 'author' | 'regionCode'>;

interface Sharing {
  sharing: SharingSession;
  viewer: Viewer;
}

type Resolver = GraphQLFieldResolver<unknown, Sharing, Record<string, unknown>>;

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/**
 * Puts the rules of `@sharing` before every field of the schema: what is closed to the viewer is not resolved, what is
 * masked leaves masked, and what is read of another agency's record is noted for its trail.
 * @throws where the records of a type can be closed, and nobody says whom they are about
 */
export function enforceSharing<Context extends Sharing>(
  schema: GraphQLSchema,
  document: DocumentNode,
  about: About<Context>,
): void {
  const said = new Map(readSharing(document).map((shared) => [`${shared.type}.${shared.field}`, shared]));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_') || ROOTS.includes(type.name)) continue;
    const fields = Object.values(type.getFields()).map((field) => ({
      field,
      // A field that no text of ours names says nothing.
      shared: said.get(`${type.name}.${field.name}`) ?? silent(type.name, field.name),
    }));
    const isEntity = hasKey(type);
    if (isEntity && !(type.name in about) && fields.some(({ shared }) => shared.rule.level === 'CONDITIONAL'))
      throw new Error(`Whom are the records of ${type.name} about? No capability names the type in "about".`);
    for (const { field, shared } of fields) {
      const resolve: Resolver = field.resolve ?? defaultFieldResolver;
      const given = getNamedType(field.type);
      field.extensions = { ...field.extensions, [LEVEL]: shared.rule.level };
      const guard: Guard = {
        recordOf: recordOf(type.name, about as About<Sharing>),
        given: subjectOf(given.name, about as About<Sharing>),
        givesPart: isObjectType(given) && !hasKey(given) && !(given.name in about),
        isNullable: !isNonNullType(field.type),
      };
      if (!shared.isKey) field.resolve = guarded(resolve, shared, guard);
      else if (type.name in about && !POINTERS.has(type.name) && type.name !== REGISTER)
        field.resolve = noted(resolve, shared, guard);
    }
  }
}

/** Types whose objects only point at somebody: that their key goes along is no reading of a record. */
const POINTERS = new Set(['Person', 'PersonReaders']);
/** A case of the register is no agency's record: what is read of it unconditionally is traced at the records that it leads to. */
const REGISTER = 'Case';

interface Guard {
  /** The record that an object is, or is a part of; null where it is about nobody. */
  recordOf: (object: unknown, context: Sharing) => MaybePromise<Place | null>;
  /** Names the records that the field gives; null where it gives none. */
  given: ((record: unknown, context: Sharing) => MaybePromise<RecordSubject>) | null;
  /** Whether it gives parts of the record: what is read of them is read of the record. */
  givesPart: boolean;
  isNullable: boolean;
}

/** A key is open wherever its object is; that the record was shown is noted. */
function noted(resolve: Resolver, { field }: SharedField, guard: Guard): Resolver {
  return (source, args, context, info) => {
    const { sharing } = context;
    if (sharing.isOwn) return resolve(source, args, context, info);
    return then(guard.recordOf(source, context), (place) => {
      if (place) sharing.given(place, field, false);
      return resolve(source, args, context, info);
    });
  };
}

function guarded(resolve: Resolver, shared: SharedField, guard: Guard): Resolver {
  const { type, field, rule } = shared;
  const isConditional = rule.level === 'CONDITIONAL';
  const isTraced = isConditional || type !== REGISTER;

  /** The value as it leaves; parts of a record know whose they are. */
  const open = (value: unknown, place: Place | null, sharing: SharingSession): unknown =>
    then(value, (settled) => {
      if (guard.givesPart && place) sharing.partsOf(settled, place, field);
      return rule.mask === null ? settled : masked(settled, rule.mask);
    });

  /** Where the rule alone does not open the field. */
  const answer = (
    closed: Closed | null,
    place: Place | null,
    [source, args, context, info]: Parameters<Resolver>,
  ): unknown => {
    const { sharing } = context;
    if (closed === null) {
      return then(open(resolve(source, args, context, info), place, sharing), (value) => {
        if (place) sharing.given(place, field, isConditional);
        return guard.given ? onlyAbout(value, guard.given, shared, context) : value;
      });
    }
    if (rule.otherwise !== null && sharing.maySeeOtherwise(rule)) {
      const { otherwise } = rule;
      if (place) sharing.given(place, `${field} (masked)`, isConditional);
      return then(resolve(source, args, context, info), (value) => masked(value, otherwise));
    }
    if (place) sharing.denied(place, field);
    return refuse(`${type}.${field}`, closed, rule, guard.isNullable, context);
  };

  return (source, args, context, info) => {
    const { sharing } = context;
    if (sharing.isOwn) return resolve(source, args, context, info);
    const decision = sharing.decide(rule);
    return then(guard.recordOf(source, context), (place): unknown => {
      if (decision === 'OPEN') {
        if (place && isTraced) sharing.given(place, field, isConditional);
        return open(resolve(source, args, context, info), place, sharing);
      }
      if (place && sharing.isAuthor(place.record)) return resolve(source, args, context, info);
      const record = place?.path === '' ? place.record : null;
      const closed = decision === 'CONDITIONAL' ? sharing.whyClosed(rule, record) : decision;
      return then(closed, (why) => answer(why, place, [source, args, context, info]));
    });
  };
}

/** Of the records that a conditional field gives, those that are about the referral's persons and case; the others count as refused. */
function onlyAbout(
  value: unknown,
  subjectOf: NonNullable<Guard['given']>,
  { field }: SharedField,
  context: Sharing,
): unknown {
  const { sharing } = context;
  const fits = (record: unknown): MaybePromise<boolean> =>
    then(subjectOf(record, context), (subject) => {
      if (POINTERS.has(subject.type)) return true;
      return then(sharing.isInWindow(subject), (isIn) => {
        if (!isIn) sharing.denied({ record: subject, path: '' }, `(by ${field})`);
        return isIn;
      });
    });
  if (value == null) return value;
  if (!Array.isArray(value)) return then(fits(value), (isFitting) => (isFitting ? value : null));
  const fitting = value.map(fits);
  const chosen = (those: readonly boolean[]) => value.filter((_, index) => those[index]);
  return fitting.some((each) => each instanceof Promise)
    ? Promise.all(fitting).then(chosen)
    : chosen(fitting as boolean[]);
}

/** One error for each field and reason of an answer: a page of a hundred records needs no hundred. */
function refuse(place: string, closed: Closed, rule: SharingRule, isNullable: boolean, context: Sharing): null {
  const isNew = context.sharing.tell(`${place} ${closed}`);
  if (isNullable && !isNew) return null;
  throw closedField(place, closed, rule, context.viewer.language);
}

function hasKey(type: GraphQLObjectType): boolean {
  return type.astNode?.directives?.some(({ name }) => name.value === 'key') ?? false;
}

function recordOf(type: string, about: About<Sharing>): Guard['recordOf'] {
  const subject = subjectOf(type, about);
  if (!subject) return (object, { sharing }) => sharing.placeOf(object);
  return (object, context) => then(subject(object, context), whole);
}

function whole(record: RecordSubject): Place {
  return { record, path: '' };
}

function subjectOf(type: string, about: About<Sharing>): Guard['given'] {
  const name = about[type];
  if (!name) return null;
  return (record, context) =>
    then(name(record, context), ({ caseId = null, persons = [], regionCode = regionOf(record), ...named }) => ({
      type,
      caseId,
      persons,
      regionCode,
      ...named,
    }));
}

/** Records of a region have it under one name, in every agency. */
function regionOf(record: unknown): string | null {
  const { regionCode } = record as { regionCode?: unknown };
  return typeof regionCode === 'string' ? regionCode : null;
}
