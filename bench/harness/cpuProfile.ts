import { basename } from 'node:path';
import { z } from 'zod';

/** What Node writes with --cpu-prof, as far as it is read here. Times are microseconds of the machine's steady clock. */
const profileShape = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
    }),
  ),
  startTime: z.number(),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

/** Shares of the time between two moments, largest first; idle time is left out. */
export interface Shares {
  /** By package, file of ours, or part of Node. */
  byPlace: [place: string, share: number][];
  byFunction: [name: string, share: number][];
}

/** Of this project. */
const ROOT = new URL('../../', import.meta.url).href;

/** @param from milliseconds of the steady clock, as `steadyMs` gives them */
export function sharesOf(profile: string, from: number, to: number): Shares {
  const { nodes, samples, timeDeltas, startTime } = profileShape.parse(JSON.parse(profile));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const places = new Map<string, number>();
  const functions = new Map<string, number>();
  let now = startTime;
  let whole = 0;
  for (const [at, id] of samples.entries()) {
    const delta = timeDeltas[at] ?? 0;
    now += delta;
    const frame = frames.get(id);
    if (!frame || frame.functionName === '(idle)' || now < from * 1000 || now > to * 1000) continue;
    whole += delta;
    const place = placeOf(frame);
    add(places, place, delta);
    add(
      functions,
      `${frame.functionName || '(anonymous)'}  ${place} ${basename(frame.url)}:${frame.lineNumber + 1}`,
      delta,
    );
  }
  const shares = (sums: Map<string, number>) =>
    [...sums].map(([name, sum]): [string, number] => [name, sum / whole]).sort(([, a], [, b]) => b - a);
  return { byPlace: shares(places), byFunction: shares(functions) };
}

export function steadyMs(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000;
}

function placeOf({ functionName, url }: { functionName: string; url: string }): string {
  if (url === '') return functionName.startsWith('(') ? functionName : 'V8';
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (inPackage) return inPackage;
  return url.startsWith(ROOT) ? url.slice(ROOT.length) : url;
}

function add(sums: Map<string, number>, name: string, value: number): void {
  sums.set(name, (sums.get(name) ?? 0) + value);
}
