import { readConfig } from '../config.ts';
import { startFault } from '../faults.ts';
import { PARTS } from '../partNames.ts';
import { startPart } from '../parts.ts';
import { READY } from '../processes.ts';
import type { RunningPart } from '../runningPart.ts';
import { stopWhenHopeless, stopWhenTold } from '../stopping.ts';

/**
 * npm run serve -- <part> [<part> …]: starts parts in this process, until it is told to stop. Run by `npm start` it also
 * says when it is ready, and stops when its parent is gone.
 */
const parts = process.argv.slice(2);
const unknown = parts.filter((part) => !PARTS.includes(part));
if (parts.length === 0 || unknown.length > 0) {
  console.error(
    `${unknown.length > 0 ? `No part is called ${unknown.join(', ')}. ` : ''}Usage: npm run serve -- <part>, one of ${PARTS.join(', ')}.`,
  );
  process.exit(2);
}

const running: RunningPart[] = [];
const stop = stopWhenTold(running);

try {
  const config = readConfig();
  await Promise.all(
    parts.map(async (part) => {
      try {
        const started = await startPart(part, config);
        running.push(started);
        stopWhenHopeless(started, stop);
      } catch (error) {
        throw Object.assign(error as Error, { part });
      }
    }),
  );
  if (process.send) process.send(READY);
  else console.log(`${parts.join(', ')}: ready.`);
} catch (error) {
  const part = (error as { part?: string }).part ?? parts.join(', ');
  console.error(startFault(part, error) ?? error);
  await stop(1);
}
