import { readConfig } from '../../runtime/config.ts';
import { databaseName, provision } from '../../runtime/installation.ts';
import { loadSubgraph, subgraphOptions } from '../../runtime/parts.ts';

/**
 * Serves subgraphs without sharing rules, trail and row-level security, as runtime/commands/serve.ts serves them with
 * these: in this process, until it is told to stop. They connect as the cluster's superuser, for whom PostgreSQL leaves
 * row-level security out, so the statements are the same.
 */
const config = readConfig();
const { superuserPassword } = provision(config);

const running = await Promise.all(
  process.argv.slice(2).map(async (part) => {
    const databaseUrl = `postgres://postgres:${superuserPassword}@127.0.0.1:${config.ports.database}/${databaseName(part)}`;
    const subgraph = await loadSubgraph(part);
    const { app, close } = await subgraph.createApp({ ...subgraphOptions(part, config), databaseUrl, bare: true });
    await app.listen({ host: config.host, port: config.ports[part] as number });
    return close;
  }),
);

async function stop(): Promise<void> {
  await Promise.all(running.map((close) => close()));
  process.exit(0);
}

process.once('SIGTERM', () => void stop());
process.once('disconnect', () => void stop());
process.send?.('ready');
