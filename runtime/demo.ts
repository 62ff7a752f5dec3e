import { agencyOfPart } from '../subgraphs/kit/definition.ts';
import { type Config, databaseVariable, languageOfTerminal } from './config.ts';
import { showDemoProgress } from './demoProgress.ts';
import { databaseUrlOf } from './installation.ts';
import { AGENCY_PARTS } from './partNames.ts';

/** Loads the demonstration data into migrated databases, and shows how far it is; nothing where they are there already. */
export async function loadDemoOnce(config: Config): Promise<void> {
  const { loadDemo } = await import('../demo/load.ts');
  const databases = Object.fromEntries(
    AGENCY_PARTS.map((part) => {
      const url = databaseUrlOf(config, part);
      if (!url) throw new Error(`${databaseVariable(part)} is not set.`);
      return [agencyOfPart(part), url];
    }),
  );
  const progress = showDemoProgress(languageOfTerminal());
  await loadDemo({ databases, keysFolder: config.keysFolder, onProgress: progress.tell }).finally(progress.stop);
}
