import type { IncomingHttpHeaders } from 'node:http';

/** A span of a trace. Only names from our own code go in: no value of a request, nothing about a person. */
export interface Span {
  child(name: string, attributes?: Readonly<Record<string, string>>): Span;
  /** Adds attributes that were not known at the start. */
  setAttributes(attributes: Readonly<Record<string, string>>): void;
  /** The W3C trace context header for a request to another server. */
  traceparent(): string;
  /** @param errorCode set where the work failed */
  end(errorCode?: string): void;
}

export interface Tracing {
  /** Starts the span of an incoming request, as a child of the sender's span if the headers name one. */
  request(name: string, headers: IncomingHttpHeaders): Span;
}
