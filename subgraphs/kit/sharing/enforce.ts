import {
  type DocumentNode,
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Viewer } from '../viewer.ts';
import { closedField } from './closedField.ts';
import type { Closed, Subject } from './decide.ts';
import { masked } from './masks.ts';
import { readSharing, type SharedField, type SharingRule } from './rules.ts';
import { selectedFields } from './selected.ts';
import type { RecordSubject, SharingSession } from './session.ts';

/**
 * Whom and what the records of a type are about, and their id. A type that is not named here is a part of the record whose
 * field gives it (a household, a judgment), or no record of anybody (an agency, a page).
 */
export type About<Context> = Readonly<
  // biome-ignore lint/suspicious/noExplicitAny: each function gets the record behind its own type.
  Record<string, (record: any, context: Context) => Named | Promise<Named>>
>;
export type Named = Partial<Subject> & { id: string };

interface Sharing {
  sharing: SharingSession;
  viewer: Viewer;
}

type Resolver = GraphQLFieldResolver<unknown, Sharing, Record<string, unknown>>;

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/**
 * Puts the rules of `@sharing` before every field of the schema: what is closed to the viewer is not resolved, what is
 * masked leaves masked, and what is read of another agency's record is noted for its trail.
 * @throws Error where a record is shared conditionally and nobody says whom it is about: any referral would open it
 */
export function enforceSharing<Context extends Sharing>(
  schema: GraphQLSchema,
  document: DocumentNode,
  about: About<Context>,
): void {
  for (const shared of readSharing(document)) {
    if (shared.isKey || ROOTS.includes(shared.type)) continue;
    const type = schema.getType(shared.type);
    const field = isObjectType(type) ? type.getFields()[shared.field] : undefined;
    if (!field) continue;
    if (shared.rule.level === 'CONDITIONAL' && isRecord(type) && !(shared.type in about))
      throw new Error(
        `${shared.type}.${shared.field} is shared conditionally: say in about.ts whom and what a ${shared.type} is about.`,
      );
    const resolve: Resolver = field.resolve ?? defaultFieldResolver;
    field.resolve = guarded(resolve, shared, {
      isPart: isPartOf(getNamedType(field.type), about),
      isNullable: !isNonNullType(field.type),
      subjectOf: subjectOf(shared.type, about as About<Sharing>),
    });
  }
}

interface Guard {
  /** Whether the field gives a part of the record: then the trail names what was read of the part. */
  isPart: boolean;
  isNullable: boolean;
  subjectOf: ((record: unknown, context: Sharing) => RecordSubject | Promise<RecordSubject>) | null;
}

function guarded(resolve: Resolver, { type, field, rule }: SharedField, guard: Guard): Resolver {
  const place = `${type}.${field}`;

  const open: Resolver = (source, args, context, info) => {
    const value = resolve(source, args, context, info);
    const { mask } = rule;
    if (mask === null) return value;
    return value instanceof Promise ? value.then((text) => masked(text, mask)) : masked(value, mask);
  };

  const conditional = async (
    subject: RecordSubject | null,
    decision: Exclude<ReturnType<SharingSession['decide']>, 'OPEN'>,
    [source, args, context, info]: Parameters<Resolver>,
  ): Promise<unknown> => {
    const { sharing } = context;
    const closed = decision === 'CONDITIONAL' ? await sharing.whyClosed(rule, subject) : decision;
    if (closed === null) {
      const value = await open(source, args, context, info);
      if (subject) sharing.given(subject, namesOf(field, guard.isPart, info));
      return value;
    }
    if (rule.otherwise !== null && sharing.maySeeOtherwise(rule)) {
      if (subject) sharing.given(subject, [`${field} (masked)`]);
      return masked(await resolve(source, args, context, info), rule.otherwise);
    }
    if (subject) sharing.denied(subject, [field]);
    return refuse(place, closed, rule, guard.isNullable, context);
  };

  return (source, args, context, info) => {
    const { sharing } = context;
    if (sharing.isOwn) return resolve(source, args, context, info);
    const decision = sharing.decide(rule);
    const subject = guard.subjectOf?.(source, context) ?? null;
    if (decision === 'OPEN' && !(subject instanceof Promise)) {
      if (subject) sharing.given(subject, namesOf(field, guard.isPart, info));
      return open(source, args, context, info);
    }
    if (decision === 'OPEN')
      return (subject as Promise<RecordSubject>).then((named) => {
        sharing.given(named, namesOf(field, guard.isPart, info));
        return open(source, args, context, info);
      });
    const parameters: Parameters<Resolver> = [source, args, context, info];
    return subject instanceof Promise
      ? subject.then((named) => conditional(named, decision, parameters))
      : conditional(subject, decision, parameters);
  };
}

/** One error for each field and reason of an answer: a page of a hundred records needs no hundred. */
function refuse(place: string, closed: Closed, rule: SharingRule, isNullable: boolean, context: Sharing): null {
  const isNew = context.sharing.tell(`${place} ${closed}`);
  if (isNullable && !isNew) return null;
  throw closedField(place, closed, rule, context.viewer.language);
}

function namesOf(field: string, isPart: boolean, info: GraphQLResolveInfo): readonly string[] {
  return isPart ? selectedFields(info).map((name) => `${field}.${name}`) : [field];
}

function isPartOf(type: GraphQLNamedType, about: object): boolean {
  return isObjectType(type) && !isRecord(type) && !(type.name in about);
}

/** Whether objects of a type are asked for by a key, and so without the field of another that would open them. */
function isRecord(type: GraphQLNamedType | undefined): boolean {
  const nodes = [type?.astNode, ...(type?.extensionASTNodes ?? [])];
  return nodes.some((node) => node?.directives?.some(({ name }) => name.value === 'key'));
}

function subjectOf(type: string, about: About<Sharing>): Guard['subjectOf'] {
  const name = about[type];
  if (!name) return null;
  const whole = ({ id, caseId = null, persons = [] }: Named): RecordSubject => ({ type, id, caseId, persons });
  return (record, context) => {
    const named = name(record, context);
    return named instanceof Promise ? named.then(whole) : whole(named);
  };
}
