import Negotiator from 'negotiator';
import { remembered } from '../memoize.ts';

const languageIn = remembered((acceptLanguage): 'zh' | 'en' => {
  const asked = new Negotiator({ headers: { 'accept-language': acceptLanguage } } as never);
  return asked.language(['en', 'zh']) === 'zh' ? 'zh' : 'en';
});

/** The language of messages: Chinese where the caller asks for it, else English. */
export function languageOf(acceptLanguage: string | undefined): 'zh' | 'en' {
  return acceptLanguage === undefined ? 'en' : languageIn(acceptLanguage);
}
