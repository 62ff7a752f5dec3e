import { type CatalogueItem, readCatalogue } from '../../kit/sharing/catalogue.ts';
import type { SharingItem } from '../generated/resolvers.ts';

let items: SharingItem[] | null = null;

export interface CatalogueArgs {
  first: number;
  /** The type and field after which the list goes on. */
  after: string | null;
  agency: string | null;
  type: string | null;
}

/** A part of the catalogue; the schemas are read once, at the first question. */
export function catalogue({ first, after, agency, type }: CatalogueArgs): SharingItem[] {
  items ??= readCatalogue().map(toItem);
  const asked = items.filter((item) => (!agency || item.owner === agency) && (!type || item.type === type));
  const from = after ? asked.findIndex((item) => `${item.type}.${item.field}` === after) + 1 : 0;
  return asked.slice(from, from + first);
}

function toItem({ owner, type, field, description, rule }: CatalogueItem): SharingItem {
  return {
    owner,
    type,
    field,
    description,
    level: rule.level,
    with: [...(rule.with ?? [])],
    purposes: [...(rule.for ?? [])],
    mask: rule.mask,
    otherwise: rule.otherwise,
  };
}
