/** Names that every object has without having been given them: what is read by them must be its own. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** A field of an object that came as JSON; undefined where it did not come. */
export function own(object: object, name: string): unknown {
  return isInherited(name) && !Object.hasOwn(object, name) ? undefined : (object as Record<string, unknown>)[name];
}

/** Gives an object a field of its own, whatever its name. */
export function setOwn(object: object, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  else (object as Record<string, unknown>)[name] = value;
}
