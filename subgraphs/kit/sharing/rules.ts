import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';
import type { Mask, Purpose, SharingLevel } from '../generated/schema.ts';

/** What `@sharing` says of a field (schema/shared/sharing.graphql). */
export interface SharingRule {
  level: SharingLevel;
  /** Agencies by code; null for all that serve people. */
  with: readonly string[] | null;
  /** Null for any. */
  for: readonly Purpose[] | null;
  mask: Mask | null;
  otherwise: Mask | null;
}

/** Where nothing is said, nothing is shared. */
const SILENCE: SharingRule = Object.freeze({ level: 'NOT_SHARED', with: null, for: null, mask: null, otherwise: null });

/** A field of an object type with its rule. */
export interface SharedField {
  type: string;
  field: string;
  description: string;
  rule: SharingRule;
  /** Whether it is part of a key: agencies join on it, so it is open wherever its object is. */
  isKey: boolean;
}

/** The rules of all fields of the object types of a schema's text, those that `extend type` adds included. */
export function readSharing(document: DocumentNode): SharedField[] {
  const nodes = document.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  return [...Map.groupBy(nodes, ({ name }) => name.value)].flatMap(([type, definitions]) => {
    const directives = definitions.flatMap((node) => node.directives ?? []);
    const ofType = ruleOf(directives);
    const keys = keysOf(directives);
    return definitions
      .flatMap(({ fields = [] }) => fields)
      .map((field) => ({
        type,
        field: field.name.value,
        description: field.description?.value ?? '',
        rule: ruleOf(field.directives) ?? ofType ?? SILENCE,
        isKey: keys.has(field.name.value),
      }));
  });
}

/** A field of which nothing is said. */
export function silent(type: string, field: string): SharedField {
  return { type, field, description: '', rule: SILENCE, isKey: false };
}

function ruleOf(directives: readonly ConstDirectiveNode[] = []): SharingRule | null {
  const found = directives.find(({ name }) => name.value === 'sharing');
  if (!found) return null;
  const said = Object.fromEntries(
    (found.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  ) as Partial<SharingRule>;
  return Object.freeze({ ...SILENCE, ...said });
}

/** Names in a type's `@key(fields: …)`, for keys without nested fields. */
function keysOf(directives: readonly ConstDirectiveNode[]): ReadonlySet<string> {
  const keys = directives.filter(({ name }) => name.value === 'key');
  return new Set(
    keys.flatMap(({ arguments: given = [] }) =>
      given
        .filter(({ name }) => name.value === 'fields')
        .flatMap(({ value }) => (value.kind === Kind.STRING ? value.value.split(/\s+/) : [])),
    ),
  );
}
