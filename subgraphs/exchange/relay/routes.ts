import type { FastifyInstance } from 'fastify';
import type { Knex } from 'knex';
import { GRANT_PATH } from '../../../protocol/headers.ts';
import type { DisclosureLog } from '../../kit/audit/disclosures.ts';
import type { AgencyKeys } from '../../kit/crypto/keys.ts';
import { SYSTEM_SCOPE, scopeOf } from '../../kit/database/rowScope.ts';
import { verifyQuestion } from '../../kit/exchange/exchangeRequest.ts';
import type { Envelope } from '../../kit/referrals/envelope.ts';
import type { ReferralRules } from '../../kit/referrals/rules.ts';
import type { Logger } from '../../kit/server/logger.ts';
import { runInScope } from '../../kit/server/requestState.ts';
import type { Authenticate } from '../../kit/server/server.ts';
import { grantOf } from '../referrals/grant.ts';
import { confirmCase } from '../register/caseConfirmation.ts';
import { caseIdOfNumber } from '../register/store/cases.ts';
import type { Intake } from './intake/intake.ts';
import { takeSealRequest } from './seals.ts';

interface Parts {
  intake: Intake;
  /** Sees all rows. */
  db: Knex;
  /** Sees what the reader sees of whom an agency asks. */
  readers: Knex;
  keys: AgencyKeys;
  rules: ReferralRules;
  log: Logger;
  authenticate: Authenticate;
  disclosures: DisclosureLog;
}

const NOT_OPEN = { code: 'REFERRAL_NOT_OPEN' };

const ENVELOPE_SHAPE = {
  type: 'object',
  required: ['jws', 'jwe'],
  properties: { jws: { type: 'string' }, jwe: { type: 'string' } },
};

const SEAL_SHAPE = { type: 'object', required: ['jws'], properties: { jws: { type: 'string' } } };

/** What is asked of the exchange outside the graph: by agencies, each of whose requests proves itself by its sender's signature, and by the gateway. */
export async function relayRoutes(
  app: FastifyInstance,
  { intake, db, readers, keys, rules, log, authenticate, disclosures }: Parts,
): Promise<void> {
  app.post<{ Body: Envelope }>('/envelopes', { schema: { body: ENVELOPE_SHAPE } }, async (request, reply) => {
    const answer = await runInScope(SYSTEM_SCOPE, () => intake.take(request.body, request.ip));
    return reply.code(answer.httpStatus).send(answer.body);
  });

  app.post<{ Body: { jws: string } }>('/seals', { schema: { body: SEAL_SHAPE } }, async (request, reply) => {
    const answer = await runInScope(SYSTEM_SCOPE, () => takeSealRequest({ db, keys, log }, request.body.jws));
    return reply.code(answer.httpStatus).send(answer.body);
  });

  app.addContentTypeParser('application/jose', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post<{ Body: string }>('/register/case-by-number', async (request, reply) => {
    const asked = await verifyQuestion(request.body, keys);
    if (asked?.question.about !== 'CASE_NUMBER') return reply.code(401).send({ code: 'BAD_SIGNATURE' });
    const { number, region } = asked.question;
    // A case of another region and one that is sealed are as unknown as one that there is not.
    const caseId = await runInScope(scopeOf({ agency: asked.asker, region }), () => caseIdOfNumber(db, number));
    return caseId ? { caseId } : reply.code(404).send({ code: 'CASE_UNKNOWN' });
  });
  app.post<{ Body: string }>('/register/case-confirmation', async (request, reply) => {
    const asked = await verifyQuestion(request.body, keys);
    if (asked?.question.about !== 'CASE_CONFIRMATION') return reply.code(401).send({ code: 'BAD_SIGNATURE' });
    const { number, by } = asked.question;
    const confirmation = await confirmCase({ db, disclosures }, asked.asker, number, by);
    if ('caseId' in confirmation) return confirmation;
    return reply.code(confirmation.refused === 'CASE_UNKNOWN' ? 404 : 429).send({ code: confirmation.refused });
  });
  app.post<{ Body: string }>('/grants', async (request, reply) => {
    const asked = await verifyQuestion(request.body, keys);
    if (asked?.question.about !== 'GRANT') return reply.code(401).send({ code: 'BAD_SIGNATURE' });
    const { referral, reader, region } = asked.question;
    const grant = await grantOf(readers, rules, referral, { agency: reader, region });
    return grant ?? reply.code(404).send(NOT_OPEN);
  });
  // The gateway asks for whoever names the referral; its signed context says both.
  app.post(`/${GRANT_PATH}`, async (request, reply) => {
    const asking = await authenticate(request);
    if (!asking) return reply.code(401).send({ code: 'UNAUTHENTICATED' });
    const grant = await grantOf(readers, rules, asking.referral ?? '', asking.viewer);
    return grant ?? reply.code(404).send(NOT_OPEN);
  });
}
