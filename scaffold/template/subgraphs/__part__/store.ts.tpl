import type { StoreParts } from '../kit/definition.ts';
import { createRecords } from './records/store.ts';

/** All that this agency reads and writes, for one request. */
export function createStore(parts: StoreParts) {
  return { records: createRecords(parts) };
}

export type Store = ReturnType<typeof createStore>;
