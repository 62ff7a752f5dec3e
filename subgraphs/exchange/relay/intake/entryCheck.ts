import type { AgencyKeys } from '../../../kit/crypto/keys.ts';
import { toSnake } from '../../../kit/database/columnNames.ts';
import { claimedHeader, type EnvelopeHeader, signedHeader } from '../../../kit/referrals/envelope.ts';
import type { ReferralRules } from '../../../kit/referrals/rules.ts';
import type { LedgerRow } from '../../generated/rows.ts';
import { COVERED, canonical, toEntry } from '../ledger/ledger.ts';

/** Where a referral stands by what its entries say. */
export interface Standing {
  sent: EnvelopeHeader;
  status: string;
  version: number;
  /** The entry that made it so. */
  seq: number;
}

/**
 * What is wrong with entries apart from the chain. Its hash is a plain one, which whoever can write to the database can compute
 * anew; what an agency has signed nobody else can.
 */
export interface EntryCheck {
  /** For entries in the ledger's order, null for each that holds. */
  faultsOf(rows: readonly LedgerRow[]): Promise<(string | null)[]>;
  /** By referral, after the entries that were checked. */
  standings: ReadonlyMap<string, Standing>;
}

/** @param keys null where signatures are not verified: the columns are compared with what the entry claims to be signed */
export function createEntryCheck(rules: ReferralRules, keys: Pick<AgencyKeys, 'verify'> | null): EntryCheck {
  const standings = new Map<string, Standing>();

  function faultOf(row: LedgerRow, header: EnvelopeHeader | null): string | null {
    if (!header) return keys ? 'It does not bear its sender’s signature.' : 'What was signed cannot be read.';
    const others = columnsThatDiffer(row, header);
    if (others.length > 0) return `It is not what its sender signed: ${others.join(', ')}.`;
    return follow(row, header);
  }

  /** Takes a referral to where the entry leads it, if it does lead there. */
  function follow(row: LedgerRow, header: EnvelopeHeader): string | null {
    const before = standings.get(row.referralId);
    const status = rules.action(row.action)?.to ?? before?.status;
    if ((!before && row.action !== 'SEND') || (row.version ?? 0) > (before?.version ?? 0) + 1)
      return 'Steps of its referral before it are missing.';
    if (row.version !== null && row.version <= (before?.version ?? 0))
      return 'A step of its referral is there twice, or at another place.';
    if (status !== row.status) return 'The status is not the one that its step leads to.';
    if (row.version !== null)
      standings.set(row.referralId, {
        sent: before?.sent ?? header,
        status: row.status,
        version: row.version,
        seq: row.seq,
      });
    return null;
  }

  return {
    standings,
    async faultsOf(rows) {
      const headers = await Promise.all(
        rows.map(({ jws, fromAgency: from }) => (keys ? signedHeader(jws, from, keys) : claimedHeader(jws))),
      );
      return rows.map((row, index) => faultOf(row, headers[index] ?? null));
    },
  };
}

/** By the database's names. What the exchange derives itself (status, recorded_at) is the same on both sides. */
function columnsThatDiffer(row: LedgerRow, header: EnvelopeHeader): string[] {
  const signed = toEntry({ header, status: row.status, recordedAt: row.recordedAt, jws: row.jws });
  if (canonical(row) === canonical(signed)) return [];
  return COVERED.filter((column) => JSON.stringify(row[column]) !== JSON.stringify(signed[column])).map(toSnake);
}
