import { SYSTEM_SCOPE } from '../../../kit/database/rowScope.ts';
import type { StoreParts } from '../../../kit/definition.ts';
import { runInScope } from '../../../kit/server/requestState.ts';

/** A day of the limit is a day in China, whatever the clock of the server or the database says. */
const TODAY = "(clock_timestamp() at time zone 'Asia/Shanghai')::date";

export function createNumberLookUps({ db, viewer }: StoreParts) {
  return {
    /**
     * Counts one more for the viewer, and gives how many there have been today. One statement, which locks the user's row:
     * look-ups at the same moment, also in other processes, are each counted.
     */
    async countOne(): Promise<number> {
      const { rows } = await runInScope(SYSTEM_SCOPE, () =>
        db.raw<{ rows: { count: number }[] }>(
          `insert into number_look_ups as known (subject, day, count) values (?, ${TODAY}, 1)
           on conflict (subject) do update
             set day = excluded.day, count = case when known.day = excluded.day then known.count + 1 else 1 end
           returning count`,
          [viewer.subject],
        ),
      );
      const [row] = rows;
      if (!row) throw new Error('A look-up was not counted.');
      return row.count;
    },
  };
}
