import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

/** `hive.ts <supergraph> <port> [rust]`: Hive Gateway as its documentation starts it on Node, with its own planner or the Rust one. */
const [file = '', port, planner] = process.argv.slice(2);
const runtime = createGatewayRuntime({
  supergraph: readFileSync(file, 'utf8'),
  logging: false,
  ...(planner === 'rust' && { unifiedGraphHandler }),
});
createServer(runtime).listen(Number(port), '127.0.0.1');
