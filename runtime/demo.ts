import { SingleBar } from 'cli-progress';
import { agencyOfPart } from '../subgraphs/kit/definition.ts';
import { type Config, databaseVariable } from './config.ts';
import { databaseUrlOf } from './installation.ts';
import { AGENCY_PARTS } from './partNames.ts';

/** Loads the demonstration data into migrated databases, with a progress bar; nothing where they are there already. */
export async function loadDemoOnce(config: Config): Promise<void> {
  const { loadDemo } = await import('../demo/load.ts');
  const databases = Object.fromEntries(
    AGENCY_PARTS.map((part) => {
      const url = databaseUrlOf(config, part);
      if (!url) throw new Error(`${databaseVariable(part)} is not set.`);
      return [agencyOfPart(part), url];
    }),
  );
  const bar = new SingleBar({
    format: 'Demonstration data {bar} {percentage} % {what}',
    noTTYOutput: true,
    notTTYSchedule: 500,
    clearOnComplete: false,
  });
  let started = false;
  await loadDemo({
    databases,
    keysFolder: config.keysFolder,
    onProgress(done, total, what) {
      if (!started) bar.start(total, 0, { what });
      started = true;
      bar.update(done, { what });
    },
  });
  if (started) bar.stop();
}
