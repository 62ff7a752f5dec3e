/** A supergraph that cannot be served. The message may quote it, for the person who provided it; the reason does not, for the log. */
export class SupergraphFault extends Error {
  readonly code: string;
  readonly reason: string;

  constructor(code: string, reason: string, options: ErrorOptions & { message?: string } = {}) {
    super(options.message ?? reason, options);
    this.code = code;
    this.reason = reason;
  }
}
