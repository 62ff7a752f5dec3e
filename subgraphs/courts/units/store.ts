import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { PAGE_LIMIT } from '../../kit/paging.ts';
import { readableBy } from '../../kit/visibility.ts';

export interface Court {
  code: string;
  name: string;
  regionCode: string;
}

interface Row {
  code: string;
  name: string;
  region_code: string;
  parent_key: string;
}

const COLUMNS = ['code', 'name', 'region_code'];

export function createCourts({ db, viewer }: StoreParts) {
  const ofRegion = loadLists<Row, Court>(
    db,
    viewer,
    'text',
    (query) =>
      readableBy(viewer, query.select(COLUMNS).from('courts'), 'region_code')
        .whereRaw('region_code = parent.key')
        .orderBy('code'),
    toCourt,
  );
  return {
    /** Courts by code, wherever they sit: a case of the viewer's region may be tried by a court above it. One statement. */
    byCode: loadByKey<Row, Court>(db, () => db('courts').select(COLUMNS), 'code', toCourt, false),
    /** All courts of many regions, of each exactly its own: one statement. No region has near as many as the limit. */
    ofRegion: (regionCode: string): Promise<Court[]> => ofRegion.of(regionCode, PAGE_LIMIT),
  };
}

function toCourt({ code, name, region_code }: Row): Court {
  return { code, name, regionCode: region_code };
}
