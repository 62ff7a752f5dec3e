import type { Knex } from 'knex';
import type { StoreParts } from '../../kit/definition.ts';
import { loadLists } from '../../kit/loaders.ts';

export interface Procuratorate {
  code: string;
  name: string;
  shortName: string;
}

interface Row {
  code: string;
  name: string;
  short_name: string;
  parent_key: string;
}

export function createProcuratorates({ db, viewer }: StoreParts) {
  return {
    /** Procuratorates of exactly these regions: one statement. */
    ofRegion: loadLists<Row, Procuratorate>(
      db,
      viewer,
      'text',
      (query) =>
        query
          .select('code', 'name', 'short_name')
          .from('procuratorates')
          .whereRaw('region_code = parent.key')
          .orderBy('code'),
      (row) => ({ code: row.code, name: row.name, shortName: row.short_name }),
    ),
    /** The short name that stands in document numbers of a region, or of the city above it. */
    async shortNameOf(tx: Knex.Transaction, regionCode: string): Promise<string> {
      const row = await tx('procuratorates')
        .whereIn('region_code', [regionCode.slice(0, 6), `${regionCode.slice(0, 4)}00`])
        .orderBy('region_code', 'desc')
        .first('short_name');
      return row?.short_name ?? regionCode;
    },
  };
}
