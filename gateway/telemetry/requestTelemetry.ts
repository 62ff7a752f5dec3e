import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from '../execution/engine.ts';
import { Refusal } from '../http/refusal.ts';
import type { Admitted } from '../limits/admission.ts';
import type { Span, Tracing } from './span.ts';
import { lookUpsAsked, operationsEnded } from './topics.ts';

/** A request with operations on its way, for whoever counts and traces. */
export class Course {
  readonly span: Span | undefined;
  /** In the order of the request, where there are. */
  answers: readonly Answer[] | null = null;
  #admitted: readonly Admitted[] = [];

  constructor(span: Span | undefined) {
    this.span = span;
  }

  /** What the door lets through. */
  admit(work: () => readonly Admitted[]): readonly Admitted[] {
    const span = this.span?.child('admit');
    try {
      this.#admitted = work();
    } finally {
      span?.end();
    }
    const [first] = this.#admitted;
    if (first) this.span?.say({ 'graphql.operation.type': first.node.operation, ...namesOf(first) });
    return this.#admitted;
  }

  /** Tells of each operation that it has ended. @param fault a code, where it failed */
  end(milliseconds: number, fault?: string): void {
    this.span?.end(fault);
    if (!operationsEnded.hasListeners()) return;
    for (const [index, { trustedName, lookUps }] of this.#admitted.entries()) {
      operationsEnded.tell({ name: trustedName, answer: this.answers?.[index] ?? null, milliseconds });
      for (const field of lookUps) lookUpsAsked.tell({ field });
    }
  }
}

/** Does a request's work, and tells of it at its end, however it ends. */
export function follow<T>(
  tracing: Tracing | null,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (course: Course) => Promise<T>,
): Promise<T> {
  const course = new Course(tracing?.request('request', request.headers));
  const working = work(course);
  working.then(
    () => course.end(reply.elapsedTime),
    (error) => course.end(reply.elapsedTime, faultOf(error)),
  );
  return working;
}

/** Another operation's name is its writer's, and may say anything. */
function namesOf({ trustedName }: Admitted): Record<string, string> {
  return trustedName === null ? {} : { 'graphql.operation.name': trustedName };
}

function faultOf(error: unknown): string {
  const code = error instanceof Refusal ? error.errors[0]?.extensions?.code : null;
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
