import type { FastifyInstance } from 'fastify';
import type { Knex } from 'knex';
import type { AgencyKeys } from '../kit/crypto/keys.ts';
import type { Envelope } from '../kit/referrals/envelope.ts';
import { verifyQuestion } from '../kit/registerQuestion.ts';
import type { Intake } from './relay/intake.ts';

interface Parts {
  intake: Intake;
  db: Knex;
  keys: AgencyKeys;
}

const ENVELOPE_SHAPE = {
  type: 'object',
  required: ['jws', 'jwe'],
  properties: { jws: { type: 'string' }, jwe: { type: 'string' } },
};

/** What agencies ask of the exchange outside the graph; each request proves itself by its sender's signature. */
export async function relayRoutes(app: FastifyInstance, { intake, db, keys }: Parts): Promise<void> {
  app.post<{ Body: Envelope }>('/envelopes', { schema: { body: ENVELOPE_SHAPE } }, async (request, reply) => {
    const answer = await intake.take(request.body);
    return reply.code(answer.httpStatus).send(answer.body);
  });

  app.addContentTypeParser('application/jose', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post<{ Body: string }>('/register/case-by-number', async (request, reply) => {
    const number = await verifyQuestion(request.body, keys);
    if (number === null) return reply.code(401).send({ code: 'BAD_SIGNATURE' });
    const found = await db('case_numbers').where({ number }).first('case_id');
    return found ? { caseId: found.case_id } : reply.code(404).send({ code: 'CASE_UNKNOWN' });
  });
}
