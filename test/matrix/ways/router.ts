import { isDeepStrictEqual } from 'node:util';
import type { Answer, Asking } from '../asked.ts';
import { expect, type World } from '../expected/expectation.ts';
import { isDrawn, type Turn } from '../expected/readers.ts';
import { ROOTS_DOWN, type Root } from '../roots.ts';
import { printTree, type Tree, wholeTree } from '../tree.ts';

const SEED = 'router-1';

/** Asks a router that stands in front of the subgraphs. */
export type AskRouter = (
  reader: Turn['reader'],
  referral: string | null,
  query: string,
  variables: Record<string, unknown>,
) => Promise<Answer>;

export interface RouterFindings {
  requests: number;
  decisions: number;
  /** What the errors of all answers said. */
  codes: Set<string>;
  wrong: string[];
}

/** Asks a router the ways down from the root, in one turn after the other. @param oneIn of how many questions one is asked */
export async function runThroughRouter(
  world: World,
  turns: readonly Turn[],
  ask: AskRouter,
  oneIn: number,
): Promise<RouterFindings> {
  const findings: RouterFindings = { requests: 0, decisions: 0, codes: new Set(), wrong: [] };
  const questions = ROOTS_DOWN.map((root) => ({ root, tree: wholeTree(world.types, root.type, root.depth, 'CLIENT') }));
  for (const turn of turns) {
    const { agency, state, purpose } = turn.situation;
    for (const question of questions) {
      const name = `${SEED}:${agency}:${turn.reader.roles}:${state}:${purpose}:${question.root.call}`;
      if (isDrawn(name, oneIn)) await askOne(world, turn, question, ask, findings);
    }
  }
  return findings;
}

async function askOne(
  world: World,
  { reader, situation }: Turn,
  { root, tree }: { root: Root; tree: Tree },
  ask: AskRouter,
  findings: RouterFindings,
): Promise<void> {
  const { agency, referral, id } = situation;
  const asking: Asking = { agency, roles: reader.roles, referral };
  for (const facts of world.records) {
    const { argument, key } = root.of(facts, agency);
    const record = root.isNothingFor(asking, key, world.records) ? null : world.store.find(root.type, key);
    const expected = expect(world, asking, root.type, record, tree);
    const query = `query (${root.variable}) { root: ${root.call} ${printTree(tree)} }`;
    const { data, errors } = await ask(reader, id, query, { key: argument });
    // An object that is gone because of what it lacks is told of by the router itself; what subgraphs say has their name.
    const said = errors.flatMap(({ extensions }) => (extensions?.serviceName ? [String(extensions.code)] : []));
    const codes = new Set(said);
    const isSaid = expected.due.isSubsetOf(codes) && codes.isSubsetOf(expected.possible);
    const at = differenceAt(data?.root ?? null, expected.data) ?? (isSaid ? null : `errors: ${[...codes].join()}`);
    if (at !== null) {
      const who = `${agency}/${reader.roles.join('+')} with a referral ${situation.state} for ${situation.purpose}`;
      findings.wrong.push(`${root.call} for ${who}: differs at ${at}`);
    }
    findings.requests += 1;
    findings.decisions += expected.decisions;
    for (const code of codes) findings.codes.add(code);
  }
}

/** The first place where two values differ, without the values; null where they do not. */
function differenceAt(actual: unknown, expected: unknown, path = 'root'): string | null {
  if (isDeepStrictEqual(actual, expected)) return null;
  if (!isContainer(actual) || !isContainer(expected)) return path;
  for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    const found = differenceAt(actual[key], expected[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return path;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
