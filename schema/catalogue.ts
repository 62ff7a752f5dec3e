import { readFileSync, writeFileSync } from 'node:fs';
import { type CatalogueItem, readCatalogue } from '../subgraphs/kit/sharing/catalogue.ts';

/**
 * Writes docs/sharing-catalogue.md from the schema: what each agency shares, with whom, for what. `npm run catalogue` writes it,
 * `npm run catalogue -- --check` fails where the committed one is stale.
 */
const FILE = new URL('../docs/sharing-catalogue.md', import.meta.url);

const LEVELS = { UNCONDITIONAL: '无条件共享', CONDITIONAL: '有条件共享', NOT_SHARED: '不予共享' } as const;

const HEAD = `# 共享目录 Sharing catalogue

Generated from \`@sharing\` in the schema (\`npm run catalogue\`); never edited. Fields that are keys, the pages of lists and what mutations answer are left out.

- **无条件共享** unconditional: the agencies named read it at any time, within their region; the parties of a referral see its records only.
- **有条件共享** conditional: only under an open referral to the reader's agency that the reader names, on its persons and its case, for one of the purposes.
- **不予共享** not shared: only the owner's own people.

"all" are the agencies that serve people; the hub itself only where it is named.
`;

function page(items: readonly CatalogueItem[]): string {
  const owners = Map.groupBy(items, ({ owner }) => owner);
  return [HEAD, ...[...owners].map(([owner, ofOwner]) => section(owner, ofOwner))].join('\n');
}

function section(owner: string, items: readonly CatalogueItem[]): string {
  const types = Map.groupBy(items, ({ type }) => type);
  return `## ${owner}\n\n${[...types].map(([type, fields]) => table(type, fields)).join('\n')}`;
}

function table(type: string, fields: readonly CatalogueItem[]): string {
  const rows = fields.map(({ field, description, rule }) => {
    const form = [rule.mask, rule.otherwise && `else ${rule.otherwise}`].filter(Boolean).join(', ');
    const cells = [
      `\`${field}\``,
      description.replaceAll('|', '\\|').replaceAll('\n', ' '),
      LEVELS[rule.level],
      rule.level === 'NOT_SHARED' ? '' : (rule.with?.join(', ') ?? 'all'),
      rule.level === 'CONDITIONAL' ? (rule.for?.join(', ') ?? 'any') : '',
      form,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `### ${type}\n\n| field | what it is | level | with | for | masked |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

const written = page(readCatalogue());
if (process.argv.includes('--check')) {
  const isStale = readFileSync(FILE, 'utf8') !== written;
  console.log(
    isStale ? 'docs/sharing-catalogue.md is stale: run npm run catalogue.' : 'docs/sharing-catalogue.md is fresh.',
  );
  process.exit(isStale ? 1 : 0);
}
writeFileSync(FILE, written);
console.log('docs/sharing-catalogue.md written.');
