import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AGENCIES } from '../protocol/generated/agencies.ts';
import { replaceBlocks } from './blocks.ts';
import { LISTS } from './lists.ts';
import { readModules } from './modules.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string) => readFileSync(`${ROOT}${file}`, 'utf8');

test('every generated list is what the modules say', async () => {
  const agencies = await readModules();
  assert.ok(agencies.length >= 6);
  for (const [file, list] of Object.entries(LISTS)) {
    const content = list(agencies);
    const wanted = typeof content === 'string' ? content : replaceBlocks(read(file), content);
    assert.equal(read(file), wanted, `${file}: run npm run agencies`);
  }
});

/** Lines in which a list is looked for. */
const WINDOW = 12;
/** Agencies that have been there from the beginning: whoever names them all, close together, lists the agencies. */
const FIRST = ['police', 'justice', 'courts', 'prosecutors', 'womens-federation'];
const FORMS = [
  (part: string) => part.toUpperCase().replaceAll('-', '_'),
  (part: string) => part.replaceAll('-', '_'),
  (part: string) => part,
  (part: string) => part.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
];

/** Files whose lists are generated, or are about these agencies and no others. */
const LEFT_OUT: readonly RegExp[] = [
  /(^|\/)generated\/|^schema\/(supergraph\.graphql|trusted-documents\.json)$|^docs\/|^README\.md$|casegraph-realm\.json$/,
  // Migrations are not edited once they have run.
  /\/migrations\//,
  // What the demonstration and its tests invent, and measure, is of these agencies.
  /^(demo|bench|test)\//,
  /^identity\/(users\.yml|users\.test\.ts)$/,
  /^scaffold\/lists\.test\.ts$/,
];

test('no file but the generated ones lists the agencies: a new one would be missing there', () => {
  const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  const lists = files
    .filter(
      (file) => /\.(ts|ya?ml|graphql|sql|json|example|cjs|mjs)$/.test(file) && !LEFT_OUT.some((no) => no.test(file)),
    )
    .filter((file) => !(file in LISTS) && listsAgencies(read(file)));
  assert.deepEqual(lists, [], 'derive it from protocol/generated/agencies.ts, or add it to scaffold/lists.ts');
});

test('the search finds a list', () => {
  assert.ok(listsAgencies("const PARTS = ['police', 'justice', 'courts', 'prosecutors', 'womens-federation'];"));
  assert.ok(listsAgencies(AGENCIES.map(({ code }) => `  ${code}: 1`).join('\n')));
  assert.equal(listsAgencies('the police, the courts and the prosecutors'), false);
});

function listsAgencies(text: string): boolean {
  const lines = text.split('\n');
  return FORMS.some((form) => {
    const names = FIRST.map((part) => new RegExp(`(?<![\\w-])${form(part)}(?![\\w-])`));
    return lines.some((line, index) => {
      if (!names.some((name) => name.test(line))) return false;
      const near = lines.slice(index, index + WINDOW).join('\n');
      return names.every((name) => name.test(near));
    });
  });
}
