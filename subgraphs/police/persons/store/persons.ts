import type { FieldCipher } from '../../../kit/crypto/fieldCipher.ts';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';
import { masked } from '../../../kit/sharing/masks.ts';
import { readableBy, readsOwn } from '../../../kit/visibility.ts';
import type { Sex } from '../../generated/resolvers.ts';

/** Who a person is, as the police have it; the number leaves the store masked, for everybody. */
export interface PersonIdentity {
  name: string;
  sex: Sex;
  birthDate: string;
  idNumber: string;
  regionCode: string;
  address: string | null;
  phone: string | null;
  /** Whether the person needs protection. Never shown. */
  isProtected: boolean;
}

interface Row {
  token: string;
  name_sealed: string;
  id_number_sealed: string;
  address_sealed: string | null;
  phone_sealed: string | null;
  protected: boolean;
  sex: Sex;
  birth_date: string;
  region_code: string;
}

const COLUMNS = [
  'token',
  'name_sealed',
  'id_number_sealed',
  'address_sealed',
  'phone_sealed',
  'protected',
  'sex',
  'birth_date',
  'region_code',
];

export function createPersons({ db, viewer, cipher }: StoreParts) {
  const inACase = () =>
    readableBy(viewer, db('case_parties'), 'police_cases.region_code')
      .join('police_cases', 'police_cases.id', 'case_parties.police_case_id')
      .whereRaw('case_parties.person_token = persons.token');
  const visible = () =>
    db('persons')
      .select(COLUMNS)
      .where((either) => {
        either.whereExists(inACase());
        if (readsOwn(viewer, 'POLICE')) either.orWhere((here) => readableBy(viewer, here, 'persons.region_code'));
      });
  return {
    /**
     * Identities of many persons: one statement. Shown where the person has a part in a police case of the viewer's
     * region, and to the police also where the person is registered in it.
     */
    identityOf: loadByKey<Row, PersonIdentity>(db, visible, 'token', (row) => toIdentity(row, cipher), false),
  };
}

function toIdentity(row: Row, cipher: FieldCipher): PersonIdentity {
  return {
    name: cipher.open(row.name_sealed),
    sex: row.sex,
    birthDate: row.birth_date,
    idNumber: masked(cipher.open(row.id_number_sealed), 'ID_NUMBER') ?? '',
    regionCode: row.region_code,
    address: row.address_sealed === null ? null : cipher.open(row.address_sealed),
    phone: row.phone_sealed === null ? null : cipher.open(row.phone_sealed),
    isProtected: row.protected,
  };
}
