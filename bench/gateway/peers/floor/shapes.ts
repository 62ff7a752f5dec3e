/** What the floor's fetches give. */
export interface Case {
  __typename: 'Case';
  id: string;
  number: string;
  title: string;
  stage: string;
  openedOn: string;
  claim: number;
  office: { code: string; name: string; address: string; phone: string | null };
  subject:
    | { __typename: 'Incident'; id: string; summary: string; place: string; injured: number | null }
    | { __typename: 'Dispute'; id: string; summary: string; contract: string };
  parties: { role: string; standing: string | null; person: { token: string } }[];
}

export interface CourtCase {
  hearingCount: number;
  hearings: {
    id: string;
    heldOn: string;
    room: string;
    judge: { id: string };
    agenda: { at: string; what: string }[][];
  }[];
}

export interface AidCase {
  aid: {
    id: string;
    ceiling: number;
    reasons: string[];
    payments: {
      id: string;
      amount: number;
      paidOn: string | null;
      recipient: Recipient;
      decidedBy: { code: string };
    }[];
  } | null;
}

export type Recipient = { __typename: 'Person'; token: string } | { __typename: 'Organisation'; id: string };

export interface Person {
  name: string;
  birthYear: number;
  occupation: string | null;
  address: { street: string; district: string; city: string };
}

export interface Summoned {
  summonses: { id: string; servedOn: string | null; manner: string }[];
}

export interface Official {
  name: string;
  rank: string;
}

export interface Received {
  name: string;
  occupation?: string | null;
  contact?: string | null;
}

export interface Office {
  name: string;
  phone: string | null;
}
