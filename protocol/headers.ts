/** A JWT that tells a subgraph who is asking (context/). Sent by the gateway with every request to a subgraph. */
export const CONTEXT_HEADER = 'x-casegraph-context';

/** The id of the referral under which a client reads. Sent by clients to the gateway. */
export const REFERRAL_HEADER = 'x-referral';

/** The exchange's current statement on the named referral (referralGrant.ts). Sent by the exchange with its answers. */
export const GRANT_HEADER = 'x-casegraph-grant';

/** Marks a subgraph's answer that holds data which only the named referral opened. */
export const GRANT_USED_HEADER = 'x-casegraph-grant-used';

/** The gateway's id of a request, in log lines and audit trails. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** Path beside /graphql at which the exchange tells the gateway what the referral in the signed context opens. */
export const GRANT_PATH = 'referral-grant';
