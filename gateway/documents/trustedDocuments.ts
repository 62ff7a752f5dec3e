import { Kind, parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { fingerprint } from './fingerprint.ts';

/** schema/trusted-documents.json has the form of Apollo's persisted query manifest, which client tools read and write. */
const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), body: z.string() })),
});

export interface TrustedDocuments {
  /** The texts of all documents. */
  texts: readonly string[];
  /** The text of a document by its SHA-256; null where there is none. */
  textOf(id: string): string | null;
  /** Whether an operation with this fingerprint is in the manifest. */
  has(fingerprint: string): boolean;
  /** Whether an operation with this name is in the manifest. */
  hasName(name: string): boolean;
}

/** @param manifest the text of schema/trusted-documents.json */
export function readTrustedDocuments(manifest: string): TrustedDocuments {
  const { operations } = manifestSchema.parse(JSON.parse(manifest));
  const texts = new Map(operations.map(({ id, body }) => [id, body]));
  const fingerprints = new Set(
    operations.flatMap(({ body }) => {
      const document = parse(body, { noLocation: true });
      return document.definitions.flatMap((node) =>
        node.kind === Kind.OPERATION_DEFINITION ? [fingerprint(document, node)] : [],
      );
    }),
  );
  const names = new Set(operations.map(({ name }) => name));
  return {
    texts: [...texts.values()],
    textOf: (id) => texts.get(id) ?? null,
    has: (operation) => fingerprints.has(operation),
    hasName: (name) => names.has(name),
  };
}

const permissionsSchema = z.object({
  roles: z.record(z.string(), z.object({ operations: z.enum(['TRUSTED', 'ANY']) })),
});

/**
 * The roles whose clients may send documents of their own where trusted documents are required.
 * @param permissions the text of schema/permissions.yml
 */
export function rolesWithOwnDocuments(permissions: string): ReadonlySet<string> {
  const { roles } = permissionsSchema.parse(parseYaml(permissions));
  return new Set(Object.keys(roles).filter((role) => roles[role]?.operations === 'ANY'));
}
