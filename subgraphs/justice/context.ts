import type { Context as KitContext } from '../kit/definition.ts';
import type { Store } from './store.ts';

export type Context = KitContext<Store>;
