/** The subgraphs of this bench, which has a schema of its own: what it measures is to be true of any federated schema. */
export const SUBGRAPHS = ['register', 'persons', 'courts', 'aid'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];
