import { invalidInput } from '../problems/problem.ts';
import type { ReferralRules } from './rules.ts';

/** What an officer gave as the reason of a step. */
export interface GivenReason {
  code: string | null | undefined;
  text?: string | null | undefined;
}

/** The reason, one of those that the kind knows for the action; OTHER needs words. @throws Problem */
export function requireReason(
  rules: ReferralRules,
  kindCode: string,
  action: string,
  reason: GivenReason | undefined,
): { code: string; text: string | null } {
  const kind = rules.kind(kindCode);
  const known = kind ? rules.reasonsFor(kind, action) : [];
  const accepted = {
    zh: known.map(({ code, words }) => `${code} ${words.zh}`).join('、'),
    en: known.map(({ code, words }) => `${code} (${words.en})`).join(', '),
  };
  const code = reason?.code ?? '';
  if (code === '') {
    throw invalidInput(['reasonCode'], {
      code: 'REASON_REQUIRED',
      message: { zh: '必须说明理由。', en: 'A reason is required.' },
      accepted,
    });
  }
  if (!known.some((option) => option.code === code)) {
    const message = { zh: '理由代码不在此类移送的理由表中。', en: 'The reason is not one of this kind of referral.' };
    throw invalidInput(['reasonCode'], { code: 'REASON_UNKNOWN', message, accepted }, code);
  }
  const text = reason?.text || null;
  if (code === 'OTHER' && !text) throw invalidInput(['text'], 'REASON_TEXT_REQUIRED');
  return { code, text };
}
