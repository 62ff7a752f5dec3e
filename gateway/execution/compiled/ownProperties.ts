/** Names that every object inherits, such as `constructor`: a value read by them may not be the object's own. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** A field of an object from JSON; undefined where the object does not have it itself. */
export function ownProperty(object: object, name: string): unknown {
  return isInherited(name) && !Object.hasOwn(object, name) ? undefined : (object as Record<string, unknown>)[name];
}

/** Sets a field of an object, whatever its name. */
export function setOwnProperty(object: object, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  else (object as Record<string, unknown>)[name] = value;
}
