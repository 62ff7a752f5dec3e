import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parse, validate } from 'graphql';
import { pino } from 'pino';
import { createApolloEngine } from '../../../gateway/execution/apolloEngine.ts';
import { createCompiledEngine } from '../../../gateway/execution/compiled/compiledEngine.ts';
import { ask } from '../../../gateway/execution/compiled/scriptedAgencies.ts';
import type { Engine } from '../../../gateway/execution/engine.ts';
import { readSupergraph } from '../../../gateway/supergraph/readSupergraph.ts';
import { difference } from './compare.ts';
import { type Luck, randomFrom } from './luck.ts';
import { type GeneratedOperation, generateOperation } from './operations.ts';
import { type RunningSubgraphs, startSubgraphs } from './subgraphs.ts';
import { FEDERATED_SCHEMAS } from './supergraphs.ts';

/** More with CASEGRAPH_DIFFERENTIAL=5000. */
const OPERATIONS = Number(process.env.CASEGRAPH_DIFFERENTIAL ?? 32);

const WORLDS: readonly (readonly [string, Omit<Luck, 'seed'>])[] = [
  ['where all goes well', { nulls: 0, errors: 0, unknown: 0 }],
  ['with nulls', { nulls: 0.15, errors: 0, unknown: 0.05 }],
  ['with errors', { nulls: 0.02, errors: 0.05, unknown: 0 }],
  ['where much goes wrong', { nulls: 0.2, errors: 0.15, unknown: 0.1 }],
];

describe('the compiled engine answers as the reference', () => {
  for (const federated of FEDERATED_SCHEMAS) {
    describe(federated.name, () => {
      let subgraphs: RunningSubgraphs;
      let ours: Engine;
      let reference: Engine;
      before(async () => {
        subgraphs = await startSubgraphs(federated);
        const options = {
          supergraph: subgraphs.supergraph,
          subgraphUrls: {},
          contexts: null,
          introspection: true,
          log: pino({ level: 'silent' }),
        };
        ours = await createCompiledEngine(options);
        reference = await createApolloEngine(options);
      });
      after(async () => {
        await Promise.all([ours?.stop(), reference?.stop()]);
        await subgraphs?.stop();
      });

      for (const [world, luck] of WORLDS) {
        it(world, async (test) => {
          const schema = readSupergraph(subgraphs.supergraph).schema;
          const random = randomFrom(7);
          let compared = 0;
          let withErrors = 0;
          for (let seed = 1; compared < OPERATIONS; seed += 1) {
            assert.ok(seed < OPERATIONS * 3, 'most of what is generated is valid');
            const generated = generateOperation(schema, random);
            if (validate(schema, parse(generated.query)).length > 0) continue;
            subgraphs.setLuck({ ...luck, seed });
            const { query, variables } = generated;
            const [mine, theirs] = [await ask(ours, query, variables), await ask(reference, query, variables)];
            const found = difference(mine, theirs);
            assert.equal(found, null, `${describeOperation(generated)}\n${JSON.stringify(found, null, 1)}`);
            compared += 1;
            if (theirs.errors) withErrors += 1;
          }
          test.diagnostic(`${compared} operations, ${withErrors} of them with errors`);
          if (luck.errors > 0) assert.ok(withErrors > OPERATIONS / 20, 'errors are met');
        });
      }
    });
  }
});

function describeOperation({ query, variables }: GeneratedOperation): string {
  return `${query}\n${JSON.stringify(variables)}`;
}
