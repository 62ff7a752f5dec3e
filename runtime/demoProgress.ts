import { SingleBar } from 'cli-progress';
import type { Language } from './config.ts';

/** What is done one after the other. All databases are filled at the same time, hence in one step. */
export type Step = 'GENERATE' | 'FILL' | 'COMMIT' | 'DONE';

const WORDS: Readonly<Record<Language, Readonly<Record<'TITLE' | Step, string>>>> = {
  zh: {
    TITLE: '演示数据',
    GENERATE: '正在生成案件和线索',
    FILL: '正在写入各机关的数据库',
    COMMIT: '正在提交',
    DONE: '已就绪',
  },
  en: {
    TITLE: 'Demonstration data',
    GENERATE: 'generating cases and leads',
    FILL: "writing to the agencies' databases",
    COMMIT: 'committing',
    DONE: 'ready',
  },
};

export interface DemoProgress {
  tell(done: number, total: number, step: Step): void;
  stop(): void;
}

/** Shows how far loading is: a bar in a terminal; elsewhere, as in a log, a line for each step. */
export function showDemoProgress(
  language: Language,
  output: Pick<NodeJS.WriteStream, 'isTTY'> & NodeJS.WritableStream = process.stderr,
): DemoProgress {
  const words = WORDS[language];
  if (!output.isTTY) {
    let last: Step | null = null;
    return {
      tell(_done, _total, step) {
        if (step !== last) output.write(`${words.TITLE}: ${words[step]}\n`);
        last = step;
      },
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: `${words.TITLE} {bar} {percentage} % {what}`,
    stream: output,
    clearOnComplete: false,
  });
  let isStarted = false;
  return {
    tell(done, total, step) {
      const what = words[step];
      if (!isStarted) bar.start(total, 0, { what });
      isStarted = true;
      bar.update(done, { what });
    },
    stop: () => (isStarted ? bar.stop() : undefined),
  };
}
