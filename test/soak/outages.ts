import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../demo/world/random.ts';
import { LIES, MORE_THAN_ASKED } from '../outages/lies.ts';
import type { OutageSystem } from '../outages/outageSystem.ts';

type Victim = OutageSystem['victims'][string];

const ALL_LIES = Object.values({ ...LIES, ...MORE_THAN_ASKED });
const PATIENCE_MS = 60_000;
/** Between two outages of one subgraph: mostly all are well, or one is not. */
const PEACE_MS = [1_000, 9_000] as const;

/** What happens to a subgraph, from its beginning to its end. */
const OUTAGES: Readonly<Record<string, (victim: Victim, random: Random) => Promise<void>>> = {
  async killed({ part }, random) {
    await part.kill();
    await sleep(random.int(0, 2_000));
    part.start();
    await part.untilUp(PATIENCE_MS);
  },
  async hanging({ part }, random) {
    part.pause();
    await sleep(random.int(500, 4_000));
    part.goOn();
  },
  async slow({ liar }, random) {
    liar.delay(random.int(100, 900));
    await sleep(random.int(1_000, 3_000));
    liar.delay(0);
  },
  async late({ liar }, random) {
    liar.delay(3_000);
    await sleep(random.int(1_000, 3_000));
    liar.delay(0);
  },
  async lying({ liar }, random) {
    for (let lies = random.int(1, 5); lies > 0; lies -= 1) {
      liar.tell(random.pick(ALL_LIES));
      await sleep(random.int(200, 800));
    }
    liar.tell(null);
  },
};

/** One outage after the other for each victim, with some peace between them, until the end; then all are well. */
export async function bringOutages(
  victims: readonly Victim[],
  random: Random,
  until: number,
  onOutage: (kind: string) => void,
): Promise<void> {
  const kinds = Object.keys(OUTAGES);
  await Promise.all(
    victims.map(async (victim) => {
      while (Date.now() < until) {
        await sleep(random.int(...PEACE_MS));
        const kind = random.pick(kinds);
        onOutage(kind);
        await OUTAGES[kind]?.(victim, random);
      }
    }),
  );
}
