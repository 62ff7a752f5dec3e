import { resolve } from 'node:path';

/** Every test file is a process that loads the same modules: compiled once, they load in half the time. */
export const COMPILED = resolve(import.meta.dirname, '../../node_modules/.cache/compiled');
