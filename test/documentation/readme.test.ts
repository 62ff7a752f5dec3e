import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { loadUsers } from '../../identity/users.ts';
import { AGENCIES } from '../../protocol/generated/agencies.ts';
import { readConfig } from '../../runtime/config.ts';
import { freePort } from '../harness/freePort.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const README = read('README.md');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT })];

/** What stands between backticks in the first cells of the table of variables, by variable; null for `none`. `<PART>` stands for each agency's part. */
function tableOfVariables(): Map<string, string | null> {
  const section = README.split('\n## ').find((part) => part.startsWith('Configuration\n')) ?? '';
  const quoted = (cell: string | undefined) =>
    [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, text]) => text as string);
  return new Map(
    section
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => {
        const [, names, values] = line.split('|');
        const defaults = values?.trim() === 'none' ? null : quoted(values);
        const variables = quoted(names);
        if (defaults)
          assert.equal(defaults.length, variables.length, `one default for each of ${variables.join(', ')}`);
        return variables.map((name, index) => [name, defaults?.[index] ?? null] as const);
      })
      .flatMap(([name, value]) =>
        name.includes('<PART>')
          ? AGENCIES.map(({ part, port }) => {
              const inName = part.toUpperCase().replaceAll('-', '_');
              return [name.replace('<PART>', inName), value?.replace('<port>', String(port)) ?? null] as const;
            })
          : [[name, value] as const],
      ),
  );
}

/** The variables that the configuration asks the environment for. */
function variablesRead(): string[] {
  const names = new Set<string>();
  readConfig(new Proxy<Record<string, string | undefined>>({}, { get: (_, name) => void names.add(String(name)) }));
  return [...names];
}

/** Operations of the tour with the user who asks: `ask <username> <<'GRAPHQL'`. */
function tour(): { username: string; operation: string }[] {
  return [
    ...README.matchAll(/^(?:\w+=\$\()?ask ([\w.-]+)(?: \w+)?(?: \$\w+)? <<'GRAPHQL'[^\n]*\n([\s\S]*?)\nGRAPHQL$/gm),
  ].map((match) => ({
    username: match[1] as string,
    operation: match[2] as string,
  }));
}

/** How the tour defines `ask`. */
function definitionOfAsk(): string {
  const [, definition = ''] = /^```sh\n(ask\(\) \{[\s\S]*?)^```$/m.exec(README) ?? [];
  return definition;
}

/** Pastes text into a shell in the project's folder. */
function paste(text: string, environment: Readonly<Record<string, string>>): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  return new Promise((resolve) => {
    execFile('bash', ['-c', text], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, said: stdout + stderr }),
    );
  });
}

/** The anchors that a page's headings have on the forges that show it. */
function anchorsOf(text: string): Set<string> {
  const headings = text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, heading]) =>
      (heading as string)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

describe('the documentation', () => {
  it('lists exactly the variables that are read, each with its true default', () => {
    const table = tableOfVariables();
    assert.deepEqual([...table.keys()].sort(), variablesRead().sort());
    const bare = readConfig({});
    for (const [name, value] of table) {
      if (value !== null) assert.deepEqual(readConfig({ [name]: value }), bare, `${name} is ${value} by itself`);
    }
    const without = [...table].filter(([, value]) => value === null).map(([name]) => name);
    const unset = Object.values({ ...bare.databaseUrls, ...bare.tls, ...bare.oidc, ...bare.tracing }).filter(
      (value) => value === null,
    );
    assert.equal(without.length, unset.length, `none: ${without.join(', ')}`);
  });

  it('names only npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const file of DOCUMENTS) {
      for (const [, run, short] of read(file).matchAll(/\bnpm (?:run (?:-s )?([a-z][\w:.-]*)|(start|test)\b)/g)) {
        const name = (run ?? short) as string;
        assert.ok(scripts[name.replace(/[.:]$/, '')], `${file}: npm run ${name}`);
      }
    }
  });

  it('has no link into nothing', () => {
    for (const file of DOCUMENTS) {
      for (const [, target] of read(file).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target as string)) continue;
        const [path, anchor] = (target as string).split('#');
        const found = path ? join(dirname(file), path) : file;
        assert.ok(existsSync(join(ROOT, found)), `${file}: ${target}`);
        if (anchor) assert.ok(anchorsOf(read(found)).has(anchor), `${file}: ${target}`);
      }
    }
  });

  it('takes its reader on a tour of operations that the schema has, as users that there are', () => {
    const schema = Supergraph.build(read('schema/supergraph.graphql')).apiSchema().toGraphQLJSSchema();
    const usernames = new Set(loadUsers().map(({ username }) => username));
    const steps = tour();
    assert.ok(steps.length >= 7, `${steps.length} operations`);
    for (const { username, operation } of steps) {
      assert.ok(usernames.has(username), username);
      assert.deepEqual(validate(schema, parse(operation)), [], operation);
    }
  });

  it('says when nothing answers', async () => {
    const ports = { GATEWAY_PORT: String(await freePort()), IDENTITY_PORT: String(await freePort()) };
    const { code, said } = await paste(`${definitionOfAsk()}\nask hub.auditor <<< '{ __typename }'`, ports);
    assert.notEqual(code, 0);
    assert.match(said, /identity provider .* does not answer/);
  });
});
