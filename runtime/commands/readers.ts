import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { signIn } from '../../identity/signIn.ts';
import { parseResidentId } from '../../subgraphs/kit/formats/residentId.ts';
import { readConfig } from '../config.ts';
import { requireOwnProvider } from '../ownProvider.ts';
import { readersOf } from '../readersOf.ts';
import { readersReport } from '../readersReport.ts';

/**
 * npm run -s readers -- <auditor> > answer.html: asks for a person's identity number on standard input, where it is in no
 * process list and no history, and prints who has read what the agencies hold on the person, as a page to be printed.
 */
const username = process.argv[2];
if (!username) {
  console.error(
    'Usage: npm run -s readers -- <auditor> > answer.html, for example hub.auditor; the number is asked for.',
  );
  process.exit(2);
}
try {
  const config = readConfig();
  const { oidc, demoPassword, urls } = config;
  await requireOwnProvider(config);
  const number = await askNumber();
  const parsed = parseResidentId(number);
  if (!parsed.ok)
    throw new Error(`The identity number: ${parsed.fault.message.en}; accepted: ${parsed.fault.accepted?.en}.`);
  const { accessToken } = await signIn({
    issuer: oidc.issuer,
    audience: oidc.audience,
    username,
    password: demoPassword,
  });
  const readers = await readersOf(urls.gateway ?? '', accessToken, parsed.value.number);
  const masked = `${parsed.value.number.slice(0, 6)}********${parsed.value.number.slice(-4)}`;
  process.stdout.write(readersReport(masked, readers, new Date()));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function askNumber(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  if (process.stdin.isTTY) process.stderr.write('身份证号 identity number: ');
  const [line] = (await once(lines, 'line')) as [string];
  lines.close();
  return line.trim();
}
