import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { COMPILED } from './harness/compileCache.ts';
import { findTestFiles, isQuick } from './runner/testFiles.ts';

/*
 * npm test [-- file…]: first the tests that need no database, all in one process, then the others, a process for each file.
 * npm run test:quick: only the first.
 */
const ROOT = resolve(import.meta.dirname, '..');
const TALLY = join(ROOT, '.tally');
const EVERY_RUN = ['--test-timeout=180000', '--test-reporter=spec', '--test-reporter-destination=stdout'];
/** One process is enough for tests that do not wait for another. */
const IN_ONE_PROCESS = ['--test-isolation=none'];
const ON_A_CLUSTER = ['--test-global-setup=test/harness/setup.ts', '--test-concurrency=2'];

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const files = named.length > 0 ? named : findTestFiles();
const quick = files.filter((file) => isQuick(file));
const others = process.argv.includes('--quick') ? [] : files.filter((file) => !isQuick(file));

rmSync(TALLY, { force: true });
const tallies = [await runTests(IN_ONE_PROCESS, quick), await runTests(ON_A_CLUSTER, others)];
const sum = (count: 'passed' | 'failed') => tallies.reduce((total, tally) => total + tally[count], 0);
writeFileSync(TALLY, `${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = tallies.some(({ code }) => code !== 0) ? 1 : 0;

interface Tally {
  code: number;
  passed: number;
  failed: number;
}

/** A run that was cut short has no tally and counts as one failure. */
async function runTests(options: readonly string[], chosen: readonly string[]): Promise<Tally> {
  if (chosen.length === 0) return { code: 0, passed: 0, failed: 0 };
  const tally = ['--test-reporter=./test/harness/tally.ts', `--test-reporter-destination=${TALLY}`];
  const child = spawn(process.execPath, ['--test', ...options, ...EVERY_RUN, ...tally, ...chosen], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  const text = existsSync(TALLY) ? readFileSync(TALLY, 'utf8') : '';
  rmSync(TALLY, { force: true });
  const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(text) ?? [];
  return { code: code ?? 1, passed: Number(passed ?? 0), failed: Number(failed ?? 1) };
}
