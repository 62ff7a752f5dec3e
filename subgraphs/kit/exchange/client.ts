import { Agent, request } from 'undici';
import { z } from 'zod';
import type { AgencyKeys } from '../crypto/keys.ts';
import type { Grant } from '../sharing/decide.ts';
import { GrantUnconfirmed, grantShape } from '../sharing/grants.ts';
import type { Reach, Viewer } from '../viewer.ts';
import { signQuestion } from './exchangeRequest.ts';

/** What the register knows of a case number. */
const caseShape = z.object({ caseId: z.uuid() });

export class RegisterUnreachable extends Error {}
/** The user has had as many numbers confirmed as a day allows. */
export class ConfirmationLimit extends Error {}
class Unanswered extends Error {}

/** What an agency asks the exchange directly, outside the graph. */
export interface ExchangeClient {
  /** The id of the case that bears this number; null where the viewer sees none in the register. @throws RegisterUnreachable */
  caseIdOf(number: string, viewer: Reach): Promise<string | null>;
  /**
   * The id of the case that bears this number in whichever region; null where no case does. It confirms the number and tells nothing of the
   * case. Each question is written into the exchange's audit trail under the viewer, found or not, and counts toward the viewer's daily
   * limit: ask `caseIdOf` before. @throws RegisterUnreachable, ConfirmationLimit
   */
  confirmCase(number: string, viewer: Viewer, requestId: string): Promise<string | null>;
  /** What a referral lets the reader see; null where it is not open, not addressed to the agency, or not of the region. @throws GrantUnconfirmed */
  grantOf(referral: string, reader: Reach): Promise<Grant | null>;
}

const agent = new Agent({ connections: 8, connectTimeout: 2_000, headersTimeout: 3_000, bodyTimeout: 3_000 });

export function createExchangeClient(exchangeUrl: string, agency: string, keys: AgencyKeys): ExchangeClient {
  /** Null where the exchange says that there is none. @throws Unanswered, ConfirmationLimit */
  const ask = async <T>(
    path: string,
    question: Parameters<typeof signQuestion>[0],
    shape: z.ZodType<T>,
  ): Promise<T | null> => {
    try {
      const body = await signQuestion(question, agency, keys);
      const headers = { 'content-type': 'application/jose' };
      const response = await request(`${exchangeUrl}${path}`, { method: 'POST', dispatcher: agent, headers, body });
      const text = await response.body.text();
      if (response.statusCode === 404) return null;
      if (response.statusCode === 200) return shape.parse(JSON.parse(text));
      if (response.statusCode === 429) throw new ConfirmationLimit();
    } catch (error) {
      if (error instanceof ConfirmationLimit) throw error;
      throw new Unanswered('The exchange did not answer.', { cause: error });
    }
    throw new Unanswered('The exchange did not take the question.');
  };
  return {
    caseIdOf: async (number, { region }) => {
      const question = { about: 'CASE_NUMBER', number, region } as const;
      const found = await ask('/register/case-by-number', question, caseShape).catch(() => {
        throw new RegisterUnreachable();
      });
      return found?.caseId ?? null;
    },
    confirmCase: async (number, { subject, username, roles }, requestId) => {
      const by = { subject, username, role: roles.join('+'), requestId };
      const question = { about: 'CASE_CONFIRMATION', number, by } as const;
      const found = await ask('/register/case-confirmation', question, caseShape).catch((error: unknown) => {
        throw error instanceof ConfirmationLimit ? error : new RegisterUnreachable();
      });
      return found?.caseId ?? null;
    },
    grantOf: (referral, reader) =>
      ask('/grants', { about: 'GRANT', referral, reader: reader.agency, region: reader.region }, grantShape).catch(
        () => {
          throw new GrantUnconfirmed();
        },
      ),
  };
}
