import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SubgraphState } from '../../execution/subgraphs/subgraphTelemetry.ts';
import { createMetrics } from './metrics.ts';

describe('the state of subgraphs', () => {
  it('is that of the current ones, and of none of a former supergraph', async () => {
    const state = (subgraph: string): SubgraphState => ({ subgraph, breaker: 'open', running: 1, waiting: 0 });
    let states = [state('courts'), state('police')];
    const { registry, stop } = createMetrics(() => states);
    const breakers = async () => (await registry.metrics()).match(/^casegraph_breaker_state.*$/gm);
    assert.equal((await breakers())?.length, 2);
    states = [state('police')];
    assert.deepEqual(await breakers(), ['casegraph_breaker_state{subgraph="police"} 2']);
    stop();
  });
});
