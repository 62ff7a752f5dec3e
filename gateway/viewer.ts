/** Who is asking, from a verified token. */
export interface Viewer {
  username: string;
  name: string;
  agency: string;
  /** GB/T 2260 code; 000000 for the whole country. */
  region: string;
  roles: readonly string[];
  language: 'zh' | 'en';
}
