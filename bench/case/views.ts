import { type Asker, connectTo, isOk, type Target } from '../harness/load.ts';
import { quantile } from '../harness/statistics.ts';
import type { Officer } from './cases.ts';
import { CASE_VIEW } from './query.ts';

/** Somebody who gives views of cases: the gateway, or the floor. */
export interface Viewed {
  name: 'system' | 'floor';
  /** Its callers are the officers, in their order. */
  target: Target;
}

export interface View {
  data: { case: { agencies: { code: string }[] } | null } | null;
  errors?: unknown[];
}

/** One view by each officer of each of their cases, one after the other. */
export async function eachView(
  { target }: Viewed,
  officers: readonly Officer[],
  take: (view: View, officer: Officer, id: string) => void,
): Promise<void> {
  for (const [number, officer] of officers.entries()) {
    const asker = await connectTo(target, number);
    for (const id of officer.cases) take(JSON.parse((await ask(asker, id)).toString()) as View, officer, id);
    asker.close();
  }
}

export interface Rate {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  answers: number;
}

/** So many clients, each an officer who asks for another case as soon as one has come. */
export async function loadViews(
  { target }: Viewed,
  officers: readonly Officer[],
  clients: number,
  seconds: number,
): Promise<Rate> {
  const waits: number[] = [];
  const turns = officers.map(() => 0);
  const began = performance.now();
  const until = began + seconds * 1000;
  const client = async (number: number) => {
    const at = number % officers.length;
    const cases = officers[at]?.cases ?? [];
    const asker = await connectTo(target, at);
    for (let now = performance.now(); now < until; ) {
      const turn = turns[at] ?? 0;
      turns[at] = turn + 1;
      await ask(asker, cases[turn % cases.length] as string);
      const end = performance.now();
      waits.push(end - now);
      now = end;
    }
    asker.close();
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  const took = (performance.now() - began) / 1000;
  return {
    perSecond: waits.length / took,
    p50Ms: quantile(waits, 0.5),
    p99Ms: quantile(waits, 0.99),
    answers: waits.length,
  };
}

/** @throws where it is no view of a case without errors */
async function ask(asker: Asker, id: string): Promise<Buffer> {
  const { head, body } = await asker.ask({ query: CASE_VIEW, variables: () => ({ id }) });
  if (isOk(head) && body.subarray(0, BEGINS.length).equals(BEGINS)) return body;
  throw new Error(`Not answered: ${head}\n${body.toString().slice(0, 300)}`);
}

const BEGINS = Buffer.from('{"data":{"case":');
