/** Who is asking, from a verified token. */
export interface Viewer {
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
