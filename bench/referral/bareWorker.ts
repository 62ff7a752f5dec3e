import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { startWorker } from '../../subgraphs/kit/database/worker.ts';
import { createLogger } from '../../subgraphs/kit/server/logger.ts';

/** node bareWorker.ts <database url> <jobs at once>: does jobs that do nothing, and tells its parent which are done. */
const [databaseUrl = '', concurrency = '1'] = process.argv.slice(2);
const TELL_MS = 10;

const db = connectDatabase(databaseUrl, 2);
let done: string[] = [];
const worker = startWorker({
  databaseUrl,
  db,
  concurrency: Number(concurrency),
  log: createLogger('bench', 'fatal'),
  tasks: {
    'bench-nothing': async (payload) => {
      done.push((payload as { id: string }).id);
    },
  },
});
const tell = setInterval(() => {
  if (done.length > 0) process.send?.(done);
  done = [];
}, TELL_MS);

process.on('disconnect', async () => {
  clearInterval(tell);
  await worker.stop();
  await db.destroy();
});
