import type { FetchNode } from '@apollo/query-planner';
import { ownProperty, setOwnProperty } from '../ownProperties.ts';
import type { IsOfType } from '../plan/typeConditions.ts';

type PlannedRewrite = NonNullable<FetchNode['outputRewrites']>[number];

/** Changes an object in place. @param typename its type, where the object does not have `__typename` */
export type Rewrite = (object: unknown, typename: string | null) => void;

const FRAGMENT = '... on ';

/** Compiles the rewrites of a plan, which rename keys and set type names. Null where there are none. */
export function compileRewrites(rewrites: readonly PlannedRewrite[] | undefined, isOfType: IsOfType): Rewrite | null {
  if (!rewrites?.length) return null;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, isOfType));
  return (object, typename) => {
    for (const rewrite of compiled) rewrite(object, typename);
  };
}

/** The renamed keys of a response: their final names by those that the fetch uses. */
export function renamedKeys(rewrites: readonly PlannedRewrite[] | undefined): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    const key = rewrite.path.at(-1);
    if (rewrite.kind === 'KeyRenamer' && key) renamed.set(key, rewrite.renameKeyTo);
  }
  return renamed;
}

function compileRewrite(rewrite: PlannedRewrite, isOfType: IsOfType): Rewrite {
  const last = rewrite.path.at(-1) ?? '';
  let compiled: Rewrite = (object) => {
    if (typeof object !== 'object' || object === null) return;
    if (rewrite.kind === 'ValueSetter') return setOwnProperty(object, last, rewrite.setValueTo);
    const value = ownProperty(object, last);
    if (value === undefined) return;
    setOwnProperty(object, rewrite.renameKeyTo, value);
    delete (object as Record<string, unknown>)[last];
  };
  for (const step of rewrite.path.slice(0, -1).reverse()) compiled = atStep(step, compiled, isOfType);
  return compiled;
}

/** Applies a rewrite to what one step of its path leads to: a field, or a type condition. */
function atStep(step: string, next: Rewrite, isOfType: IsOfType): Rewrite {
  const condition = step.startsWith(FRAGMENT) ? step.slice(FRAGMENT.length) : null;
  const enter: Rewrite = (value, typename) => {
    if (Array.isArray(value)) {
      for (const item of value) enter(item, typename);
    } else if (typeof value === 'object' && value !== null) {
      if (condition === null) return applyBelow(ownProperty(value, step), next);
      const known = ownProperty(value, '__typename') ?? typename;
      // Without a known type the object has the type that was requested.
      if (typeof known !== 'string' || isOfType(known, condition)) next(value, typename);
    }
  };
  return enter;
}

/** The type of an object says nothing about the objects in its fields. */
function applyBelow(value: unknown, next: Rewrite): void {
  if (Array.isArray(value)) for (const item of value) applyBelow(item, next);
  else next(value, null);
}
