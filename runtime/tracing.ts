import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Span as OtelSpan, Tracer } from '@opentelemetry/api';
import type { Span, Tracing } from '../protocol/tracing.ts';
import type { Config } from './config.ts';

/** The traces of one part, which are sent as they come and when it ends. */
export interface PartTracing extends Tracing {
  close(): Promise<void>;
}

/** What is left is sent within so long when the part ends. */
const FLUSH_MS = 1_000;
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Sends a part's traces by OpenTelemetry's protocol; null, and nothing of it loaded, where no receiver is configured. Of
 * what a caller sends only W3C's traceparent is read: its tracestate and baggage may hold anything.
 */
export async function startTracing(
  part: string,
  { tracing: { endpoint, share } }: Config,
): Promise<PartTracing | null> {
  if (endpoint === null) return null;
  const [api, sdk, { resourceFromAttributes }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.namespace': 'casegraph', 'service.name': part }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }) })],
  });
  const tracer: Tracer = provider.getTracer('casegraph');

  const spanOf = (span: OtelSpan): Span => ({
    child: (name, names = {}) => {
      const kind = name === 'fetch' ? api.SpanKind.CLIENT : api.SpanKind.INTERNAL;
      return spanOf(tracer.startSpan(name, { kind, attributes: names }, api.trace.setSpan(api.ROOT_CONTEXT, span)));
    },
    setAttributes: (names) => void span.setAttributes(names),
    traceparent: () => {
      const { traceId, spanId, traceFlags } = span.spanContext();
      return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
    },
    end: (fault) => {
      if (fault !== undefined) span.setStatus({ code: api.SpanStatusCode.ERROR, message: fault });
      span.end();
    },
  });

  const callerOf = ({ traceparent }: IncomingHttpHeaders) => {
    const [, traceId, spanId, flags] = TRACEPARENT.exec(String(traceparent)) ?? [];
    if (!traceId || !spanId || !flags) return api.ROOT_CONTEXT;
    const traceFlags = Number.parseInt(flags, 16) & api.TraceFlags.SAMPLED;
    const caller = { traceId, spanId, traceFlags, isRemote: true };
    return api.isSpanContextValid(caller) ? api.trace.setSpanContext(api.ROOT_CONTEXT, caller) : api.ROOT_CONTEXT;
  };

  return {
    request: (name, headers) => spanOf(tracer.startSpan(name, { kind: api.SpanKind.SERVER }, callerOf(headers))),
    // Nobody waits for a receiver that is down: what it has not taken by then is lost.
    close: () => Promise.race([provider.shutdown().catch(() => undefined), sleep(FLUSH_MS, undefined, { ref: false })]),
  };
}
