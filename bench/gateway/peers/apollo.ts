import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** `apollo.ts <supergraph> <port>`: @apollo/server with @apollo/gateway, as their documentation starts them. */
const [file = '', port] = process.argv.slice(2);
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(file, 'utf8') });
// The two packages disagree on the type of an optional property, and on nothing that runs.
const server = new ApolloServer({ gateway: gateway as never });
await startStandaloneServer(server, { listen: { port: Number(port), host: '127.0.0.1' } });
