import type { BenchOperation } from '../harness/load.ts';

/** What is asked. The shape of the answers is the floor's to know (peers/floor/), everybody else's to plan. */
export const HEAVY = `query Heavy($from: Int!, $first: Int!) {
  cases(from: $from, first: $first) {
    id number title stage openedOn claim
    office { code name address phone }
    subject { id summary ... on Incident { place injured } ... on Dispute { contract } }
    parties {
      role standing
      person { token name birthYear occupation address { street district city } summonses { id servedOn manner } }
    }
    hearings { id heldOn room judge { id name rank } agenda { at what } }
    aid {
      id ceiling reasons
      payments {
        id amount paidOn
        recipient {
          __typename
          ... on Person { token name occupation }
          ... on Organisation { id name contact }
        }
        decidedBy { code name phone }
      }
    }
  }
}`;

export const LIGHT = `query Light($id: ID!) {
  case(id: $id) {
    id number title stage openedOn claim
    office { code name address phone }
    subject { id summary ... on Incident { place injured } ... on Dispute { contract } }
    parties { role standing person { token } }
  }
}`;

export const OPERATION_NAMES = ['heavy', 'light'] as const;
export type OperationName = (typeof OPERATION_NAMES)[number];

const PAGE = 17;

export type Operations = Readonly<Record<OperationName, BenchOperation>>;

export const OPERATIONS: Operations = {
  heavy: { query: HEAVY, variables: (client) => ({ from: client * PAGE, first: PAGE }) },
  light: { query: LIGHT, variables: (client) => ({ id: `case-${client}` }) },
};

/** All clients ask for the same: what is under way already may then be done once for several. */
export const ALIKE: Operations = {
  heavy: { query: HEAVY, variables: () => OPERATIONS.heavy.variables(0) },
  light: { query: LIGHT, variables: () => OPERATIONS.light.variables(0) },
};
