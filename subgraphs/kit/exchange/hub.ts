/** The hub's own code among the agencies: the exchange signs as it, operators and auditors of the hub belong to it. */
export const HUB = 'HUB';
