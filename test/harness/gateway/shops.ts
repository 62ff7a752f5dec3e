import { startGraph, type TestGraph } from './graph.ts';

/** A graph of two subgraphs, from both of which the answer to BOTH comes, each in words of this shop. */
export function startShop(name: string, more = '', waitMs = 0): Promise<TestGraph> {
  const book = { isbn: '1', title: name };
  return startGraph({
    books: {
      sdl: `type Query { books: [Book!]! slow: String! } type Book @key(fields: "isbn") { isbn: ID! title: String! ${more} }`,
      resolvers: { Query: { books: () => [book], slow: () => later(waitMs, name) } },
    },
    stock: {
      sdl: 'type Book @key(fields: "isbn") { isbn: ID! place: String! }',
      resolvers: {
        Book: { __resolveReference: ({ isbn }: { isbn: string }) => ({ isbn, place: `place of ${name}` }) },
      },
    },
  });
}

export const BOTH = '{ books { title place } }';

/** The data with which a shop answers BOTH. */
export const answerOf = (name: string) => ({ books: [{ title: name, place: `place of ${name}` }] });

function later(milliseconds: number, value: string): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
}
