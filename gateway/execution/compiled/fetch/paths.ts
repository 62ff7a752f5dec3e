import { own } from '../json/ownProperties.ts';

/** Where something stands in an answer: response names and indices. */
export type Path = readonly (string | number)[];

/** As a plan writes it: response names, and @ for each item of a list. */
export type PlanPath = readonly (string | number)[];

/** The objects at a plan's path that are there: a list where the plan has none is none, however deep. */
export function objectsAt(data: object, path: PlanPath): object[] {
  const found: object[] = [];
  collect(data, path, 0, found);
  return found;
}

function collect(value: unknown, path: PlanPath, step: number, found: object[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (path[step] === '@') for (const item of value) collect(item, path, step + 1, found);
  } else if (step === path.length) found.push(value);
  else collect(own(value, path[step] as string), path, step + 1, found);
}

/** The places of the objects that objectsAt finds, in the same order: made only where an error needs them. */
export function placesAt(data: object, path: PlanPath): Path[] {
  const found: Path[] = [];
  const visit = (value: unknown, step: number, place: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      if (path[step] === '@') for (const [index, item] of value.entries()) visit(item, step + 1, [...place, index]);
    } else if (step === path.length) found.push(place);
    else visit(own(value, path[step] as string), step + 1, [...place, path[step] as string]);
  };
  visit(data, 0, []);
  return found;
}

/** The part of a plan's path that is the same for all objects there. */
export function commonPlace(path: PlanPath): Path {
  const list = path.indexOf('@');
  return list < 0 ? path : path.slice(0, list);
}
