import { ownProperty } from '../ownProperties.ts';

/** A path in an answer: response names and indices. */
export type Path = readonly (string | number)[];

/** A path in a plan: response names, and @ for each item of a list. */
export type PlanPath = readonly (string | number)[];

/** The objects at a plan's path. A list where the plan has none counts as missing. */
export function objectsAt(data: object, path: PlanPath): object[] {
  const objects: object[] = [];
  visitObjects(data, path, null, (object) => objects.push(object));
  return objects;
}

/** The paths of the objects that objectsAt finds, in the same order. Needed for errors only. */
export function pathsAt(data: object, path: PlanPath): Path[] {
  const paths: Path[] = [];
  visitObjects(data, path, [], (_object, at) => paths.push(at as Path));
  return paths;
}

/** @param at the path of the value; null where nobody needs it */
function visitObjects(
  value: unknown,
  path: PlanPath,
  at: Path | null,
  visit: (object: object, at: Path | null) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  const [step, ...rest] = path;
  if (Array.isArray(value)) {
    if (step !== '@') return;
    for (const [index, item] of value.entries()) visitObjects(item, rest, at && [...at, index], visit);
  } else if (step === undefined) visit(value, at);
  else visitObjects(ownProperty(value, step as string), rest, at && [...at, step], visit);
}

/** The part of a plan's path that all objects share. */
export function commonPath(path: PlanPath): Path {
  const list = path.indexOf('@');
  return list < 0 ? path : path.slice(0, list);
}
