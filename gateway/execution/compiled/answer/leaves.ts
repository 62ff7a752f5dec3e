import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Writes a leaf that is not null as JSON; undefined where it is not what its type allows. */
export type LeafWriter = (value: unknown) => string | undefined;

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON writes control characters otherwise.
const ORDINARY = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

/** A text as JSON. */
export function quoted(text: string): string {
  return ORDINARY.test(text) ? `"${text}"` : JSON.stringify(text);
}

const MOST_INT = 2_147_483_647;

const BUILT_IN: Readonly<Record<string, LeafWriter>> = {
  String: (value) => (typeof value === 'string' ? quoted(value) : undefined),
  ID(value) {
    if (typeof value === 'string') return quoted(value);
    return Number.isSafeInteger(value) ? `"${value}"` : undefined;
  },
  Int: (value) =>
    Number.isInteger(value) && Math.abs(value as number) <= MOST_INT + (Number(value) < 0 ? 1 : 0)
      ? String(value)
      : undefined,
  Float: (value) => (Number.isFinite(value) ? String(value) : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
};

/** Any JSON; undefined where it is nested more deeply than can be written. */
const anything: LeafWriter = (value) => {
  if (typeof value === 'string') return quoted(value);
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** The result coercion of the specification: an ID that came as a whole number is a text. */
export function leafWriter(type: GraphQLLeafType): LeafWriter {
  // What a custom scalar is, only its agency knows: it goes on as it came.
  if (!isEnumType(type)) return BUILT_IN[type.name] ?? anything;
  const written = new Map<unknown, string>(type.getValues().map(({ name }) => [name, `"${name}"`]));
  return (value) => written.get(value);
}
