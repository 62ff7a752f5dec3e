import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

export interface GeneratedOperation {
  query: string;
  variables: Record<string, unknown>;
}

const DEEPEST = 5;

/** Writes an operation of the schema that nobody would write: aliases, fragments in fragments, conditions, arguments. */
export function generateOperation(schema: GraphQLSchema, random: () => number): GeneratedOperation {
  const variables = new Map<string, { type: string; value: unknown; fallback?: string }>();
  const fragments: string[] = [];
  let names = 0;
  const chance = (share: number) => random() < share;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

  const condition = (): string => {
    if (!chance(0.12)) return '';
    const kind = pick(['skip', 'include']);
    if (chance(0.3)) return ` @${kind}(if: ${chance(0.5)})`;
    const name = `c${variables.size}`;
    const value = chance(0.5);
    variables.set(
      name,
      chance(0.5) ? { type: 'Boolean!', value } : { type: 'Boolean', value: undefined, fallback: `${value}` },
    );
    if (variables.get(name)?.fallback)
      variables.set(name, { type: 'Boolean!', value: undefined, fallback: `${value}` });
    return ` @${kind}(if: $${name})`;
  };

  const argument = ({ name, type }: GraphQLArgument): string => {
    const named = getNamedType(type);
    const isRequired = String(type).endsWith('!');
    if (!isRequired && chance(0.4)) return '';
    const value = isEnumType(named)
      ? pick(named.getValues()).name
      : named.name === 'Int'
        ? Math.floor(random() * 4)
        : `${name}-${Math.floor(random() * 12)}`;
    if (chance(0.4)) {
      const variable = `v${variables.size}`;
      variables.set(variable, { type: String(type), value });
      return `${name}: $${variable}`;
    }
    return `${name}: ${isEnumType(named) || typeof value === 'number' ? value : JSON.stringify(value)}`;
  };

  const field = (definition: GraphQLField<unknown, unknown>, depth: number): string => {
    const named = getNamedType(definition.type);
    const given = definition.args.map(argument).filter((text) => text !== '');
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    const alias = args !== '' || chance(0.15) ? `a${names++}: ` : '';
    const below = isCompositeType(named) ? ` ${selectionSet(named, depth - 1)}` : '';
    return `${alias}${definition.name}${args}${condition()}${below}`;
  };

  function selectionSet(type: GraphQLNamedType, depth: number): string {
    const parts: string[] = [];
    if (chance(0.25)) parts.push(chance(0.3) ? `t${names++}: __typename` : '__typename');
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields()).filter(
        ({ type: of }) => depth > 0 || !isCompositeType(getNamedType(of)),
      );
      for (const each of fields) if (chance(depth > 4 ? 0.5 : 0.3)) parts.push(field(each, depth));
    }
    const narrower = isAbstractType(type) ? [...schema.getPossibleTypes(type), ...abstractWithin(type)] : [];
    for (const each of narrower) if (chance(0.4)) parts.push(fragmentOn(each, depth));
    if (isObjectType(type) && chance(0.15)) parts.push(fragmentOn(pick([type, ...type.getInterfaces()]), depth));
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  function fragmentOn(type: GraphQLNamedType, depth: number): string {
    const set = selectionSet(type, depth - 1);
    if (!chance(0.3)) return `... on ${type.name}${condition()} ${set}`;
    const name = `F${names++}`;
    fragments.push(`fragment ${name} on ${type.name} ${set}`);
    return `...${name}${condition()}`;
  }

  const abstractWithin = (type: GraphQLNamedType) =>
    Object.values(schema.getTypeMap()).filter(
      (other) => isInterfaceType(other) && other !== type && isInterfaceType(type) && schema.isSubType(type, other),
    );

  const root = schema.getQueryType();
  if (!root) throw new Error('The schema has no queries.');
  const roots = Object.values(root.getFields());
  const asked = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () => `r${names++}: ${field(pick(roots), DEEPEST).replace(/^a\d+: /, '')}`,
  );
  const declared = [...variables].map(
    ([name, { type, fallback }]) => `$${name}: ${type}${fallback ? ` = ${fallback}` : ''}`,
  );
  return {
    query: `query Generated${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${asked.join(' ')} }\n${fragments.join('\n')}`,
    variables: Object.fromEntries(
      [...variables].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}
