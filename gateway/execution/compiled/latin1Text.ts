import { isUtf8 } from 'node:buffer';
import { SubgraphFault } from '../subgraphs/subgraphFault.ts';

/**
 * A text whose characters are the bytes of its UTF-8. Most of what agencies send is only passed on: in this form it is neither
 * decoded nor encoded. To JSON, a byte above 127 is a letter like any other. Names, keys and types, which are compared, are
 * ASCII and the same in both forms.
 */
export type Latin1Text = string;

export function toLatin1(text: string): Latin1Text {
  return Buffer.from(text).toString('latin1');
}

export function bytesOf(text: Latin1Text): Buffer {
  return Buffer.from(text, 'latin1');
}

/** The text of a response. @throws SubgraphFault where it is not UTF-8, SyntaxError where it has escapes and is not JSON */
export function readLatin1(bytes: Buffer): Latin1Text {
  if (!isUtf8(bytes)) throw new SubgraphFault('NOT_AN_ANSWER');
  const text = bytes.toString('latin1');
  // An escape stands for a character that may have several bytes: written again, it is not escaped.
  return text.includes('\\u') ? toLatin1(JSON.stringify(JSON.parse(bytes.toString()))) : text;
}
