import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { replaceBlocks } from './blocks.ts';
import { LISTS } from './lists.ts';
import { readModules } from './modules.ts';

/** `npm run agencies` writes the lists of agencies anew from the modules; with `--check` it fails where one is stale. */
const ROOT = new URL('../', import.meta.url);
const isCheck = process.argv.includes('--check');

const agencies = await readModules();
const stale = Object.entries(LISTS).flatMap(([file, list]) => {
  const path = new URL(file, ROOT);
  const found = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const content = list(agencies);
  const wanted = typeof content === 'string' ? content : replaceBlocks(found, content);
  if (found === wanted) return [];
  if (!isCheck) writeFileSync(path, wanted);
  return [file];
});

if (isCheck && stale.length > 0) {
  console.error(`${stale.join(', ')}: not what the modules say; run npm run agencies.`);
  process.exit(1);
}
console.log(
  `${agencies.length} agencies; ${stale.length > 0 ? `written: ${stale.join(', ')}` : 'all lists are fresh'}.`,
);
