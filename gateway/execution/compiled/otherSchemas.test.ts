import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { pino } from 'pino';
import { createCompiledEngine } from './compiledEngine.ts';
import { type Asked, ask, codes, LINK, startAgencies } from './scriptedAgencies.ts';

describe('the compiled engine', () => {
  describe('over other graphs', () => {
    /** Asks once. @param says what each agency answers */
    async function askOf(
      sdl: Readonly<Record<string, string>>,
      says: (name: string, question: Asked) => unknown,
      query: string,
    ) {
      const { supergraph, servers } = await startAgencies(sdl, says);
      const options = { subgraphUrls: {}, contexts: null, introspection: false, log: pino({ level: 'silent' }) };
      const engine = await createCompiledEngine({ supergraph, ...options });
      try {
        return await ask(engine, query);
      } finally {
        await engine.stop();
        for (const server of servers) server.close().closeAllConnections();
      }
    }

    it('sends all that is required of a list, in however many parts it is written', async () => {
      const person = 'type P @key(fields: "id") { id: ID!';
      const thing =
        'interface I { list: [V!] } type A implements I { list: [V!] x: Int } type V { k: String v: String }';
      const requires = 'thing { __typename list { k } ... on A { list { v } x } }';
      const sdl = {
        a: `${LINK} type Query { p: P } ${person} thing: I } ${thing.replaceAll(/type (A|V)[^{]*/g, '$& @shareable ')}`,
        b: `${LINK} ${person} thing: I @external out: String @requires(fields: "${requires}") } ${thing.replaceAll(/type (A|V)[^{]*/g, '$& @shareable ')}`,
      };
      const list = [{ k: 'k1', v: 'v1' }];
      let sent: unknown;
      const says = (name: string, { variables }: Asked) => {
        if (name === 'a') return { data: { p: { __typename: 'P', id: '1', thing: { __typename: 'A', list, x: 1 } } } };
        sent = variables.representations;
        return { data: { _entities: [{ out: 'out' }] } };
      };
      const { data } = await askOf(sdl, says, '{ p { out } }');
      assert.deepEqual(data, { p: { out: 'out' } });
      assert.deepEqual(sent, [{ __typename: 'P', id: '1', thing: { __typename: 'A', list, x: 1 } }]);
    });

    it('says at each place what another agency says of the root there', async () => {
      const sdl = {
        a: `${LINK} type Query { cases: [Case!] } type Case { query: Query }`,
        b: `${LINK} type Query { chief: String! }`,
      };
      const cases = [1, 2].map(() => ({ __typename: 'Case', query: { __typename: 'Query' } }));
      const says = (name: string) =>
        name === 'a'
          ? { data: { cases } }
          : { data: null, errors: [{ message: 'No.', path: ['chief'], extensions: { code: 'NO' } }] };
      const answer = await askOf(sdl, says, '{ cases { query { chief } } }');
      assert.deepEqual(answer.data, { cases: [{ query: null }, { query: null }] });
      assert.deepEqual(codes(answer), ['NO cases.0.query.chief', 'NO cases.1.query.chief']);
    });
  });

  it('names agencies as the supergraph does', async () => {
    const name = 'police公安';
    const typeDefs = parse(`${LINK} type Query { cases: Int }`);
    const { supergraphSdl } = composeServices([{ name, typeDefs, url: 'http://127.0.0.1:1' }]);
    const engine = await createCompiledEngine({
      supergraph: supergraphSdl ?? '',
      subgraphUrls: {},
      contexts: null,
      introspection: false,
      log: pino({ level: 'silent' }),
    });
    const { errors, extensions } = await ask(engine, '{ cases }');
    await engine.stop();
    assert.deepEqual([errors?.[0]?.extensions.agency, extensions?.agencies], [name, { [name]: 'failed' }]);
  });
});
