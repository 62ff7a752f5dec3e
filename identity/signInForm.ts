import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { InteractionResults, Provider } from 'oidc-provider';
import { grantWhatIsAsked } from './consent.ts';
import { readForm } from './form.ts';
import type { Page, Pages } from './pages.ts';
import type { SignInAttempts } from './signInAttempts.ts';
import type { Refused } from './signInRefusal.ts';
import type { DemoUser } from './users.ts';

/** Where oidc-provider sends the browser when it needs the person; `signIn.ts` knows the embedded provider by it. */
export const SIGN_IN_PATH = '/interaction/';

const DISABLED = '该账号已被停用，不能登录；如有疑问，请联系本单位的系统管理员。';

/** Of a name, in characters: no account's is longer, and names that are not there must not fill the memory. */
const LONGEST_COUNTED = 100;

export interface SignInFormOptions {
  pages: Pages;
  users(): readonly DemoUser[];
  /** Of every user. */
  password: string;
  isDisabled(username: string): boolean;
  attempts: SignInAttempts;
  /** The address that an attempt counts for. */
  callerOf(request: IncomingMessage): string;
  refused: Refused;
}

/** Serves the forms of signing in and of consent, and checks what comes back. Everything else goes on to oidc-provider. */
export function serveSignInForm(provider: Provider, options: SignInFormOptions): void {
  const { pages, users, password, isDisabled, attempts, callerOf, refused } = options;
  const wanted = digest(password);

  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith(SIGN_IN_PATH)) return next();

    const send = (status: number, { html, headers }: Page): void => {
      ctx.status = status;
      ctx.set(headers);
      ctx.body = html;
    };
    const finish = async (result: InteractionResults): Promise<void> => {
      ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
      ctx.status = 303;
    };

    const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    if (!interaction || ctx.path !== SIGN_IN_PATH + interaction.uid) {
      return send(400, pages.fault('登录页面已过期，请返回系统重新登录。', 'session_not_found', undefined));
    }
    const { client_id: clientId, login_hint: hint, redirect_uri: redirectUri } = interaction.params;
    const registered = await provider.Client.find(String(clientId));
    const client = registered?.clientName ?? String(clientId);
    const isConsent = interaction.prompt.name === 'consent';

    if (ctx.method === 'GET') {
      if (isConsent) return send(200, pages.consent({ client, returnsTo: new URL(String(redirectUri)).origin }));
      return send(200, pages.signIn({ client, username: typeof hint === 'string' ? hint : '' }));
    }
    if (ctx.method !== 'POST') {
      ctx.set('allow', 'GET, POST');
      return send(405, pages.fault('不支持的请求方式。', 'method_not_allowed', undefined));
    }

    const form = await readForm(ctx.req);
    if (!form) return send(413, pages.fault('提交的内容过长。', 'request_too_large', undefined));
    if (form.has('cancel')) return finish({ error: 'access_denied', error_description: 'the person cancelled' });
    if (isConsent) return finish({ consent: { grantId: await grantWhatIsAsked(provider, interaction) } });

    const username = (form.get('username') ?? '').trim();
    const address = callerOf(ctx.req);
    const account = username.slice(0, LONGEST_COUNTED);
    const delay = attempts.delay(account, address);
    if (delay) {
      if (delay.isFirst) refused('TOO_MANY_ATTEMPTS', username, address, delay.seconds);
      ctx.set('retry-after', String(delay.seconds));
      const fault = `登录失败次数过多，请在 ${delay.seconds} 秒后重试。`;
      return send(429, pages.signIn({ client, username, fault }));
    }
    const right = timingSafeEqual(digest(form.get('password') ?? ''), wanted);
    if (!right || !users().some((user) => user.username === username)) {
      refused('WRONG_CREDENTIALS', username, address, attempts.failed(account, address));
      return send(403, pages.signIn({ client, username, fault: '用户名或密码不正确，请核对后重新输入。' }));
    }
    // Said only to who knows the password, so that nobody else learns which accounts are disabled.
    if (isDisabled(username)) {
      refused('ACCOUNT_DISABLED', username, address, 0);
      return send(403, pages.signIn({ client, username, fault: DISABLED }));
    }
    attempts.succeeded(account);
    // Officers share machines: the session ends with the browser.
    return finish({ login: { accountId: username, amr: ['pwd'], remember: false } });
  });
}

/** Digests have one length, which comparing in constant time requires. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
