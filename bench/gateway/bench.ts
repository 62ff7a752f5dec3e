import { freePort } from '../../test/harness/freePort.ts';
import type { Report } from '../harness/report.ts';
import { type Cores, takeCores } from './cores.ts';
import { type GatewayName, guarded, type Launch, OURS, PEERS } from './gateways.ts';
import { startIssuer } from './issuer.ts';
import { type RunningGateway, startGateway } from './runningGateway.ts';
import { type CannedSubgraphs, startSubgraphs } from './subgraphs/start.ts';

/** What every part of this bench needs: canned subgraphs, and gateways before them, each in a process of its own. */
export interface Bench {
  report: Report;
  subgraphs: CannedSubgraphs;
  start(name: GatewayName, nodeArguments?: readonly string[]): Promise<RunningGateway>;
}

/** Officers who are signed in where people are known; as many as there are clients at most. */
const OFFICERS = 50;

/** Stops whatever was started once the work is done. */
export async function withBench<Result>(report: Report, work: (bench: Bench) => Promise<Result>): Promise<Result> {
  const cores: Cores = takeCores();
  const [subgraphs, issuer] = await Promise.all([startSubgraphs(), startIssuer(OFFICERS)]);
  const launches: Readonly<Record<GatewayName, Launch>> = {
    ...PEERS,
    ours: OURS,
    guarded: guarded({ ...issuer.env, METRICS_PORT: String(await freePort()) }, issuer.tokens),
  };
  const started: RunningGateway[] = [];
  const stop = async () => {
    await Promise.all(started.map((gateway) => gateway.stop()));
    await Promise.all([issuer.stop(), subgraphs.stop()]);
  };
  // Gateways would outlive a bench that is given up.
  const giveUp = () => void stop().finally(() => process.exit(1));
  process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
  try {
    return await work({
      report,
      subgraphs,
      async start(name, nodeArguments = []) {
        const place = { supergraph: subgraphs.supergraph, core: cores.gateway, nodeArguments };
        const gateway = await startGateway(name, launches[name], place);
        started.push(gateway);
        return gateway;
      },
    });
  } finally {
    process.off('SIGINT', giveUp).off('SIGTERM', giveUp);
    await stop();
  }
}
