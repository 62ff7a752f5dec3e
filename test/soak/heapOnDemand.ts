import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Loaded into a part's process before it (node --import): says at HEAP_PORT what is in use when all garbage is gone. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

createServer((_request, response) => {
  collect();
  collect();
  response.end(JSON.stringify(process.memoryUsage()));
})
  .listen(Number(process.env.HEAP_PORT), '127.0.0.1')
  .unref();
