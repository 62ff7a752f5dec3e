import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Agency, fieldOf } from './modules.ts';

const TEMPLATE = fileURLToPath(new URL('./template/', import.meta.url));

/** The files of a new agency by their path from the root: those of scaffold/template/ with its names in the place of `__part__` and the like. */
export function fillTemplate(agency: Agency): ReadonlyMap<string, string> {
  const field = fieldOf(agency);
  const names: Readonly<Record<string, string>> = {
    part: agency.part,
    code: agency.code,
    field,
    type: `${field[0]?.toUpperCase()}${field.slice(1)}`,
    zh: agency.names.zh,
    en: agency.names.en,
    port: String(agency.port),
  };
  const fill = (text: string) => text.replaceAll(/__(\w+?)__/g, (whole, name: string) => names[name] ?? whole);
  return new Map(
    globSync('**/*.tpl', { cwd: TEMPLATE }).map((file) => [
      fill(file.replace(/\.tpl$/, '')),
      fill(readFileSync(`${TEMPLATE}${file}`, 'utf8')),
    ]),
  );
}
