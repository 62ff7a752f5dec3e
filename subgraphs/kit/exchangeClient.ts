import { Agent, request } from 'undici';
import { z } from 'zod';
import type { AgencyKeys } from './crypto/keys.ts';
import { signQuestion } from './registerQuestion.ts';

/** What the register knows of a case number. */
const answerShape = z.object({ caseId: z.uuid() });

export class RegisterUnreachable extends Error {}

/** What an agency asks the exchange directly, outside the graph. */
export interface ExchangeClient {
  /** The id of the case that bears this number; null where the register has none. @throws RegisterUnreachable */
  caseIdOf(number: string): Promise<string | null>;
}

const agent = new Agent({ connections: 4, connectTimeout: 2_000, headersTimeout: 3_000, bodyTimeout: 3_000 });

export function createExchangeClient(exchangeUrl: string, agency: string, keys: AgencyKeys): ExchangeClient {
  return {
    async caseIdOf(number) {
      const body = await signQuestion({ number }, agency, keys);
      const response = await request(`${exchangeUrl}/register/case-by-number`, {
        method: 'POST',
        dispatcher: agent,
        headers: { 'content-type': 'application/jose' },
        body,
      }).catch(() => {
        throw new RegisterUnreachable();
      });
      const text = await response.body.text().catch(() => {
        throw new RegisterUnreachable();
      });
      if (response.statusCode === 404) return null;
      if (response.statusCode !== 200) throw new RegisterUnreachable();
      return answerShape.parse(JSON.parse(text)).caseId;
    },
  };
}
