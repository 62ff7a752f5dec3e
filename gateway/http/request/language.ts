import Negotiator from 'negotiator';
import type { Language } from '../../../protocol/viewer.ts';

/** The language of messages: Chinese for clients that prefer it, else English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'en';
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage } } as never);
  return negotiator.language(['en', 'zh']) === 'zh' ? 'zh' : 'en';
}
