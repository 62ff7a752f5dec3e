import type { Door } from './door/door.ts';
import type { Engine } from './engine/engine.ts';

/** What is bound to one supergraph: what may be asked of it, and what answers. */
export interface Graph {
  door: Door;
  engine: Engine;
}
