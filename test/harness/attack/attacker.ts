import assert from 'node:assert/strict';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { Agent, request } from 'undici';
import { type HostileRequest, hostileRequests } from './hostile.ts';

interface AttackerOptions {
  url: string;
  headers: Record<string, string>;
  seed: number;
  /** Requests under way at a time. */
  atATime: number;
}

/** By kind of request: how often which code, or `answered`, came back. */
export type Outcomes = Record<string, Record<string, number>>;

export interface Attacker {
  /** Sends so many more. @throws where an answer says what none may say */
  attack(count: number): Promise<Outcomes>;
  leave(): Promise<number>;
}

/** Somebody on a thread of their own, so that their work is not taken for the hub's. */
export function createAttacker(options: AttackerOptions): Attacker {
  const worker = new Worker(new URL(import.meta.url), { workerData: options });
  return {
    attack: (count) =>
      new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', ({ outcomes, fault }: { outcomes: Outcomes; fault: string | null }) => {
          worker.off('error', reject);
          if (fault === null) resolve(outcomes);
          else reject(new Error(fault));
        });
        worker.postMessage(count);
      }),
    leave: () => worker.terminate(),
  };
}

/** What must never stand in an answer: stacks, SQL, addresses. */
const LEAKS = [
  /\bat [^"]*\(?[^"\s]+:\d+:\d+\)?/,
  /node_modules|\.ts:\d|\.js:\d/,
  /\b(select|insert into|update|delete)\b[^"]*\b(from|values|set|where)\b/i,
  /syntax error at|relation \\?"|violates|invalid input syntax|byte sequence/i,
  /https?:\/\/|127\.0\.0\.1|localhost|postgres/i,
];
/** Statuses from 500 on that are said by rule: a part that is not there, an operation that took too long. */
const BY_RULE = new Set([503, 504]);

/** What became of it: a code, or `answered`. Fails where the answer says what it must not. */
function judge({ kind, body, secret }: HostileRequest, status: number, text: string): string {
  const shown = `${kind}: ${body.toString().slice(0, 600)}\n${status} ${text.slice(0, 600)}`;
  assert.ok(status < 500 || BY_RULE.has(status), shown);
  assert.ok(!text.includes(secret), `${shown} repeats ${secret}`);
  for (const leak of LEAKS) assert.doesNotMatch(text, leak, shown);
  const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: { extensions?: { code?: unknown } }[] };
  assert.ok(data !== undefined || errors.length > 0, shown);
  for (const error of errors) assert.equal(typeof error.extensions?.code, 'string', shown);
  assert.ok(status !== 200 || data !== undefined, shown);
  return errors.length > 0 ? String(errors[0]?.extensions?.code) : 'answered';
}

function serve({ url, headers, seed, atATime }: AttackerOptions): void {
  const agent = new Agent({ connections: atATime });
  const requests = hostileRequests(seed);
  const attack = async (count: number): Promise<Outcomes> => {
    const outcomes: Outcomes = {};
    let left = count;
    const one = async () => {
      while (left > 0) {
        left -= 1;
        const hostile = requests.next().value;
        const response = await request(url, {
          method: 'POST',
          headers: { ...headers, ...hostile.headers },
          body: hostile.body,
          dispatcher: agent,
        });
        const outcome = judge(hostile, response.statusCode, await response.body.text());
        const ofKind = outcomes[hostile.kind] ?? {};
        outcomes[hostile.kind] = { ...ofKind, [outcome]: (ofKind[outcome] ?? 0) + 1 };
      }
    };
    await Promise.all(Array.from({ length: atATime }, one));
    return outcomes;
  };
  parentPort?.on('message', (count: number) => {
    attack(count).then(
      (outcomes) => parentPort?.postMessage({ outcomes, fault: null }),
      (error: Error) => parentPort?.postMessage({ outcomes: {}, fault: error.message }),
    );
  });
}

if (parentPort && workerData) serve(workerData as AttackerOptions);
