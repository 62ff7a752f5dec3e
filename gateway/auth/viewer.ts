import type { Language, Viewer } from '../../protocol/viewer.ts';

/** The user that a token stands for. The language comes with each request. */
export interface AuthenticatedUser extends Omit<Viewer, 'language'> {
  /** The OAuth client that got the token, as the provider names it: an application, or an agency's own system. */
  client: string | null;
}

/** The user who sends a request. */
export interface GatewayViewer extends AuthenticatedUser {
  language: Language;
}
