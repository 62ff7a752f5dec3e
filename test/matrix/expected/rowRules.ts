import { counterpartOf } from '../samples/aidRows.ts';
import { AGENCIES, type Agency, type Facts, isHiddenRow, type PartyRecords } from './facts.ts';
import type { Reader } from './oracle.ts';
import { mayRead } from './roles.ts';

/*
 * Which rows an agency sees of those that only the parties of a referral do: beside the rules of the fields.
 */

/** Whether a record is kept from an agency as a whole. */
export function isRowHidden(type: string, id: string, { agency, roles }: Reader, records: readonly Facts[]): boolean {
  const viewer = agency as Agency;
  const field = FIELD_OF[type];
  if (!field) return isHiddenRow(type, agency);
  const of = partyOf(records, field, id);
  if (type === 'Referral') return !['HUB', of, counterpartOf(of)].includes(viewer);
  const owner: Agency = type === 'AidCase' ? 'PROSECUTORS' : 'WOMENS_FEDERATION';
  const isOwn = viewer === owner && mayRead(roles, 'OWN');
  return !isOwn && viewer !== otherSideAt(owner, of);
}

/** Whether an agency's own side of a referral is kept from a viewer. */
export function isSideHidden(owner: Agency, referral: string, viewer: Agency, records: readonly Facts[]): boolean {
  if (viewer === owner) return false;
  return viewer === 'HUB' || viewer !== otherSideAt(owner, partyOf(records, ['referral', 'parent', 'child'], referral));
}

/** Whether a viewer reads a record of the ledger as its own: the sender of a referral wrote its case and persons. */
export function isAuthor(type: string, id: string, { agency, roles }: Reader, records: readonly Facts[]): boolean {
  if (type !== 'Referral' || !mayRead(roles, 'OWN')) return false;
  return agency === counterpartOf(partyOf(records, ['referral', 'parent', 'child'], id));
}

/** Who stands on the other side of a referral in an agency's own database. */
function otherSideAt(owner: Agency, of: Agency): Agency {
  return of === owner ? counterpartOf(owner) : of;
}

const FIELD_OF: Readonly<Record<string, readonly (keyof PartyRecords)[]>> = {
  Referral: ['referral', 'parent', 'child'],
  AidLead: ['aidLead'],
  AidCase: ['aidCase'],
  AssistanceMeasure: ['measure'],
  Visit: ['visit'],
};

/** The agency for which a record is there. */
function partyOf(records: readonly Facts[], fields: readonly (keyof PartyRecords)[], id: string): Agency {
  const found = AGENCIES.find((agency) =>
    records.some(({ parties }) => fields.some((field) => parties[agency][field] === id)),
  );
  if (!found) throw new Error('A record of no party.');
  return found;
}
