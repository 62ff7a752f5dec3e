import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { parseDocument } from 'yaml';
import { referredLead, until } from '../harness/leads.ts';
import { PAGES, type Sample, sampleFile, sampleFolder, samplesOf } from '../harness/samples.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';
import { tokenOf } from '../harness/token.ts';

const schema = Supergraph.build(readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'))
  .apiSchema()
  .toGraphQLJSSchema();

/** Programs, by page and the file that the sample is, and the test that runs each. */
const RUN: Readonly<Record<string, string>> = {
  'docs/adding-an-agency.md make': 'newAgency.test.ts',
  'docs/adding-an-agency.md check': 'newAgency.test.ts',
  'docs/adding-an-agency.md subgraphs/exchange/referral-kinds.yml': 'newAgency.test.ts',
  'docs/adding-an-agency.md schema/permissions.yml': 'newAgency.test.ts',
  'docs/adding-an-agency.md remove': 'newAgency.test.ts',
  'docs/following-events.md follow.js': 'below',
  'docs/other-routers.md gateway.config.js': 'matrixThroughHive.test.ts',
};

/** Pages whose operations ask for what their reader has added to the schema. */
const ADDING = new Set(['docs/adding-a-field.md', 'docs/adding-an-agency.md']);

/** How samples of a language are checked; each throws what is wrong. */
const CHECKS: Readonly<Record<string, (sample: Sample) => void>> = {
  js: ({ page, file }) =>
    assert.ok(`${page} ${file}` in RUN, 'no test runs it: name its file in the fence, and the test in RUN'),
  // Fragments of files: what they say is tried by whoever follows the page.
  ts: ({ text }) => requireTypeScript(text),
  graphql: ({ page, text }) => {
    if (!isOperation(text)) requireDefinition(text);
    else if (ADDING.has(page)) parse(text);
    else requireValid(text);
  },
  sh: checkShell,
  // A part of a file may refer to another part of it.
  yaml: ({ text }) => assert.deepEqual(parseDocument(text).errors, []),
};

/** Languages whose samples nothing is checked of, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  text: 'drawings, and what a command printed: numbers and times differ from day to day',
  sql: 'a migration of a table that the page’s reader makes',
};

describe('the samples of the documentation', () => {
  const samples = PAGES.flatMap(samplesOf);

  it('are found on every page, and each is checked, or left out for a reason', () => {
    const fences = PAGES.flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/^ *```/gm)]).length;
    assert.equal(samples.length * 2, fences, 'every fence begins or ends a sample');
    const unknown = samples.filter(({ language }) => !(language in CHECKS) && !(language in LEFT_OUT));
    assert.deepEqual(unknown.map(placeOf), [], 'in a language that has no check');
  });

  for (const sample of samples.filter(({ language }) => language in CHECKS))
    it(`${placeOf(sample)} is what it says it is (${sample.language})`, () => CHECKS[sample.language]?.(sample));

  it('that a test runs are there', () => {
    const named = samples.filter(({ file }) => file !== null).map(({ page, file }) => `${page} ${file}`);
    assert.deepEqual(named.sort(), Object.keys(RUN).sort());
  });
});

describe('the client that follows events', () => {
  const OFFICER = 'womens-federation.shenyang.officer';
  let system: TestSystem;
  before(async () => {
    system = await startSystem();
  });
  after(() => system.stop());

  it('begins anew once where its cursor is of another stream, and then takes in what happens', async () => {
    const folder = sampleFolder({ 'follow.js': sampleFile('docs/following-events.md', 'follow.js').text });
    const { follow } = await folder.load<{ follow(parts: object): Promise<void> }>('follow.js');
    const leave = new AbortController();
    let cursor: string | null = Buffer.from('aid_lead_changes:1').toString('base64url');
    let begun = 0;
    const taken: string[] = [];
    const following = follow({
      url: `${system.config.urls.gateway}/graphql`,
      token: () => tokenOf(system, OFFICER),
      signal: leave.signal,
      store: {
        cursor: async () => cursor,
        async beginAnew(newest: string) {
          begun += 1;
          cursor = newest;
        },
        async takeIn(event: { cursor: string; action: string }) {
          taken.push(event.action);
          cursor = event.cursor;
        },
      },
    });
    try {
      await until('it begins anew', async () => begun > 0);
      await referredLead(system, await system.people.as(OFFICER));
      await until('it takes the referral in', async () => taken.includes('SEND'));
      // Longer than it waits between two attempts.
      await sleep(1_500);
      assert.equal(begun, 1, 'not again and again');
    } finally {
      leave.abort();
      await following;
      folder.remove();
    }
  });
});

function placeOf({ page, line }: Sample): string {
  return `${page}:${line}`;
}

function isOperation(text: string): boolean {
  return /^\s*(\{|query\b|mutation\b|subscription\b)/.test(text);
}

/** A part of a schema; pages also show fields without the type, or the operation, that they are added to. */
function requireDefinition(text: string): void {
  const forms = [text, `type Sample {\n${text}\n}`, `{\n${text}\n}`];
  assert.ok(
    forms.some((form) => {
      try {
        return parse(form);
      } catch {
        return false;
      }
    }),
    text,
  );
}

/** A file's text, or members of an object that a page adds to. */
function requireTypeScript(text: string): void {
  try {
    stripTypeScriptTypes(text);
  } catch {
    stripTypeScriptTypes(`({\n${text}\n})`);
  }
}

function requireValid(operation: string): void {
  assert.deepEqual(validate(schema, parse(operation)), [], operation);
}

/** What it says is a shell's, and the operations in it are valid: between lines GRAPHQL, and in what curl sends. */
function checkShell({ text }: Sample): void {
  execFileSync('bash', ['-n'], { input: text, stdio: ['pipe', 'ignore', 'pipe'] });
  for (const [, operation] of text.matchAll(/<<'GRAPHQL'\n([\s\S]*?)\nGRAPHQL$/gm)) requireValid(operation as string);
  for (const [, body] of text.matchAll(/-d '(\{[^']*\})'/g)) requireValid(JSON.parse(body as string).query);
}
