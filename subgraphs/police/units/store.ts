import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { readableBy } from '../../kit/visibility.ts';
import type { PoliceUnitRow } from '../generated/rows.ts';

export type PoliceUnit = PoliceUnitRow;

export function createPoliceUnits({ db, viewer }: StoreParts) {
  return {
    /** Units that records name: one statement. Whoever sees the record sees its unit, even one of a higher region. */
    byCode: loadByKey<PoliceUnit>(db, () => db('policeUnits').select('*'), 'code', 'text'),
    /** The units of exactly these regions, by code: one statement. */
    ofRegion: loadLists<PoliceUnit>(db, viewer, 'text', (query) =>
      readableBy(viewer, query.select('*').from('policeUnits'), 'regionCode')
        .whereRaw('region_code = parent.key')
        .orderBy('code'),
    ),
  };
}
