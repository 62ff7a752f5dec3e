import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';

/** An operation as somebody writes it who uses none of schema/operations. It needs a name. */
export function operation<Data = Record<string, unknown>, Variables = Record<string, unknown>>(
  text: string,
): TypedDocumentNode<Data, Variables> {
  return parse(text);
}
