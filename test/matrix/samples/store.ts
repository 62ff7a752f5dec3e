import { AGENCIES, type Facts, keyOf } from '../expected/facts.ts';
import { ownerOf } from '../expected/readers.ts';
import type { Part } from '../expected/schemaText.ts';
import { joinTypes, printTree, wholeTree } from '../tree.ts';
import type { AskSubgraph } from '../ways/subgraphAsker.ts';

export type Raw = Readonly<Record<string, unknown>>;

/** Every record of the fixture as its owners see it, by type and key; other records stand in it as their keys. */
export interface Store {
  find(type: string, key: Raw): Raw | null;
}

/** Asks each owner for all fields of all records. */
export async function readStore(parts: readonly Part[], records: readonly Facts[], ask: AskSubgraph): Promise<Store> {
  const nameOf = (type: string, key: Raw) => `${type}:${String(key.id ?? key.code ?? key.token)}`;
  const found = new Map<string, Raw>();
  for (const part of parts) {
    const own = joinTypes([part]);
    for (const { name, keys, isResolvable } of part.types.values()) {
      if (keys.length === 0 || !isResolvable || name === 'PersonReaders') continue;
      const of = keysOf(name, records).map((key) => ({ __typename: name, ...key }));
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${name} ${printTree(wholeTree(own, name, 0, 'ROUTER'))} } }`;
      const { data, errors } = await ask(part.name, ownerOf(part.owner), null, query, { of });
      if (errors.length > 0) throw new Error(`${part.name} does not show its own ${name}.`);
      for (const record of (data?._entities ?? []) as (Raw | null)[])
        if (record) found.set(nameOf(name, record), { ...found.get(nameOf(name, record)), ...record });
    }
  }
  return { find: (type, key) => found.get(nameOf(type, key)) ?? null };
}

/** The keys of all records of a type. */
function keysOf(type: string, records: readonly Facts[]): Raw[] {
  if (type === 'Region') return ['210000', '210100', '210102'].map((code) => ({ code }));
  if (type === 'Agency') return AGENCIES.map((code) => ({ code }));
  const keys = records.flatMap((facts) =>
    AGENCIES.flatMap((agency): Raw[] => {
      const { parent, referral, child } = facts.parties[agency];
      return type === 'Referral' ? [parent, referral, child].map((id) => ({ id })) : [keyOf(type, facts, agency)];
    }),
  );
  return [...new Map(keys.map((key) => [Object.values(key).join(), key])).values()];
}
