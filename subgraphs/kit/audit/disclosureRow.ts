import type { Purpose } from '../generated/schema.ts';
import type { Link } from './chain.ts';

/** A disclosure as its table has it. */
export interface DisclosureRow extends Link {
  at: Date;
  subject: string;
  username: string;
  agency: string;
  role: string;
  purpose: Purpose | null;
  referral_id: string | null;
  request_id: string;
  record_type: string;
  record_id: string;
  case_id: string | null;
  person_tokens: string[];
  fields: string[];
  denied: string[];
  /** Null where the record is of no region, and in rows from before there was the column. */
  region_code: string | null;
}
