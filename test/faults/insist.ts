import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { GraphqlAnswer, People } from '../../demo/story/people.ts';

export interface SeenProblem {
  code: string;
  /** Of a conflict: where the thing stands now. */
  currentVersion?: number;
}

/** What to do about a problem: ask again later, be content, or call it a fault. */
export type Verdict = 'WAIT' | 'CONTENT' | 'FAULT';
export type Judge = (problem: SeenProblem) => Verdict;

export interface Insisting {
  /** Requests that had to be made again. */
  readonly retries: number;
  /**
   * A mutation, asked again with the same input (and so the same key) until it is done, whatever stood in the way. Gives the
   * payload. @throws where a problem is a fault, or the patience is at its end
   */
  insist<Data extends object, Variables>(
    username: string,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    judge?: Judge,
  ): Promise<Data[keyof Data]>;
  /** A query, asked again until it shows what is waited for. @throws where the patience is at its end */
  look<Data extends object, Variables>(
    username: string,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    shows: (data: Data) => boolean,
  ): Promise<Data>;
}

/** A gateway that takes a request and never answers is given up after this time. */
const ANSWER_MS = 20_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

export interface Patience {
  /** For one mutation, all its tries together. */
  patienceMs: number;
  /** Milliseconds since 1970, when all patience ends. */
  until: number;
  /** Whether an answer is lost on its way, so that nobody learns that the work was done. */
  losesAnswer: () => boolean;
}

export function createInsisting(people: People, { patienceMs, until, losesAnswer }: Patience): Insisting {
  let retries = 0;
  return {
    get retries() {
      return retries;
    },
    async look(username, document, variables, shows) {
      const since = Date.now();
      for (;;) {
        const answer = await tryOnce(people, username, document, variables);
        if ('data' in answer && shows(answer.data)) return answer.data;
        if (Date.now() > Math.min(since + patienceMs, until))
          throw new Error(`Not seen: ${'failure' in answer ? answer.failure : 'what was waited for'}`);
        await sleep(FIRST_PAUSE_MS);
      }
    },
    async insist(username, document, variables, judge = () => 'FAULT') {
      const since = Date.now();
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
        const came = await tryOnce(people, username, document, variables);
        const answer = losesAnswer() ? { failure: 'lost on its way' } : came;
        let said: string;
        if ('failure' in answer) {
          said = answer.failure;
        } else {
          const [name, payload] = Object.entries(answer.data)[0] as [string, { problems: readonly SeenProblem[] }];
          const verdicts = payload.problems.map((problem) => judgeAlways(problem, judge));
          if (verdicts.every((verdict) => verdict === 'CONTENT')) return payload as never;
          said = `${name}: ${JSON.stringify(payload.problems)}`;
          if (verdicts.includes('FAULT')) throw new Error(`${said} to ${JSON.stringify(variables)}`);
        }
        if (Date.now() > Math.min(since + patienceMs, until))
          throw new Error(`Not done within ${Date.now() - since} ms; the last answer was ${said}`);
        retries += 1;
        await sleep(pause);
      }
    },
  };
}

/** The register is behind the exchange, which may be dead just now. */
function judgeAlways(problem: SeenProblem, judge: Judge): Verdict {
  return problem.code === 'REGISTER_UNREACHABLE' ? 'WAIT' : judge(problem);
}

async function tryOnce<Data extends object, Variables>(
  people: People,
  username: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<{ data: Data } | { failure: string }> {
  try {
    const asked = people.as(username).then((asker) => asker.answer(document, variables));
    const answer: GraphqlAnswer<Data> = await Promise.race([asked, afterTime(ANSWER_MS)]);
    if (answer.data && !answer.errors?.length) return { data: answer.data };
    return { failure: answer.errors?.map((error) => String(error.extensions?.code)).join(', ') ?? 'no data' };
  } catch (error) {
    return { failure: (error as Error).message };
  }
}

function afterTime(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms).unref();
  });
}
