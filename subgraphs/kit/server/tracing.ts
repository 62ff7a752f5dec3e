import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Knex } from 'knex';
import type { Span, Tracing } from '../../../protocol/tracing.ts';
import { currentSpan, enterSpan } from './requestState.ts';

/** Asked by whatever watches the part. */
const UNTRACED = new Set(['/health', '/ready']);

/** Spans for the requests of a server, and below each for the statements that it makes by this pool. */
export function traceServer(app: FastifyInstance, db: Knex, tracing: Tracing): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', (request, _reply, done) => {
    const { url } = request.routeOptions;
    if (url !== undefined && !UNTRACED.has(url)) {
      const span = tracing.request('request', request.headers);
      spans.set(request, span);
      enterSpan(span);
    }
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    spans.get(request)?.end(reply.statusCode >= 400 ? `HTTP_${reply.statusCode}` : undefined);
    done();
  });
  traceStatements(db);
}

/** As knex tells of a statement. */
interface Statement {
  __knexQueryUid: string;
  sql: string;
}

function traceStatements(db: Knex): void {
  const spans = new Map<string, Span>();
  const end = (uid: string, fault?: string) => {
    spans.get(uid)?.end(fault);
    spans.delete(uid);
  };
  db.on('query', ({ __knexQueryUid, sql }: Statement) => {
    const span = currentSpan()?.child('statement', namesOf(sql));
    if (span) spans.set(__knexQueryUid, span);
  });
  db.on('query-response', (_response: unknown, { __knexQueryUid }: Statement) => end(__knexQueryUid));
  db.on('query-error', ({ code }: { code?: string }, { __knexQueryUid }: Statement) =>
    end(__knexQueryUid, code ?? 'ERROR'),
  );
}

/** What it does and to which table; its text stays here, since a part of it may have been written with values. */
function namesOf(sql: string): Record<string, string> {
  const verb = /^\s*(select|insert|update|delete|with|begin|commit|rollback)\b/i.exec(sql)?.[1]?.toLowerCase();
  // Lists by key are laid beside the keys, which are no table.
  const table = /\b(?:from|into|update)\s+(?!unnest\b)"?([a-z_][a-z0-9_]*)"?/i.exec(sql)?.[1];
  return {
    'db.system.name': 'postgresql',
    'db.operation.name': verb ?? 'other',
    ...(table && { 'db.collection.name': table }),
  };
}
