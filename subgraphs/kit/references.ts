/** What a subgraph holds of a thing that another one owns: its key. */
export interface PersonReference {
  token: string;
}
export interface CaseReference {
  id: string;
}
export interface ReferralReference {
  id: string;
}
export interface AidLeadReference {
  id: string;
}
export interface AgencyReference {
  code: string;
}
export interface RegionReference {
  code: string;
}
