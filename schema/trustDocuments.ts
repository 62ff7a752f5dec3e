import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Kind, parse, print } from 'graphql';
import { operationAlone, sha256 } from '../gateway/documents/fingerprint.ts';

/**
 * Writes schema/trusted-documents.json, the operations that production answers, from schema/operations: each with the
 * fragments it needs, by the SHA-256 of its text. `npm run trust` writes it, `npm run trust -- --check` fails where the
 * committed one is stale.
 */
const FILE = new URL('./trusted-documents.json', import.meta.url);
const OPERATIONS = new URL('./operations/', import.meta.url);

const all = parse(
  readdirSync(OPERATIONS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, OPERATIONS), 'utf8'))
    .join('\n'),
);
const operations = all.definitions
  .flatMap((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return [];
    const body = print(operationAlone(all, node));
    return [{ id: sha256(body), name: node.name?.value ?? '', type: node.operation, body }];
  })
  .sort((one, other) => (one.name < other.name ? -1 : 1));
const manifest = `${JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }, null, 2)}\n`;

if (process.argv.includes('--check')) {
  const stale = readFileSync(FILE, 'utf8') !== manifest;
  console.log(
    stale ? 'schema/trusted-documents.json is stale: run npm run trust.' : 'schema/trusted-documents.json is fresh.',
  );
  process.exit(stale ? 1 : 0);
}
writeFileSync(FILE, manifest);
console.log('schema/trusted-documents.json written.');
