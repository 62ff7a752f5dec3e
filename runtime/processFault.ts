/** One of several processes that ended before it was ready; it has said why. */
export class ProcessFault extends Error {}
