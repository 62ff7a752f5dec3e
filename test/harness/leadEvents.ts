import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';

/**
 * Writes changes of a lead straight into the federation's database, many at once, as no officer could: each in a
 * transaction of its own that waits a while before it commits, so that they commit in another order than they were written.
 */
export async function writeChanges(
  federationUrl: string,
  aidLeadId: string,
  { count, writers = 1, mostWaitMs = 0 }: { count: number; writers?: number; mostWaitMs?: number },
): Promise<void> {
  let left = count;
  const write = async (writer: number) => {
    const client = new pg.Client({ connectionString: seeingAllRows(federationUrl) });
    await client.connect();
    try {
      for (; left > 0; ) {
        left -= 1;
        await client.query('begin');
        await client.query(
          "insert into aid_lead_changes (aid_lead_id, action, status, version, at) values ($1, 'VISIT', 'DRAFT', 0, now())",
          [aidLeadId],
        );
        if (mostWaitMs > 0) await sleep(((writer * 7 + left * 13) % 10) * (mostWaitMs / 10));
        await client.query('commit');
      }
    } finally {
      await client.end();
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
}

/** Positions of the changes that are there, in their order. */
export async function positionsOf(federationUrl: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: seeingAllRows(federationUrl) });
  await client.connect();
  try {
    const { rows } = await client.query('select position from aid_lead_changes order by position');
    return rows.map(({ position }) => Number(position));
  } finally {
    await client.end();
  }
}

/** The position in a cursor: tests look into it, clients do not. */
export function positionIn(cursor: string | null | undefined): number {
  return Number(
    Buffer.from(cursor ?? '', 'base64url')
      .toString()
      .split(':')[1],
  );
}
