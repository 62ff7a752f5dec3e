/**
 * The one place where the names of the database (snake_case) and those of the code (camelCase) meet. An underscore before a
 * digit stays (`within_24h`), so that each name of lower-case words comes back as it was.
 */
const camelNames = new Map<string, string>();
const snakeNames = new Map<string, string>();

/** case_id → caseId */
export function toCamel(name: string): string {
  return remembered(camelNames, name, (text) => text.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
}

/** caseId → case_id. A name that is snake_case passes as it is. */
export function toSnake(name: string): string {
  return remembered(snakeNames, name, (text) => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** Names of columns, tables and aliases stand in the code, so they are few. */
function remembered(names: Map<string, string>, name: string, map: (text: string) => string): string {
  let mapped = names.get(name);
  if (mapped === undefined) {
    mapped = map(name);
    names.set(name, mapped);
  }
  return mapped;
}
