import { readFileSync } from 'node:fs';
import { databaseName } from '../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { connectAsSuperuser, findCluster } from '../harness/cluster.ts';

/** The databases of deploy/postgres/agencies.sql on the test cluster, under names of their own. */
export interface AgencyDatabases {
  /** Database and role names of the file. */
  names: readonly string[];
  /** Rewrites an address of docker-compose.yml to the same database here. */
  local(url: string): string;
  drop(): Promise<void>;
}

/** Runs deploy/postgres/agencies.sql as psql does at the first start of the PostgreSQL image. */
export async function createAgencyDatabases(
  environment: Readonly<Record<string, string>>,
  suffix: string,
): Promise<AgencyDatabases> {
  const names = [...AGENCY_PARTS.map(databaseName), 'keycloak'];
  const renamed = (text: string) => text.replace(new RegExp(`\\b(${names.join('|')})\\b`, 'g'), `$1_${suffix}`);
  const admin = await connectAsSuperuser();
  const variables = new Map<string, string>();
  const fill = (statement: string) =>
    renamed(statement).replace(/:'(\w+)'/g, (_, name: string) => admin.escapeLiteral(variables.get(name) ?? ''));
  const drop = async () => {
    try {
      for (const name of names) {
        await admin.query(`drop database if exists ${name}_${suffix} with (force)`);
        await admin.query(`drop role if exists ${name}_${suffix}`);
      }
    } finally {
      await admin.end();
    }
  };
  const script = readFileSync(new URL('../../deploy/postgres/agencies.sql', import.meta.url), 'utf8');
  try {
    for (const line of script.split('\n')) {
      const [, name, source] = /^\\getenv (\w+) (\w+)$/.exec(line) ?? [];
      if (name && source) variables.set(name, environment[source] ?? '');
      else if (line && !line.startsWith('--')) await admin.query(fill(line));
    }
  } catch (error) {
    await drop();
    throw error;
  }
  return {
    names,
    local: (url) => renamed(url).replace('@postgres:5432', `@127.0.0.1:${findCluster().port}`),
    drop,
  };
}
