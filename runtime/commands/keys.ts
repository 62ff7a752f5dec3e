import { readConfig } from '../config.ts';
import { provision } from '../installation.ts';

/** npm run keys: makes the keys and secrets of an installation where they are missing; what is there stays. */
try {
  const config = readConfig();
  provision(config);
  console.log(`Keys are in ${config.keysFolder}.`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
