import { inspect } from 'node:util';
import { readConfig } from '../../runtime/config.ts';
import { requireOwnProvider } from '../../runtime/ownProvider.ts';
import { trustAuthorities } from '../../runtime/tls.ts';
import { createPeople } from './people.ts';
import { playStory } from './story.ts';

/** npm run story: plays the story of Shenyang against the running system and prints each step. */
try {
  const config = readConfig();
  const { urls, oidc, demoPassword } = config;
  trustAuthorities(config);
  await requireOwnProvider(config);
  const people = createPeople({
    gatewayUrl: urls.gateway ?? '',
    issuer: oidc.issuer,
    audience: oidc.audience,
    password: demoPassword,
  });
  let count = 0;
  await playStory(people, ({ title, who, operation, answer, waitedMs }) => {
    count += 1;
    console.log(`\n${String(count).padStart(2)}. ${title}`);
    console.log(`    ${who} · ${operation}${waitedMs === null ? '' : ` · seen after ${waitedMs} ms`}`);
    const shown = inspect(answer, { depth: 8, compact: 3, breakLength: 120, sorted: false });
    console.log(shown.replace(/^/gm, '    '));
  });
  console.log(`\nThe story is told: ${count} steps.`);
} catch (error) {
  const { message, cause } = error as Error & { cause?: { code?: string } };
  console.error(cause?.code === 'ECONNREFUSED' ? 'CaseGraph does not answer; start it with npm start.' : message);
  process.exit(1);
}
