import { loadDemo } from '../../demo/load.ts';
import { databaseName } from '../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { agencyOfPart } from '../../subgraphs/kit/definition.ts';
import { cloneDatabases, connectAsSuperuser, findCluster } from './cluster.ts';

/** How much demonstration data. */
export interface DemoSize {
  cases: number;
  leads: number;
}

/**
 * The names of databases with the demonstration under the run's own keys, for cloning: the first test file that asks for a size
 * loads it, the others wait for that and copy it, which takes a tenth of the time.
 */
export async function demoTemplates({ cases, leads }: DemoSize): Promise<(part: string) => string> {
  const suffix = `demo_${cases}_${leads}`;
  const templateOf = (part: string) => `${databaseName(part)}_${suffix}`;
  const admin = await connectAsSuperuser();
  try {
    await admin.query('select pg_advisory_lock(hashtext($1))', [suffix]);
    const names = AGENCY_PARTS.map(templateOf);
    const { rowCount } = await admin.query('select from pg_database where datistemplate and datname = any($1)', [
      names,
    ]);
    if (rowCount === names.length) return templateOf;
    // What a test file that was killed has left.
    for (const name of names) await admin.query(`drop database if exists ${name} with (force)`);
    const { urls, close } = await cloneDatabases(suffix);
    try {
      await loadDemo({ databases: byAgency(urls), keysFolder: findCluster().config.keysFolder, cases, leads });
    } finally {
      await close();
    }
    for (const name of names) await admin.query(`alter database ${name} is_template true`);
    return templateOf;
  } finally {
    await admin.end();
  }
}

/** The same URLs by the code of the agency. */
export function byAgency(urls: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(urls).map(([part, url]) => [agencyOfPart(part), url]));
}
