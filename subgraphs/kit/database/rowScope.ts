import { type Reach, regionScope } from '../viewer.ts';

/**
 * Which rows a statement may see, as the database's row-level security reads it (migrations/security): the settings
 * casegraph.region (a slash and the digits that regions begin with; a slash alone is the whole country) and
 * casegraph.agency. Where they are missing or empty no protected row is seen.
 */
export interface RowScope {
  region: string;
  agency: string;
}

/** The viewer's region and below, as somebody of that agency. */
export function scopeOf(viewer: Reach): RowScope {
  return { region: `/${regionScope(viewer.region)}`, agency: viewer.agency };
}

/** For what no viewer asks for: jobs, messages that arrive, the audit trail. */
export const SYSTEM_SCOPE: RowScope = Object.freeze({ region: '/', agency: 'SYSTEM' });

export const NO_ROWS: RowScope = Object.freeze({ region: '', agency: '' });

/** A database's address under which a connection of its own, outside the pools, sees all rows: for tools and tests. */
export function seeingAllRows(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set(
    'options',
    `-c casegraph.region=${SYSTEM_SCOPE.region} -c casegraph.agency=${SYSTEM_SCOPE.agency}`,
  );
  return url.href;
}
