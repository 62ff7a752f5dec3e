import { writeFileSync } from 'node:fs';

/** Loaded before a gateway, by --import with ?file=<where> and --expose-gc: on SIGUSR2 it writes how many bytes it really holds, garbage gone. */
const file = new URL(import.meta.url).searchParams.get('file');
const { gc } = globalThis;
if (file === null || gc === undefined) throw new Error('Give a file, and Node --expose-gc.');
process.on('SIGUSR2', () => {
  gc();
  writeFileSync(file, String(process.memoryUsage().heapUsed));
});
