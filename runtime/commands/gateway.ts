import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigurationFault, ENGINES, readConfigWith } from '../config.ts';
import { startFault } from '../faults.ts';
import { startGatewayOf } from '../gateway.ts';
import { isOneOfSeveral, READY } from '../processes.ts';
import { requireSaidSo } from '../production.ts';
import { stopWhenHopeless, stopWhenTold } from '../stopping.ts';
import { trustAuthorities } from '../tls.ts';

/** npm run gateway -- --supergraph <file> [--port <n>] [--anonymous] [--engine <name>] [--processes <n>]: serves any federation 2 supergraph. */
const USAGE = `Usage: npm run gateway -- --supergraph <file> [--port <n>] [--anonymous] [--engine <name>] [--processes <n>]

  --supergraph <file>  a composed federation 2 supergraph; its subgraphs are asked where it says that they are
  --port <n>           where to listen; as GATEWAY_PORT, 4000 unless set
  --anonymous          nobody signs in, and subgraphs are told nothing of who asks
  --engine <name>      what executes operations: ${ENGINES.join(' or ')}; as GATEWAY_ENGINE
  --processes <n>      how many processes share the port; as GATEWAY_PROCESSES, 1 unless set

Whatever else there is to set is set by the environment; the README has the list.`;

try {
  const { values } = parseArgs({
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string' },
      anonymous: { type: 'boolean', default: false },
      engine: { type: 'string' },
      processes: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else if (values.supergraph === undefined) {
    console.error(USAGE);
    process.exit(2);
  } else await serve(values.supergraph, values);
} catch (error) {
  const isOfArguments = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (isOfArguments) console.error(`${(error as Error).message}\n\n${USAGE}`);
  else console.error(startFault('gateway', error) ?? error);
  process.exit(isOfArguments ? 2 : 1);
}

interface Given {
  port?: string | undefined;
  engine?: string | undefined;
  processes?: string | undefined;
  anonymous: boolean;
}

async function serve(file: string, { port, engine, processes, anonymous }: Given): Promise<void> {
  // What is given here stands before the environment, and has the same bounds.
  const config = readConfigWith({
    ...(port !== undefined && { GATEWAY_PORT: port }),
    ...(engine !== undefined && { GATEWAY_ENGINE: engine }),
    ...(processes !== undefined && { GATEWAY_PROCESSES: processes }),
  });
  if (!anonymous) requireSaidSo('gateway', config);
  trustAuthorities(config);
  const served = { file, supergraph: readText(file), subgraphUrls: {}, anonymous };
  const gateway = await startGatewayOf(config, served, process.argv.slice(2));
  stopWhenHopeless(gateway, stopWhenTold([gateway]));
  if (isOneOfSeveral) process.send?.(READY);
  else console.log(`gateway: ready on port ${config.ports.gateway}.`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationFault(`--supergraph: ${file} cannot be read (${(error as { code?: string }).code}).`);
  }
}
