import type { Knex } from 'knex';
import { connectForRequests } from '../database/database.ts';
import { scopeOf } from '../database/rowScope.ts';
import type { Logger } from '../server/logger.ts';
import { runInScope } from '../server/requestState.ts';
import type { Viewer } from '../viewer.ts';
import { feedCursor, foreignCursor, positionOf } from './cursor.ts';
import { createListener } from './listener.ts';

/** An event of a feed. */
export interface Positioned {
  position: number;
}

/** Behind one position and up to another, at most so many. */
export interface FeedRange {
  after: number;
  upTo: number;
  most: number;
}

/** What somebody follows. */
export interface Following<Event extends Positioned> {
  viewer: Viewer;
  /** The cursor after which it begins; now where there is none. */
  after: string | null | undefined;
  /** The events of a range, oldest first: what the viewer sees at the time. The same for all viewers of an agency, region and roles. */
  read(db: Knex, range: FeedRange): Promise<Event[]>;
  /** Of what the viewer sees, what is asked for. */
  matches(event: Event): boolean;
}

/** Events as they come; awaits for ever where none comes, until it is returned or the feed is closed. */
export interface Followed<Event> extends AsyncIterableIterator<Event> {
  /** Up to where everything has been given, or was not the viewer's. */
  readonly cursor: string;
}

/** The events of a database that are followed, in the order of their positions (migrations/feeds). */
export interface Feed {
  /** @throws request error where the cursor is not one of this feed; what the database says where it cannot be reached */
  follow<Event extends Positioned>(following: Following<Event>): Promise<Followed<Event>>;
  /** Where the feed stands. */
  cursor(): Promise<string>;
  /** As a cursor gives it. */
  cursorAt(position: number): string;
  close(): Promise<void>;
}

export interface FeedOptions {
  /** Its name in cursors: that of its table. */
  name: string;
  /** SQL that gives the newest position. */
  newest: string;
  databaseUrl: string;
  log: Logger;
}

/** Events that are read at once; whoever has fewer before him has all. */
const PAGE = 100;
/** Positions that one statement looks at: whoever sees little of a long feed reads on in steps. */
const MOST_POSITIONS = 2_000;
/** What was read longer ago is read again before it is told: the viewer may not see it any more. */
const FRESH_MS = 500;
/** Connections for reading: few, since followers share what they read, and those who ask for something else must not wait. */
const READERS = 2;
const RETRY_MS = 500;

/**
 * Followers hold a position each and nothing else: whoever is slow is not waited for, and nothing is kept for him; he reads on
 * from where he is. Those who stand at the same position in the same scope read together: one statement for all of them.
 */
export function createFeed({ name, newest, databaseUrl, log }: FeedOptions): Feed {
  const db = connectForRequests(databaseUrl, READERS);
  const waiting = new Set<() => void>();
  const reading = new Map<string, Promise<readonly Positioned[] | null>>();
  let known = 0;
  let isClosed = false;

  const wakeAll = () => {
    const woken = [...waiting];
    waiting.clear();
    for (const wake of woken) wake();
  };
  const listener = createListener({
    databaseUrl,
    newest,
    log,
    onPosition(position) {
      if (position === known) return;
      known = position;
      wakeAll();
    },
  });

  /** Shared by those who are about to read the same; null where it cannot be read now. */
  function page<Event extends Positioned>({ viewer, read }: Following<Event>, after: number, upTo: number) {
    const key = [viewer.agency, viewer.region, [...viewer.roles].sort(), after, upTo].join();
    let events = reading.get(key);
    if (!events) {
      events = runInScope(scopeOf(viewer), () => read(db, { after, upTo, most: PAGE }))
        .catch((error: unknown) => {
          log.warn({ err: error }, 'events could not be read; tried again');
          return null;
        })
        .finally(() => reading.delete(key));
      reading.set(key, events);
    }
    return events as Promise<readonly Event[] | null>;
  }

  function follower<Event extends Positioned>(following: Following<Event>, start: number): Followed<Event> {
    /** Up to where all has been given; up to where it has been read. */
    let position = start;
    let read = start;
    let pending: readonly Event[] = [];
    let given = 0;
    let readAt = 0;
    let isDone = false;
    let wake: () => void = () => undefined;
    const pause = (milliseconds: number | null) =>
      new Promise<void>((resolve) => {
        const timer = milliseconds === null ? undefined : setTimeout(() => go(), milliseconds);
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        wake = go;
        waiting.add(go);
      });
    const readOn = async () => {
      const upTo = Math.min(known, read + MOST_POSITIONS);
      const events = await page(following, read, upTo);
      if (!events) return pause(RETRY_MS);
      readAt = performance.now();
      read = events.length < PAGE ? upTo : (events.at(-1) as Event).position;
      pending = events.filter(following.matches);
      given = 0;
    };
    const end = () => ({ done: true, value: undefined }) as const;
    return {
      get cursor() {
        return feedCursor(name, position);
      },
      async next() {
        // Where the database was set back, what is behind `read` is not what was given.
        while (!isDone && !isClosed && read <= known) {
          const event = pending[given];
          if (event && performance.now() - readAt > FRESH_MS) {
            pending = [];
            read = position;
          } else if (event) {
            given += 1;
            position = event.position;
            return { done: false, value: event };
          } else {
            position = read;
            if (read < known) await readOn();
            else await pause(null);
          }
        }
        return end();
      },
      async return() {
        isDone = true;
        wake();
        return end();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  return {
    async follow(following) {
      const { after, viewer } = following;
      const asked = after == null ? null : positionOf(after, name, viewer.language);
      const now = await listener.look();
      // Ahead of what there is: of another installation, or of this one before it was set back.
      if (asked !== null && asked > now) throw foreignCursor(viewer.language);
      return follower(following, asked ?? now);
    },
    cursor: async () => feedCursor(name, await listener.look()),
    cursorAt: (position) => feedCursor(name, position),
    async close() {
      isClosed = true;
      wakeAll();
      await Promise.all([listener.close(), db.destroy()]);
    },
  };
}
