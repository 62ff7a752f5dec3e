import type { FetchNode } from '@apollo/query-planner';
import { own, setOwn } from '../json/ownProperties.ts';
import type { IsOfType } from '../plan/typeConditions.ts';

type PlannedRewrite = NonNullable<FetchNode['outputRewrites']>[number];
/** Changes an object in place. @param typename what it is where it does not say so itself */
export type Rewrite = (object: unknown, typename: string | null) => void;

const FRAGMENT = '... on ';

/** What the planner had to ask or send in another form, put back: keys renamed, type names set. Null where there is nothing. */
export function compileRewrites(rewrites: readonly PlannedRewrite[] | undefined, isOfType: IsOfType): Rewrite | null {
  if (!rewrites?.length) return null;
  const each = rewrites.map((rewrite) => compileRewrite(rewrite, isOfType));
  return (object, typename) => {
    for (const rewrite of each) rewrite(object, typename);
  };
}

/** Response names as the answer has them, by the names under which they were asked for. */
export function renamedKeys(rewrites: readonly PlannedRewrite[] | undefined): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    const asked = rewrite.path.at(-1);
    if (rewrite.kind === 'KeyRenamer' && asked) renamed.set(asked, rewrite.renameKeyTo);
  }
  return renamed;
}

function compileRewrite(rewrite: PlannedRewrite, isOfType: IsOfType): Rewrite {
  const last = rewrite.path.at(-1) ?? '';
  let rewritten: Rewrite = (object) => {
    if (typeof object !== 'object' || object === null) return;
    if (rewrite.kind === 'ValueSetter') return setOwn(object, last, rewrite.setValueTo);
    const value = own(object, last);
    if (value === undefined) return;
    setOwn(object, rewrite.renameKeyTo, value);
    delete (object as Record<string, unknown>)[last];
  };
  for (const step of rewrite.path.slice(0, -1).reverse()) rewritten = through(step, rewritten, isOfType);
  return rewritten;
}

function through(step: string, next: Rewrite, isOfType: IsOfType): Rewrite {
  const condition = step.startsWith(FRAGMENT) ? step.slice(FRAGMENT.length) : null;
  const enter: Rewrite = (value, typename) => {
    if (Array.isArray(value)) {
      for (const item of value) enter(item, typename);
    } else if (typeof value === 'object' && value !== null) {
      if (condition === null) return inside(own(value, step), next);
      const said = own(value, '__typename') ?? typename;
      // Where nobody says what it is, it is what was asked for.
      if (typeof said !== 'string' || isOfType(said, condition)) next(value, typename);
    }
  };
  return enter;
}

/** What is true of an object is not true of what it holds. */
function inside(value: unknown, next: Rewrite): void {
  if (Array.isArray(value)) for (const item of value) inside(item, next);
  else next(value, null);
}
