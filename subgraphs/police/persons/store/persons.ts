import type { FieldCipher } from '../../../kit/crypto/fieldCipher.ts';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';
import { masked } from '../../../kit/sharing/masks.ts';
import { readableBy, readsOwn } from '../../../kit/visibility.ts';
import type { PersonRow } from '../../generated/rows.ts';

/** Who a person is, as the police have it; the number leaves the store masked, for everybody. */
export interface PersonIdentity extends Pick<PersonRow, 'sex' | 'birthDate' | 'regionCode' | 'protected'> {
  name: string;
  idNumber: string;
  address: string | null;
  phone: string | null;
}

export function createPersons({ db, viewer, cipher }: StoreParts) {
  const inACase = () =>
    readableBy(viewer, db('caseParties'), 'policeCases.regionCode')
      .join('policeCases', 'policeCases.id', 'caseParties.policeCaseId')
      .whereRaw('case_parties.person_token = persons.token');
  const visible = () =>
    db('persons')
      .select('*')
      .where((either) => {
        either.whereExists(inACase());
        if (readsOwn(viewer, 'POLICE')) either.orWhere((here) => readableBy(viewer, here, 'persons.regionCode'));
      });
  return {
    /**
     * Identities of many persons: one statement. Shown where the person has a part in a police case of the viewer's
     * region, and to the police also where the person is registered in it.
     */
    identityOf: loadByKey(db, visible, 'token', 'text', (row: PersonRow) => openIdentity(row, cipher)),
  };
}

function openIdentity(row: PersonRow, cipher: FieldCipher): PersonIdentity {
  return {
    name: cipher.open(row.nameSealed),
    sex: row.sex,
    birthDate: row.birthDate,
    idNumber: masked(cipher.open(row.idNumberSealed), 'ID_NUMBER') ?? '',
    regionCode: row.regionCode,
    address: row.addressSealed === null ? null : cipher.open(row.addressSealed),
    phone: row.phoneSealed === null ? null : cipher.open(row.phoneSealed),
    protected: row.protected,
  };
}
