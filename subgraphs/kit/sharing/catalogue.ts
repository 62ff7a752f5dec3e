import { parse } from 'graphql';
import { agencyOfPart } from '../definition.ts';
import { ownSdl, subgraphNames } from '../schema/sdl.ts';
import { readSharing, type SharedField } from './rules.ts';

/** An item of the sharing catalogue: a field, and the agency that owns it. */
export interface CatalogueItem extends SharedField {
  owner: string;
}

/** What holds nothing of anybody: the questions, the pages of lists, and what mutations answer. */
const FRAME = /^(Query|Mutation)$|(Payload|Connection|Edge)$/;

/** The catalogue of all agencies, from the text of their schemas, in the order of owner, type and field. Keys belong to everybody, and types that all share to nobody: they are left out. */
export function readCatalogue(): CatalogueItem[] {
  return subgraphNames().flatMap((part) =>
    readSharing(parse(ownSdl(part)))
      .filter(({ type, isKey }) => !isKey && !FRAME.test(type))
      .map((field) => ({ owner: agencyOfPart(part), ...field })),
  );
}
