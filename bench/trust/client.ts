import { Agent, request } from 'undici';
import type { Asked, Question } from './questions.ts';
import type { TrustSystem, Which } from './system.ts';

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown; extensions?: { code?: string } }[];
}

/** Asks at one gateway or the other, as whoever's turn it is. */
export interface Client {
  answer(which: Which, question: Question, asked: Asked): Promise<Answer>;
  /** Without reading what came, for timing. @throws where it is no answer without errors */
  ask(which: Which, question: Question, asked: Asked): Promise<void>;
  close(): Promise<void>;
}

export function createClient(system: TrustSystem): Client {
  const agent = new Agent({ connections: 16 });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (username: string) => {
    const token = tokens.get(username) ?? system.token(username);
    tokens.set(username, token);
    return token;
  };
  const send = async (which: Which, { query }: Question, { username, variables, referral }: Asked): Promise<string> => {
    const response = await request(system.gateways[which], {
      method: 'POST',
      dispatcher: agent,
      headers: {
        authorization: `Bearer ${await tokenOf(username)}`,
        'content-type': 'application/json',
        'accept-language': 'en',
        // To have the exchange asked about it is part of what is measured.
        ...(referral && which === 'with' && { 'x-referral': referral }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.body.text();
    if (response.statusCode !== 200)
      throw new Error(`The gateway ${which} answered ${response.statusCode}: ${text.slice(0, 300)}`);
    return text;
  };
  return {
    answer: async (...call) => JSON.parse(await send(...call)) as Answer,
    async ask(...call) {
      const text = await send(...call);
      if (text.startsWith('{"errors"') || !text.startsWith('{"data"'))
        throw new Error(`Not answered: ${text.slice(0, 300)}`);
    },
    close: () => agent.close(),
  };
}
