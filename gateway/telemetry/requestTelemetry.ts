import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Span, Tracing } from '../../protocol/tracing.ts';
import type { Answer } from '../execution/engine.ts';
import { Refusal } from '../http/refusal.ts';
import type { AdmittedOperation } from '../limits/admission.ts';
import { operations, personLookups } from './topics.ts';

/** Collects metrics and trace spans for one request. */
export class RequestTelemetry {
  readonly span: Span | undefined;
  /** Null while there is none. */
  answer: Answer | null = null;
  #operation: AdmittedOperation | null = null;

  constructor(span: Span | undefined) {
    this.span = span;
  }

  /** Runs the checks of an operation in a span of their own. */
  admit(check: () => AdmittedOperation): AdmittedOperation {
    const span = this.span?.child('admit');
    let operation: AdmittedOperation;
    try {
      operation = check();
    } finally {
      span?.end();
    }
    this.#operation = operation;
    const { node, trustedName } = operation;
    this.span?.setAttributes({
      'graphql.operation.type': node.operation,
      ...(trustedName !== null && { 'graphql.operation.name': trustedName }),
    });
    return operation;
  }

  /** @param errorCode set where the request failed */
  end(milliseconds: number, errorCode?: string): void {
    this.span?.end(errorCode);
    if (!this.#operation || !operations.hasSubscribers()) return;
    operations.publish({ name: this.#operation.trustedName, answer: this.answer, milliseconds });
    for (const field of this.#operation.personLookups) personLookups.publish({ field });
  }
}

/** Handles a request, and publishes its telemetry at the end, whether it succeeds or fails. */
export async function withTelemetry<T>(
  tracing: Tracing | null,
  request: FastifyRequest,
  reply: FastifyReply,
  handle: (telemetry: RequestTelemetry) => Promise<T>,
): Promise<T> {
  const telemetry = new RequestTelemetry(tracing?.request('request', request.headers));
  try {
    const result = await handle(telemetry);
    telemetry.end(reply.elapsedTime);
    return result;
  } catch (error) {
    telemetry.end(reply.elapsedTime, error instanceof Refusal ? error.code : 'INTERNAL_SERVER_ERROR');
    throw error;
  }
}
