import type { IncomingHttpHeaders } from 'node:http';

/** A piece of work in a trace. Names of ours only go in: no value of a request, nothing of a person. */
export interface Span {
  child(name: string, names?: Readonly<Record<string, string>>): Span;
  /** Says what was not known when it began. */
  say(names: Readonly<Record<string, string>>): void;
  /** W3C trace context, by which what another server does for it is found below it. */
  traceparent(): string;
  /** @param fault a code, where it failed */
  end(fault?: string): void;
}

/** Null where nothing is traced. */
export interface Tracing {
  /** A request that came; below the caller's own span where it names one. */
  request(name: string, headers: IncomingHttpHeaders): Span;
}
