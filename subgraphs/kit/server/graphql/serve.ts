import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createHandler, type Request, type Response } from 'graphql-http';
import { GRANT_HEADER, GRANT_USED_HEADER } from '../../../../protocol/headers.ts';
import { encodeGrant } from '../../../../protocol/referralGrant.ts';
import { settle } from '../../sharing/commitDisclosures.ts';
import { createForesight } from '../../sharing/detectConditionalFields.ts';
import type { ConfirmedGrant } from '../../sharing/grants.ts';
import type { SharingSession } from '../../sharing/session.ts';
import type { Viewer } from '../../viewer.ts';
import type { Logger } from '../logger.ts';
import type { Documents } from './documents.ts';
import { shownError, withCode } from './shownError.ts';

/** What has to be known of a request's context here. */
interface Answering {
  sharing: SharingSession;
  viewer: Viewer;
  /** The exchange's statement on the named referral, which the gateway reads from a header of the answer. */
  ownGrant?: Promise<ConfirmedGrant> | undefined;
}

interface Parts<Context> {
  schema: GraphQLSchema;
  documents: Documents;
  /** Verifies who asks; null where nobody is who may ask. */
  identify(request: FastifyRequest): Promise<{ context: () => Context } | null>;
  log: Logger;
}

const UNAUTHENTICATED = new GraphQLError("The gateway's signed context is missing or not valid.", {
  extensions: { code: 'UNAUTHENTICATED' },
});
const NO_OPERATION = new GraphQLError('The document holds no such operation, or several of which none is named.', {
  extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
});

/** Queries and mutations: POST /graphql with JSON, by graphql-http. */
export function serveOperations<Context extends Answering>(
  app: FastifyInstance,
  { schema, documents, identify, log }: Parts<Context>,
): void {
  const asksForConditional = createForesight(schema);
  const shown = (errors: readonly GraphQLError[]) => errors.map((error) => shownError(error, log));
  const refused = (status: number, errors: readonly GraphQLError[]) => respond(status, { errors: shown(errors) });

  const handle = createHandler<FastifyRequest, undefined, Context & Record<PropertyKey, unknown>>({
    async onSubscribe({ raw }, { query, operationName, variables }) {
      const asking = await identify(raw);
      if (!asking) return refused(401, [UNAUTHENTICATED]);
      const prepared = documents.prepare(query);
      if ('errors' in prepared) return refused(400, prepared.errors);
      const { document } = prepared;
      if (!prepared.operation(operationName)) return refused(400, [NO_OPERATION]);
      const contextValue = asking.context() as Context & Record<PropertyKey, unknown>;
      if (contextValue.sharing.mayUseGrant && asksForConditional(document)) contextValue.sharing.askEarly();
      return { schema, document, operationName, variableValues: variables, contextValue };
    },
    async onOperation(_request, { contextValue }, result) {
      const { errors, ...answer } = result as { data?: object | null; errors?: readonly GraphQLError[] };
      // Nothing was executed: what the variables hold is not what they are for.
      if (!('data' in answer)) {
        const ofInput = (errors ?? []).map((error) => withCode(error, 'BAD_USER_INPUT'));
        return refused(400, ofInput);
      }
      const refusal = await settle(contextValue as Context, log);
      if (refusal) return respond(200, { data: null, errors: [refusal] });
      const headers = { ...(contextValue?.sharing.usedGrant && USED), ...(await grantHeader(contextValue)) };
      return respond(200, { ...(errors && { errors: shown(errors) }), ...answer }, headers);
    },
  });

  app.post('/graphql', async (request, reply) => {
    const { method, url, headers, body } = request;
    const asked: Request<FastifyRequest, undefined> = {
      method,
      url,
      headers,
      body: body as Record<string, unknown>,
      raw: request,
      context: undefined,
    };
    const [text, { status, headers: said = {} }] = await handle(asked);
    return reply.code(status).headers(said).send(text);
  });
}

/** Left out where it failed: the gateway asks when it needs it. */
async function grantHeader({ ownGrant }: Partial<Answering> = {}): Promise<Record<string, string>> {
  const said = await ownGrant?.catch(() => undefined);
  return said ? { [GRANT_HEADER]: encodeGrant(said.grant) } : {};
}

const USED = { [GRANT_USED_HEADER]: 'used' };

function respond(status: number, answer: object, headers: Record<string, string> = {}): Response {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return [JSON.stringify(answer), { status, statusText: '', headers: { ...type, ...headers } }];
}
