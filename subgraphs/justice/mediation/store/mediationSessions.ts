import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadLists } from '../../../kit/loaders.ts';
import type { MediationSessionRow } from '../../generated/rows.ts';

export interface MediationSession extends Pick<MediationSessionRow, 'id' | 'mediationId' | 'heldAt' | 'place'> {
  participants: string;
  note: string | null;
}

export function createMediationSessions({ db, viewer, cipher }: StoreParts) {
  return {
    /** Sessions of many mediations, oldest first: one statement. Whoever sees the mediation sees them. */
    ofMediation: loadLists<MediationSessionRow, MediationSession>(
      db,
      viewer,
      'uuid',
      (query) => query.select('*').from('mediationSessions').whereRaw('mediation_id = parent.key').orderBy('id'),
      ({ participantsSealed, noteSealed, ...row }) => ({
        ...row,
        participants: cipher.open(participantsSealed),
        note: noteSealed === null ? null : cipher.open(noteSealed),
      }),
    ),
    async insert(tx: Knex.Transaction, session: Omit<MediationSession, 'id'>, recordedBy: string): Promise<void> {
      const { participants, note, ...row } = session;
      await tx('mediationSessions').insert({
        ...row,
        id: uuidv7(),
        participantsSealed: cipher.seal(participants),
        noteSealed: note === null ? null : cipher.seal(note),
        recordedAt: new Date(),
        recordedBy,
      });
    },
  };
}
