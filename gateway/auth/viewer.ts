/** Who is asking, from a verified token. */
export interface Viewer {
  /** The token's `sub`: what the provider never changes and never gives to somebody else. Whatever asks who it is, asks this. */
  subject: string;
  /** What people call the subject; it may be changed, and be another's next. For reading only. */
  username: string;
  name: string;
  agency: string;
  /** GB/T 2260 code; 000000 for the whole country. */
  region: string;
  roles: readonly string[];
  language: 'zh' | 'en';
  /** The client by which the token was got, as the provider names it: a person's application, or an agency's own system. */
  client: string | null;
}

/** Whom a token speaks for; in which language, each request says. */
export type Known = Omit<Viewer, 'language'>;
