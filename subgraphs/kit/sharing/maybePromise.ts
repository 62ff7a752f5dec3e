/** What is there already, or will be. */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on at once with what is there already: most of what fields wait for is, and a promise for each costs more than the field. */
export function then<T, Result>(value: MaybePromise<T>, go: (value: T) => MaybePromise<Result>): MaybePromise<Result> {
  if (value instanceof Promise) return value.then(go);
  // A statement that was not awaited is no Promise, but can be waited for.
  return typeof (value as { then?: unknown } | null)?.then === 'function' ? Promise.resolve(value).then(go) : go(value);
}
