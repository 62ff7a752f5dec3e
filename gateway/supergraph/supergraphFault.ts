/** A supergraph that cannot be served: as message in words for whoever gave it, which may quote it, and as reason in words that do not. */
export class SupergraphFault extends Error {
  readonly code: string;
  readonly reason: string;

  constructor(code: string, reason: string, options: ErrorOptions & { message?: string } = {}) {
    super(options.message ?? reason, options);
    this.code = code;
    this.reason = reason;
  }
}
