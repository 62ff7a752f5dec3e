import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readConfig } from '../config.ts';

/** npm run reset [-- --yes]: removes the folder of the embedded database, keys and secrets. Asks first. */
const { home } = readConfig();
const database = join(home, 'database');
if (!existsSync(home)) {
  console.log(`Nothing to remove: ${home} does not exist.`);
  process.exit(0);
}
if (existsSync(join(database, 'postmaster.pid')) && isRunning(join(database, 'postmaster.pid'))) {
  console.error('CaseGraph is running on these data; stop it first (Ctrl-C where it was started).');
  process.exit(1);
}
if (!process.argv.includes('--yes')) {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`Remove all data and keys in ${home}? Type yes: `);
  prompt.close();
  if (answer.trim() !== 'yes') {
    console.log('Nothing was removed.');
    process.exit(1);
  }
}
rmSync(home, { recursive: true, force: true });
console.log(`${home} is removed.`);

function isRunning(pidFile: string): boolean {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 0);
    return true;
  } catch {
    return false;
  }
}
