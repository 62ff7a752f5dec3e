import Negotiator from 'negotiator';

/** The language of messages: Chinese where the caller asks for it, else English. */
export function languageOf(acceptLanguage: string | undefined): 'zh' | 'en' {
  if (acceptLanguage === undefined) return 'en';
  const asked = new Negotiator({ headers: { 'accept-language': acceptLanguage } } as never);
  return asked.language(['en', 'zh']) === 'zh' ? 'zh' : 'en';
}
