import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';

/** By `Type` and `Type.field`: the Chinese term that the schema's description names, as in "A letter to the office 信访件." */
export function readChineseTerms(): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  const keep = (name: string, description: string | undefined) => {
    const term = description?.match(/\p{Script=Han}+/u)?.[0];
    if (term) terms.set(name, term);
  };
  const supergraph = parse(readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8'));
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    keep(type.name.value, type.description?.value);
    for (const field of type.fields ?? []) keep(`${type.name.value}.${field.name.value}`, field.description?.value);
  }
  return terms;
}
