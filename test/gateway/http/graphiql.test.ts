import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../harness/browser.ts';
import { startSystem, type TestSystem } from '../../harness/system.ts';

describe('GraphiQL in a browser', () => {
  let system: TestSystem;
  let browser: Browser;
  let page: Page;
  const strangers: string[] = [];

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    const own = [
      system.config.urls.gateway,
      system.config.urls.identity,
      `http://localhost:${system.config.ports.gateway}`,
    ];
    page.on('request', (request) => {
      if (!own.some((origin) => request.url().startsWith(origin as string)) && !request.url().startsWith('data:'))
        strangers.push(request.url());
    });
  });
  after(async () => {
    await browser.close();
    await system.stop();
  });

  it('asks the person to sign in, takes the token, runs a query, and asks no other host', async () => {
    await page.goto(`${system.config.urls.gateway}/graphql`);
    await page.getByText('请先登录').waitFor();
    await page.getByRole('button', { name: '登录' }).click();
    await page.locator('input[type=password]').fill(system.config.demoPassword);
    await page
      .locator('input:not([type=hidden]):not([type=password])')
      .first()
      .fill('womens-federation.shenyang.officer');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('button', { name: '同意' }).click();
    await page.getByRole('status').filter({ hasText: '妇女联合会 · 沈阳市' }).waitFor();
    await page.getByRole('button', { name: /execute/i }).click();
    await page.locator('.result-window').filter({ hasText: '"aidLeads"' }).waitFor();
    assert.doesNotMatch(page.url(), /code=|token/, 'nothing of the sign-in stays in the address');
    assert.deepEqual(strangers, []);
  });

  it('lets the person sign out again', async () => {
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByText('请先登录').waitFor();
  });
});
