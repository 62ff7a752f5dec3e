import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { type Language, languageOfTerminal } from './config.ts';
import { type Step, showDemoProgress } from './demoProgress.ts';

const STEPS: readonly Step[] = ['GENERATE', 'GENERATE', 'FILL', 'FILL', 'FILL', 'COMMIT', 'DONE'];

function shown(language: Language, isTTY: boolean): string {
  const output = Object.assign(new PassThrough(), { isTTY, columns: 200 });
  const progress = showDemoProgress(language, output as never);
  for (const [done, step] of STEPS.entries()) progress.tell(done, STEPS.length, step);
  progress.stop();
  return String(output.read() ?? '');
}

test('the progress in a log tells each step once, in one language', () => {
  const english = shown('en', false).trimEnd().split('\n');
  const chinese = shown('zh', false).trimEnd().split('\n');
  assert.deepEqual([english.length, chinese.length], [4, 4]);
  assert.deepEqual(english, [...new Set(english)]);
  for (const line of english) assert.match(line, /^Demonstration data: [a-z' ]+$/);
  for (const line of chinese) assert.match(line, /^演示数据: \p{Script=Han}+$/u);
});

test('the progress bar of a terminal has no word of the other language', () => {
  assert.doesNotMatch(shown('en', true), /\p{Script=Han}/u);
  assert.match(shown('en', true), /ready/);
  assert.doesNotMatch(stripVTControlCharacters(shown('zh', true)), /[a-z]/i);
  assert.match(shown('zh', true), /已就绪/);
});

test('the language is the one of the terminal', () => {
  const language = (env: Record<string, string>) => languageOfTerminal(env);
  assert.equal(language({ LANG: 'zh_CN.UTF-8' }), 'zh');
  assert.equal(language({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }), 'en');
  assert.equal(language({ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW' }), 'zh');
  assert.deepEqual([language({}), language({ LANG: 'zhuang' })], ['en', 'en']);
});
