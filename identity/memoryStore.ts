import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

type Entry = { payload: AdapterPayload; expiresAt: number };

/** Of one kind (session, code, …). Bounds the memory that unfinished sign-ins can take; the oldest go first. */
const MOST_ENTRIES = 20_000;

/**
 * Keeps sessions, codes and refresh tokens in this process.
 *
 * The embedded provider serves development and demonstrations, with one process and users who are not real: after a
 * restart people sign in again, and access tokens stay valid because they are signed and not looked up. Whoever needs
 * sessions that outlive a restart needs a real provider as well. (oidc-provider's own memory adapter forgets all but
 * the newest 1000 entries, which a load test passes in seconds, and warns on the console.)
 *
 * Each call gives a store of its own, so that two providers in one process share nothing.
 */
export function memoryStore(): AdapterFactory {
  const kinds = new Map<string, Adapter>();
  return (kind) => {
    const adapter = kinds.get(kind) ?? entriesOfOneKind();
    kinds.set(kind, adapter);
    return adapter;
  };
}

function entriesOfOneKind(): Adapter {
  const entries = new Map<string, Entry>();
  /** Redeeming a code asks for the session by uid, so that must not scan. */
  const idOfUid = new Map<string, string>();

  const remove = (id: string): void => {
    const uid = entries.get(id)?.payload.uid;
    if (uid) idOfUid.delete(uid);
    entries.delete(id);
  };

  const live = (id: string | undefined): AdapterPayload | undefined => {
    const entry = id === undefined ? undefined : entries.get(id);
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
  };

  const makeRoom = (): void => {
    const now = Date.now();
    for (const [id, { expiresAt }] of entries) if (expiresAt <= now) remove(id);
    for (const id of entries.keys()) {
      if (entries.size < MOST_ENTRIES) return;
      remove(id);
    }
  };

  return {
    async upsert(id, payload, expiresIn) {
      remove(id);
      if (entries.size >= MOST_ENTRIES) makeRoom();
      entries.set(id, { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY });
      if (payload.uid) idOfUid.set(payload.uid, id);
    },
    async find(id) {
      return live(id);
    },
    async findByUid(uid) {
      return live(idOfUid.get(uid));
    },
    async findByUserCode() {
      // Only the device flow asks for this, and it is off.
      return undefined;
    },
    async consume(id) {
      const payload = live(id);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      remove(id);
    },
    async revokeByGrantId(grantId) {
      // Scans: only a sign-out or a replayed code comes here.
      for (const [id, { payload }] of entries) if (payload.grantId === grantId) remove(id);
    },
  };
}
