import type { Knex } from 'knex';
import type { StoreParts } from '../../kit/definition.ts';
import { loadLists } from '../../kit/loaders.ts';
import type { ProcuratorateRow } from '../generated/rows.ts';

export type Procuratorate = ProcuratorateRow;

export function createProcuratorates({ db, viewer }: StoreParts) {
  return {
    /** Procuratorates of exactly these regions, by code: one statement. */
    ofRegion: loadLists<Procuratorate>(db, viewer, 'text', (query) =>
      query.select('*').from('procuratorates').whereRaw('region_code = parent.key').orderBy('code'),
    ),
    /** The short name that stands in document numbers of a region, or of the city above it. */
    async shortNameOf(tx: Knex.Transaction, regionCode: string): Promise<string> {
      const found = await tx<Procuratorate>('procuratorates')
        .whereIn('regionCode', [regionCode.slice(0, 6), `${regionCode.slice(0, 4)}00`])
        .orderBy('regionCode', 'desc')
        .first('shortName');
      return found?.shortName ?? regionCode;
    },
  };
}
