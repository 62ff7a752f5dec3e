import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { readableBy } from '../../kit/visibility.ts';
import type { CourtRow } from '../generated/rows.ts';

export type Court = CourtRow;

export function createCourts({ db, viewer }: StoreParts) {
  return {
    /** Courts by code, wherever they sit: a case of the viewer's region may be tried by a court above it. One statement. */
    byCode: loadByKey<Court>(db, () => db('courts').select('*'), 'code', 'text'),
    /** The courts of exactly these regions, by code: one statement. */
    ofRegion: loadLists<Court>(db, viewer, 'text', (query) =>
      readableBy(viewer, query.select('*').from('courts'), 'regionCode')
        .whereRaw('region_code = parent.key')
        .orderBy('code'),
    ),
  };
}
