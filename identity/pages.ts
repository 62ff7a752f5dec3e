import { randomBytes } from 'node:crypto';
import { AGENCIES } from '../protocol/generated/agencies.ts';
import type { DemoUser } from './users.ts';

export type Page = { html: string; headers: Record<string, string> };

/** Who may sign in, and by which password. */
export type Demonstration = { users(): readonly DemoUser[]; password: string };

const STYLE = `
  :root { color-scheme: light dark; --line: #767b85; --bad: #b3261e; }
  body { font: 16px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; margin: 0; }
  main { max-width: 34rem; margin: 8vh auto; padding: 0 1rem; }
  h1 { font-size: 1.4rem; }
  label { display: block; margin-top: 1rem; font-weight: 600; }
  input { font: inherit; box-sizing: border-box; width: 100%; padding: .5rem; border: 1px solid var(--line); border-radius: 4px; }
  button { font: inherit; margin: 1.5rem .5rem 0 0; padding: .5rem 1.5rem; border: 1px solid var(--line); border-radius: 4px; cursor: pointer; }
  button.main { background: #0b57a4; border-color: #0b57a4; color: #fff; }
  :focus-visible { outline: 3px solid #e08600; outline-offset: 2px; }
  .fault { border-left: 4px solid var(--bad); padding: .25rem .75rem; }
  .demonstration { border: 1px solid var(--line); border-radius: 4px; padding: .5rem .75rem; }
  details { margin-top: 1.5rem; }
  table { border-collapse: collapse; width: 100%; font-size: .875rem; }
  caption, th { text-align: left; font-weight: 600; padding-top: .75rem; }
  td, th[scope=row] { padding: .15rem .5rem .15rem 0; border-bottom: 1px solid color-mix(in srgb, var(--line) 40%, transparent); font-weight: 400; }
`;

/**
 * Pages of the embedded provider: plain HTML without scripts or anything from elsewhere, in Chinese.
 *
 * @param redirectOrigins where the clients live. Chrome applies `form-action` to the redirects after a form as well,
 *   so without them signing in would stop at the provider.
 * @param demonstration printed on the sign-in page, because a demonstration hides nothing; null in production.
 */
export function createPages(redirectOrigins: string[], demonstration: Demonstration | null) {
  const formAction = ["'self'", ...redirectOrigins].join(' ');

  const page = (title: string, body: string): Page => {
    const nonce = randomBytes(16).toString('base64');
    return {
      html: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - 案件协同平台</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body><main>
<h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
    };
  };

  return {
    /** @param fault shown above the form, with the entered username kept. */
    signIn({ client, username, fault }: { client: string; username: string; fault?: string }): Page {
      const described = fault ? ' aria-describedby="fault" aria-invalid="true"' : '';
      const shown = demonstration && demonstrationOf(demonstration.users(), demonstration.password);
      const focus = (wanted: boolean) => (wanted ? ' autofocus' : '');
      return page(
        fault ? '登录失败，请重试' : '登录',
        `${fault ? `<p class="fault" role="alert" id="fault">${escapeHtml(fault)}</p>` : ''}
<p>登录后将返回「${escapeHtml(client)}」。</p>
${shown?.notice ?? ''}<form method="post">
<label for="username">用户名</label>
<input id="username" name="username" value="${escapeHtml(username)}"${shown ? ' list="usernames"' : ''} autocomplete="username" autocapitalize="none" spellcheck="false" required${described}${focus(!username)}>
${shown?.suggestions ?? ''}<label for="password">密码</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${described}${focus(Boolean(username))}>
<button class="main" type="submit">登录</button>
<button type="submit" name="cancel" value="yes" formnovalidate>取消</button>
</form>
${shown?.accounts ?? ''}`,
      );
    },

    /** @param returnsTo origin to which the answer goes */
    consent({ client, returnsTo }: { client: string; returnsTo: string }): Page {
      return page(
        '授权确认',
        `<p>「${escapeHtml(client)}」请求以您的身份使用案件协同平台，同意后它可以：</p>
<ul>
<li>获知您的姓名、用户名、单位、行政区划、角色和职务；</li>
<li>在您的权限范围内，以您的名义查询和办理业务，直至您退出登录。</li>
</ul>
<p>授权结果将返回 <code>${escapeHtml(returnsTo)}</code>。如果不是您本人发起的登录，请选择“拒绝”。</p>
<form method="post">
<button class="main" type="submit" name="consent" value="yes">同意</button>
<button type="submit" name="cancel" value="yes">拒绝</button>
</form>`,
      );
    },

    /** @param form of oidc-provider, with the id `op.logoutForm`. */
    confirmSignOut(form: string): Page {
      return page(
        '退出登录',
        `<p>确定要退出登录吗？</p>${form}
<button class="main" type="submit" form="op.logoutForm" name="logout" value="yes">退出登录</button>
<button type="submit" form="op.logoutForm">保持登录</button>`,
      );
    },

    signedOut: (): Page => page('操作已完成', '<p>您可以关闭此页面。</p>'),

    /** @param code of OAuth 2.0, for whoever has to look into it. */
    fault(message: string, code: string, detail: string | undefined): Page {
      return page(
        '无法继续',
        `<p class="fault" role="alert">${escapeHtml(message)}</p>
<p>错误代码：<code>${escapeHtml(code)}</code>${detail ? `，<span lang="en">${escapeHtml(detail)}</span>` : ''}</p>`,
      );
    },
  };
}

export type Pages = ReturnType<typeof createPages>;

function demonstrationOf(users: readonly DemoUser[], password: string) {
  const options = users.map(
    ({ username, title, name }) => `<option value="${escapeHtml(username)}">${escapeHtml(`${title} ${name}`)}</option>`,
  );
  return {
    notice: `<p class="demonstration">这是演示环境，人员均为虚构。所有演示账号的密码都是 <code>${escapeHtml(password)}</code>。</p>\n`,
    suggestions: `<datalist id="usernames">${options.join('')}</datalist>\n`,
    accounts: `<details><summary>查看全部演示账号（${users.length} 个）</summary>${accountTables(users)}</details>`,
  };
}

function accountTables(users: readonly DemoUser[]): string {
  return AGENCIES.map(({ code, names }) => ({
    agency: names.zh,
    members: users.filter((user) => user.agency === code),
  }))
    .filter(({ members }) => members.length > 0)
    .map(
      ({ agency, members }) => `<table><caption>${escapeHtml(agency)}</caption>
<thead><tr><th scope="col">用户名</th><th scope="col">姓名</th><th scope="col">职务</th></tr></thead>
<tbody>${members.map(({ username, name, title }) => `<tr><th scope="row"><code>${escapeHtml(username)}</code></th><td>${escapeHtml(name)}</td><td>${escapeHtml(title)}</td></tr>`).join('\n')}</tbody></table>`,
    )
    .join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
