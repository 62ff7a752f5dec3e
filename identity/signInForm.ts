import { createHash, timingSafeEqual } from 'node:crypto';
import type { InteractionResults, Provider } from 'oidc-provider';
import { readForm } from './form.ts';
import type { Page, Pages } from './pages.ts';
import type { DemoUser } from './users.ts';

/** Where oidc-provider sends the browser when it needs the person; `signIn.ts` knows the embedded provider by it. */
export const SIGN_IN_PATH = '/interaction/';

const DISABLED = '该账号已被停用，不能登录；如有疑问，请联系本单位的系统管理员。';

export interface SignInFormOptions {
  pages: Pages;
  users: readonly DemoUser[];
  /** Of every user. */
  password: string;
  isDisabled(username: string): boolean;
}

/** Serves the sign-in form and checks what comes back. Everything else goes on to oidc-provider. */
export function serveSignInForm(provider: Provider, { pages, users, password, isDisabled }: SignInFormOptions): void {
  const usernames = new Set(users.map(({ username }) => username));
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
    // Only a client that asks for it with prompt=consent comes here: both clients are ours, there is nothing to ask.
    if (interaction.prompt.name !== 'login') return finish({ consent: {} });

    const { client_id: clientId, login_hint: hint } = interaction.params;
    const registered = await provider.Client.find(String(clientId));
    const client = registered?.clientName ?? String(clientId);

    if (ctx.method === 'GET') {
      return send(200, pages.signIn({ client, username: typeof hint === 'string' ? hint : '' }));
    }
    if (ctx.method !== 'POST') {
      ctx.set('allow', 'GET, POST');
      return send(405, pages.fault('不支持的请求方式。', 'method_not_allowed', undefined));
    }

    const form = await readForm(ctx.req);
    if (!form) return send(413, pages.fault('提交的内容过长。', 'request_too_large', undefined));
    if (form.has('cancel')) return finish({ error: 'access_denied', error_description: 'the person cancelled' });

    const username = (form.get('username') ?? '').trim();
    const right = timingSafeEqual(digest(form.get('password') ?? ''), wanted);
    if (!right || !usernames.has(username)) {
      return send(403, pages.signIn({ client, username, fault: '用户名或密码不正确，请核对后重新输入。' }));
    }
    // Said only to who knows the password, so that nobody else learns which accounts are disabled.
    if (isDisabled(username)) return send(403, pages.signIn({ client, username, fault: DISABLED }));
    // Officers share machines: the session ends with the browser.
    return finish({ login: { accountId: username, amr: ['pwd'], remember: false } });
  });
}

/** Digests have one length, which comparing in constant time requires. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
