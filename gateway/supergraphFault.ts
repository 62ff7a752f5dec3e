/** A supergraph that cannot be served, in words for whoever gave it. */
export class SupergraphFault extends Error {}
