import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Writes a leaf value as JSON; undefined where its type does not allow the value. The value is not null. */
export type LeafWriter = (value: unknown) => string | undefined;

const MAX_INT = 2_147_483_647;
const MIN_INT = -2_147_483_648;

const BUILT_IN: Readonly<Record<string, LeafWriter>> = {
  String: (value) => (typeof value === 'string' ? JSON.stringify(value) : undefined),
  ID(value) {
    if (typeof value === 'string') return JSON.stringify(value);
    return Number.isSafeInteger(value) ? `"${value}"` : undefined;
  },
  Int: (value) =>
    Number.isInteger(value) && (value as number) >= MIN_INT && (value as number) <= MAX_INT ? String(value) : undefined,
  Float: (value) => (Number.isFinite(value) ? String(value) : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
};

/** Only its agency knows what a custom scalar allows. Undefined where the value is nested too deeply to be written. */
const writeAny: LeafWriter = (value) => {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** The result coercion of the specification. An ID that came as a whole number becomes a text. */
export function leafWriter(type: GraphQLLeafType): LeafWriter {
  if (!isEnumType(type)) return BUILT_IN[type.name] ?? writeAny;
  const written = new Map<unknown, string>(type.getValues().map(({ name }) => [name, `"${name}"`]));
  return (value) => written.get(value);
}
