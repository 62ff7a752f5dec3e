import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const serviceShape = z.object({
  image: z.string().optional(),
  command: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  volumes: z.array(z.string()),
  ports: z.array(z.string()).default([]),
});

export type ComposeService = z.infer<typeof serviceShape>;

const fileShape = z.object({ services: z.record(z.string(), serviceShape) });

/** The services of docker-compose.yml by name: anchors merged, variables filled in as the engine would. */
export function readServices(variables: Readonly<Record<string, string>>): Record<string, ComposeService> {
  return fileShape.parse(interpolate(composeFile(), variables)).services;
}

/** The variables without which the engine refuses to start anything: those written `${NAME:?why}`. */
export function requiredVariables(): Set<string> {
  return new Set([...JSON.stringify(composeFile()).matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name as string));
}

function composeFile(): unknown {
  return parse(readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8'), { merge: true });
}

function interpolate(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => interpolate(item, variables));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, interpolate(item, variables)]));
  }
  if (typeof value !== 'string') return value;
  return value.replace(/\$(?:\$|\{(\w+):\?[^}]*\}|.?)/g, (found, name: string | undefined) => {
    if (found === '$$') return '$';
    const filled = name && variables[name];
    if (!filled) throw new Error(`docker-compose.yml asks for ${found}, which is not among the required variables.`);
    return filled;
  });
}
