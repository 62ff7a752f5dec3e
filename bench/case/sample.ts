import type { Officer } from './cases.ts';
import type { CaseSystem } from './system.ts';
import { eachView, type Viewed } from './views.ts';
import type { Statement } from './watch.ts';
import { watching } from './watching.ts';

/** What the system sends to PostgreSQL for one view of one officer; for the floor, which sends the same for others. */
export interface Sample {
  caseId: string;
  /** The agencies of the case, in the order of the answer. */
  agencies: string[];
  statements: Statement[];
}

export type Samples = Record<string, Sample>;

/** One view by each officer. */
export async function takeSamples(
  { processes }: CaseSystem,
  system: Viewed,
  officers: readonly Officer[],
): Promise<Samples> {
  const samples: Samples = {};
  for (const [number, { username, cases }] of officers.entries()) {
    const one = officers.map((officer, at) => ({ ...officer, cases: at === number ? cases.slice(0, 1) : [] }));
    let agencies: string[] = [];
    const { statements } = await watching(processes.subgraphs, () =>
      eachView(system, one, ({ data }) => {
        agencies = data?.case?.agencies.map(({ code }) => code) ?? [];
      }),
    );
    samples[username] = { caseId: cases[0] as string, agencies, statements };
  }
  return samples;
}
