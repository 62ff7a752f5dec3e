import { decodeGrant, type GrantStatement, type ReferralGrant } from '../../../protocol/referralGrant.ts';
import { EXCHANGE } from '../../../protocol/subgraphNames.ts';

/** What the exchange says about the referral of one request. */
export interface GrantLookup {
  /** The newest answer of the exchange; null while there is none. */
  latest(): GrantStatement | null;
  /** The same, for the context of a subgraph. Asks the exchange if there is no answer and the subgraph is not the exchange. */
  statementFor(subgraph: string): GrantStatement | null;
  /**
   * Takes the grant from a header of a subgraph's answer. Only the exchange's header counts.
   * @param sentAt when the subgraph was asked, by performance.now()
   */
  receive(subgraph: string, header: string, sentAt: number): void;
}

/** @param ask asks the exchange. A failure leaves the grant unknown. */
export function createGrantLookup(ask: () => Promise<ReferralGrant | null>): GrantLookup {
  let grant: ReferralGrant | null | undefined;
  let grantSentAt = Number.NEGATIVE_INFINITY;
  let isAsked = false;
  const keepNewest = (answer: ReferralGrant | null, sentAt: number) => {
    if (sentAt < grantSentAt) return;
    grant = answer;
    grantSentAt = sentAt;
  };
  const latest = (): GrantStatement | null => {
    if (grant === undefined) return null;
    // Counted from the question: the exchange may read the referral at once and answer late.
    const age = performance.now() - grantSentAt;
    return { grant, age, askedAt: Math.floor(Date.now() - age) };
  };
  return {
    latest,
    statementFor(subgraph) {
      if (grant === undefined && !isAsked && subgraph !== EXCHANGE) {
        isAsked = true;
        const sentAt = performance.now();
        ask().then(
          (answer) => keepNewest(answer, sentAt),
          () => undefined,
        );
      }
      return latest();
    },
    receive(subgraph, header, sentAt) {
      const answer = subgraph === EXCHANGE ? decodeGrant(header) : undefined;
      if (answer !== undefined) keepNewest(answer, sentAt);
    },
  };
}
