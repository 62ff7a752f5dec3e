import { readFileSync } from 'node:fs';
import { z } from 'zod';

const shape = z.record(z.string(), z.string());

/** Reads the gateway's secrets, by agency, from context.json; the exchange's subgraph is the agency HUB. @throws where the file is missing */
export function loadContextKeys(file: string): Map<string, { audience: string; secret: Uint8Array }> {
  const secrets = shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(
    Object.entries(secrets).map(([agency, secret]) => [
      agency === 'HUB' ? 'exchange' : agency.toLowerCase().replaceAll('_', '-'),
      { audience: agency, secret: Buffer.from(secret, 'base64url') },
    ]),
  );
}
