import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { subgraphOfAgency } from '../../../protocol/subgraphNames.ts';

/** By subgraph: its agency, which is the audience of its contexts, and the secret that only the gateway and the subgraph know. */
export type ContextKeys = ReadonlyMap<string, { audience: string; secret: Uint8Array }>;

const fileSchema = z.record(z.string(), z.string());

/** Reads context.json, which has the secrets by agency, in base64url. @throws where the file is missing */
export function loadContextKeys(file: string): ContextKeys {
  const secrets = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(
    Object.entries(secrets).map(([agency, secret]) => [
      subgraphOfAgency(agency),
      { audience: agency, secret: Buffer.from(secret, 'base64url') },
    ]),
  );
}
