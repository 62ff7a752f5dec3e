import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addUsers, removeUsers } from './demoUsers.ts';
import { type Agency, fieldOfPart, readModules } from './modules.ts';
import { NamingFault, nameAgency } from './naming.ts';
import { regenerate, run } from './regenerate.ts';
import { fillTemplate } from './template.ts';

/**
 * `npm run new-agency -- <name> --zh <Chinese name> --en <English name>` makes an agency that runs and is tested;
 * `npm run new-agency -- <name> --remove` takes its files and its lines in the lists out again.
 */
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const USERS = `${ROOT}identity/users.yml`;

async function make(agency: Agency): Promise<void> {
  const files = fillTemplate(agency);
  const taken = [...files.keys()].filter((file) => existsSync(`${ROOT}${file}`));
  if (taken.length > 0) throw new NamingFault(`There are files of that name already: ${taken.join(', ')}.`);
  for (const [file, text] of files) {
    mkdirSync(dirname(`${ROOT}${file}`), { recursive: true });
    writeFileSync(`${ROOT}${file}`, text);
  }
  writeFileSync(USERS, addUsers(readFileSync(USERS, 'utf8'), agency));
  // Names are of any length, and lines break by it.
  await run('biome', 'check', '--write', ...files.keys());
  // Row types come from the lists of agencies, which the first writes.
  await regenerate();
  await run('node', 'schema/rowTypes.ts', agency.part);
  console.log(`
${agency.names.en} ${agency.names.zh} is made: subgraphs/${agency.part}/, schema/${agency.part}/, port ${agency.port}.

  npm run types && npm run lint && npm run fresh
  npx node --test --test-global-setup=test/harness/setup.ts subgraphs/${agency.part}/**/*.test.ts
  npm start      makes its keys, database and role, and starts it with the others

docs/adding-an-agency.md goes on from here.`);
}

async function remove(name: string, isSure: boolean): Promise<void> {
  if (name === 'exchange' || !/^[a-z-]+$/.test(name) || !existsSync(`${ROOT}subgraphs/${name}/index.ts`))
    throw new NamingFault(`There is no agency ${name} that could be taken out.`);
  const folders = [`subgraphs/${name}/`, `schema/${name}/`];
  const operations = `schema/operations/${fieldOfPart(name)}Records.graphql`;
  if (!isSure && !(await agrees(`Remove ${folders.join(', ')} and ${operations} with all that is in them?`))) return;
  for (const path of [...folders, operations]) rmSync(`${ROOT}${path}`, { recursive: true, force: true });
  writeFileSync(USERS, removeUsers(readFileSync(USERS, 'utf8'), name));
  await regenerate();
  console.log(`${name} is taken out. Its database and keys, where npm start has made them, stay.`);
}

async function agrees(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { zh: { type: 'string' }, en: { type: 'string' }, remove: { type: 'boolean' }, yes: { type: 'boolean' } },
  });
  const [name] = positionals;
  if (values.remove) await remove(name ?? '', values.yes === true);
  else await make(nameAgency({ name, zh: values.zh, en: values.en }, await readModules()));
} catch (error) {
  const isUsers =
    error instanceof NamingFault ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  console.error(
    isUsers
      ? `${(error as Error).message}\nUsage: npm run new-agency -- <name> --zh <Chinese name> --en <English name>, or <name> --remove.`
      : error,
  );
  process.exitCode = 1;
}
