import pg from 'pg';
import type { Logger } from '../server/logger.ts';

/** Where the database tells that events have been added (migrations/feeds). */
const CHANNEL = 'casegraph_feed';
/** However quiet it is, the connection is used this often: one that died unnoticed shows by it. */
const LOOK_EVERY_MS = 10_000;
const ANSWER_MS = 5_000;
/** Between two looks, so that many events that are told one by one are found together. */
const BREATH_MS = 20;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

export interface Listener {
  /** The newest position, not older than a moment. @throws where the database cannot be reached */
  look(): Promise<number>;
  close(): Promise<void>;
}

export interface ListenerOptions {
  databaseUrl: string;
  /** SQL that gives the newest position. */
  newest: string;
  onPosition(position: number): void;
  log: Logger;
}

/**
 * One connection that is told when events have been added, and then asks how far they go. Where it breaks another is made,
 * and asks at once: what was told meanwhile to nobody is found by its position. Nothing is done before the first look.
 */
export function createListener({ databaseUrl, newest, onPosition, log }: ListenerOptions): Listener {
  let client: pg.Client | null = null;
  let looking: Promise<number> | null = null;
  let isDirty = false;
  let isClosed = false;
  let retryMs = FIRST_RETRY_MS;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<pg.Client> {
    const made = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'casegraph feed',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    made.on('notification', () => {
      isDirty = true;
      if (!looking) lookIn(BREATH_MS);
    });
    // One that breaks says both, or either.
    made.on('error', () => lose(made));
    made.on('end', () => lose(made));
    await made.connect();
    client = made;
    await made.query(`listen ${CHANNEL}`);
    return made;
  }

  function lose(lost: pg.Client): void {
    if (client !== lost) return;
    client = null;
    lost.end().catch(() => undefined);
    if (isClosed) return;
    log.warn('the connection by which events are followed broke');
    if (!looking) lookIn(FIRST_RETRY_MS);
  }

  function lookIn(milliseconds: number): void {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => look().catch(() => undefined), milliseconds);
  }

  async function ask(): Promise<number> {
    isDirty = false;
    try {
      const asked = client ?? (await connect());
      const { rows } = await asked.query({ text: newest, rowMode: 'array' }).catch((error: unknown) => {
        lose(asked);
        throw error;
      });
      retryMs = FIRST_RETRY_MS;
      const position = Number(rows[0]?.[0]);
      onPosition(position);
      return position;
    } catch (error) {
      isDirty = true;
      retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
      throw error;
    } finally {
      looking = null;
      lookIn(client === null ? retryMs : isDirty ? BREATH_MS : LOOK_EVERY_MS);
    }
  }

  function look(): Promise<number> {
    if (isClosed) return Promise.reject(new Error('Nobody follows the feed any more.'));
    looking ??= ask();
    return looking;
  }

  return {
    look,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await looking?.catch(() => undefined);
      await client?.end().catch(() => undefined);
    },
  };
}
