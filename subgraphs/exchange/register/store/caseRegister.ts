import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Case } from './cases.ts';

export interface NewCase extends Pick<Case, 'number' | 'kind' | 'stage' | 'regionCode'> {
  /** The agency that gave the number. */
  givenBy: string;
  /** The agency that has the case registered; null for the hub, which holds no records on cases. */
  registeredBy: string | null;
  at: Date;
}

/** REGISTERED: new, or there with nothing different. DIFFERENT: there otherwise. HIDDEN: of a case that the statement's scope does not show. */
export type Registration = { outcome: 'REGISTERED'; id: string } | { outcome: 'DIFFERENT' | 'HIDDEN' };

/** Puts cases into the register: for the mutation, and for what loads many. */
export function createCaseRegister() {
  return {
    /**
     * Of those who register one number at the same moment the later ones find the case of the first. Where it is HIDDEN the transaction is to
     * be rolled back.
     */
    async register(tx: Knex.Transaction, registered: NewCase): Promise<Registration> {
      const { number, givenBy, registeredBy, kind, stage, regionCode, at } = registered;
      await tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`case number ${number}`]);
      const known: Case | undefined = await tx('caseNumbers')
        .join('cases', 'cases.id', 'caseNumbers.caseId')
        .where('caseNumbers.number', number)
        .first('cases.*');
      if (known) {
        const isSame = known.kind === kind && known.stage === stage && known.regionCode === regionCode;
        return isSame ? { outcome: 'REGISTERED', id: known.id } : { outcome: 'DIFFERENT' };
      }
      const id = uuidv7();
      await tx('cases').insert({ id, number, kind, stage, regionCode, openedAt: at });
      const numbered = await tx('caseNumbers')
        .insert({ number, caseId: id, agency: givenBy, givenAt: at })
        .onConflict('number')
        .ignore()
        .returning('number');
      if (numbered.length === 0) return { outcome: 'HIDDEN' };
      const agencies = new Set([givenBy, ...(registeredBy ? [registeredBy] : [])]);
      await tx('caseAgencies').insert([...agencies].map((agency) => ({ caseId: id, agency })));
      await tx('caseStages').insert({ caseId: id, stage, agency: givenBy, at });
      return { outcome: 'REGISTERED', id };
    },
  };
}
