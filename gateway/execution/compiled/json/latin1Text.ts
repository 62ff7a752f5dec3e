import { isUtf8 } from 'node:buffer';
import { SubgraphFault } from '../../subgraphs/subgraphFault.ts';

/**
 * Texts as they travel: each byte of their UTF-8 is one character. What an agency sends is mostly passed on, and so it need
 * be neither decoded nor encoded; to JSON and to this engine a byte above 127 is a letter like another. Whatever is compared
 * (names, keys, types) is ASCII, and the same in both forms.
 */
export type Wire = string;

export function toWire(text: string): Wire {
  return Buffer.from(text).toString('latin1');
}

export function bytesOf(wire: Wire): Buffer {
  return Buffer.from(wire, 'latin1');
}

/** A response's text. @throws SubgraphFault where it is no UTF-8, SyntaxError where it has escapes and is no JSON */
export function readWire(bytes: Buffer): Wire {
  if (!isUtf8(bytes)) throw new SubgraphFault('NOT_AN_ANSWER');
  const wire = bytes.toString('latin1');
  // An escape stands for a character, which may be more than one byte: written anew it is not escaped.
  return wire.includes('\\u') ? toWire(JSON.stringify(JSON.parse(bytes.toString()))) : wire;
}
