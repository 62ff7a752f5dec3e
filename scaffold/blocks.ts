/** By the name of a block, its lines. */
export type Blocks = Readonly<Record<string, readonly string[]>>;

/**
 * Generated lines in a file that is otherwise written by hand stand between two comments:
 *
 *     # <agencies ports>
 *     …
 *     # </agencies>
 */
const BLOCK = /^([ \t]*)(#|--|<!--) <agencies (\w+)>([^\n]*)\n[\s\S]*?^[ \t]*(?:#|--|<!--) <\/agencies>/gm;

/** The text with the lines of its blocks replaced, at the indentation of their first comment. @throws where a block is missing or unknown */
export function replaceBlocks(text: string, blocks: Blocks): string {
  const missing = new Set(Object.keys(blocks));
  const replaced = text.replace(BLOCK, (_, indent: string, mark: string, name: string, rest: string) => {
    const lines = blocks[name];
    if (!lines) throw new Error(`nobody writes the block <agencies ${name}>`);
    missing.delete(name);
    const written = lines.map((line) => (line === '' ? '\n' : `${indent}${line}\n`)).join('');
    return `${indent}${mark} <agencies ${name}>${rest}\n${written}${indent}${mark} </agencies>`;
  });
  if (missing.size > 0) throw new Error(`no block <agencies ${[...missing].join(', ')}>`);
  return replaced;
}
