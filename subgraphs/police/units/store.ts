import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey } from '../../kit/loaders.ts';
import { readableBy } from '../../kit/visibility.ts';
import type { PoliceUnitKind } from '../generated/resolvers.ts';

export interface PoliceUnit {
  code: string;
  name: string;
  kind: PoliceUnitKind;
  regionCode: string;
}

interface Row {
  code: string;
  name: string;
  kind: PoliceUnitKind;
  region_code: string;
}

const COLUMNS = ['code', 'name', 'kind', 'region_code'];

export function createPoliceUnits({ db, viewer }: StoreParts) {
  return {
    /** Units that records name: one statement. Whoever sees the record sees its unit, even one of a higher region. */
    byCode: loadByKey<Row, PoliceUnit>(db, () => db('police_units').select(COLUMNS), 'code', toUnit, false),
    /** The units of exactly these regions, by code: one statement. Null for a region that has none. */
    ofRegion: loadByKey<{ units: Row[] }, PoliceUnit[]>(
      db,
      () =>
        readableBy(viewer, db('police_units'), 'region_code')
          .select('region_code', db.raw('json_agg(police_units order by code) as units'))
          .groupBy('region_code'),
      'region_code',
      ({ units }) => units.map(toUnit),
      false,
    ),
  };
}

function toUnit({ code, name, kind, region_code }: Row): PoliceUnit {
  return { code, name, kind, regionCode: region_code };
}
