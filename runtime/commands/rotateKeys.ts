import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { type RotationParts, retireFieldKeys, rotateFieldKey } from '../../subgraphs/kit/crypto/rotation.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { agencyOfPart } from '../../subgraphs/kit/definition.ts';
import { describeError } from '../../subgraphs/kit/server/logger.ts';
import { type Config, ConfigurationFault, readConfig } from '../config.ts';
import { startFault } from '../faults.ts';
import { databaseUrlOf, matchSuite } from '../installation.ts';
import { AGENCY_PARTS } from '../partNames.ts';

/**
 * npm run keys:rotate -- <part>|all [--retire] [--after <seconds>]: gives an agency's sealed fields a new key version while the
 * system runs; --retire takes the older versions out of its key file. Broken off, it goes on where it was when it is run again.
 */
const USAGE = `Usage: npm run keys:rotate -- <part> [--retire] [--after <seconds>], the part one of ${AGENCY_PARTS.join(', ')}, or all.`;

function readArguments(): { parts: readonly string[]; retire: boolean; sealsAfterMs: number | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { retire: { type: 'boolean', default: false }, after: { type: 'string' } },
    });
    const parts = positionals.length === 1 && positionals[0] === 'all' ? AGENCY_PARTS : positionals;
    const seconds = values.after === undefined ? undefined : Number(values.after);
    const isWrong = parts.length === 0 || parts.some((part) => !AGENCY_PARTS.includes(part));
    if (isWrong || (seconds !== undefined && !(seconds >= 3))) return null;
    return { parts, retire: values.retire, sealsAfterMs: seconds === undefined ? undefined : seconds * 1_000 };
  } catch {
    return null;
  }
}

/** Only one at a time changes an agency's key file. The lock goes with its connection. */
async function rotate(part: string, config: Config, retire: boolean, sealsAfterMs: number | undefined): Promise<void> {
  const url = databaseUrlOf(config, part);
  if (!url) throw new ConfigurationFault(`${part}: no database is configured, and there is no embedded one.`);
  const db = connectDatabase(url, 2);
  try {
    const holder = await db.client.acquireRawConnection();
    try {
      const { rows } = await holder.query("select pg_try_advisory_lock(hashtext('casegraph.fieldKeys')) as mine");
      if (!rows[0]?.mine) throw new ConfigurationFault(`${part}: its keys are being rotated already.`);
      const bar = new SingleBar({
        format: `${part} {bar} {value} of {total} sealed anew`,
        noTTYOutput: true,
        notTTYSchedule: 1_000,
      });
      const parts: RotationParts = {
        db,
        keysFolder: config.keysFolder,
        agency: agencyOfPart(part),
        sealsAfterMs,
        onProgress(done, total) {
          if (!bar.isActive) bar.start(total, 0);
          bar.setTotal(total);
          bar.update(done);
        },
      };
      const outcome = await (retire ? retireFieldKeys(parts) : rotateFieldKey(parts)).finally(() => bar.stop());
      console.log(`${part}: ${describe(outcome, retire)}`);
    } finally {
      await holder.end();
    }
  } finally {
    await db.destroy();
  }
}

function describe(outcome: Awaited<ReturnType<typeof rotateFieldKey>>, retire: boolean): string {
  if (!outcome) return 'seals nothing, so there is nothing to rotate.';
  if (!retire) return `everything is sealed by key version ${outcome.version}; ${outcome.values} values anew.`;
  if (outcome.retired.length === 0) return `version ${outcome.version} is the only one; nothing to retire.`;
  return `version ${outcome.retired.join(', ')} is retired. Backups from before need the key file as it was.`;
}

const asked = readArguments();
if (!asked) {
  console.error(USAGE);
  process.exit(2);
}
try {
  const config = readConfig();
  matchSuite(config);
  for (const part of asked.parts) await rotate(part, config, asked.retire, asked.sealsAfterMs);
} catch (error) {
  // A database's error quotes statements and values.
  console.error(startFault('keys:rotate', error) ?? (describeError(error) as { message?: string }).message);
  process.exit(1);
}
