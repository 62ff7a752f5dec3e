import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { z } from 'zod';
import { SUITE_NAMES } from './suiteNames.ts';

/**
 * The folder of keys: `<agency>.json` is that agency's secret, `public.json` what everybody knows, `context.json` the
 * gateway's secrets for its signed context, one for each subgraph.
 */
const jwk = z.record(z.string(), z.unknown()).transform((value) => value as JWK);
const suite = z.enum(SUITE_NAMES).default('standard');

const secretShape = z.object({
  suite,
  signing: jwk,
  decryption: jwk,
  /** By version. */
  fieldKeys: z.record(z.string(), z.string()),
  /** From when on a version seals, where that is not always: the parts have to know it before. */
  sealsFrom: z.record(z.string(), z.iso.datetime()).default({}),
  /** Shared by the agencies; the hub's file has none. */
  personTokenKey: z.string().optional(),
  contextKey: z.string(),
  auditKey: z.string(),
});
const publicShape = z.record(z.string(), z.object({ suite, verification: jwk, encryption: jwk }));
const contextShape = z.record(z.string(), z.string());

export type AgencySecret = z.infer<typeof secretShape>;
export type PublicKeys = z.infer<typeof publicShape>;

export function secretFile(folder: string, agency: string): string {
  return join(folder, `${agency.toLowerCase().replaceAll('_', '-')}.json`);
}

export function publicFile(folder: string): string {
  return join(folder, 'public.json');
}

export function contextFile(folder: string): string {
  return join(folder, 'context.json');
}

/** @throws where the folder lacks the agency's file */
export function readAgencySecret(folder: string, agency: string): AgencySecret {
  return secretShape.parse(readJson(secretFile(folder, agency)));
}

export function readPublicKeys(folder: string): PublicKeys {
  return publicShape.parse(readJson(publicFile(folder)));
}

export function readContextKeys(folder: string): Record<string, string> {
  return contextShape.parse(readJson(contextFile(folder)));
}

/** Whole or not at all: written beside its place and moved there, readable by its owner only. */
export function writeKeyFile(file: string, value: object): void {
  const beside = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, file);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
