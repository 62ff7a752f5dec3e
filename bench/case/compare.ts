import { isDeepStrictEqual } from 'node:util';
import type { Officer } from './cases.ts';
import { eachView, type View, type Viewed } from './views.ts';

export type Views = ReadonlyMap<string, View>;

/** All views; those of cases that are sealed to the officer are null. @throws where one has an error */
export async function allViews(viewed: Viewed, officers: readonly Officer[]): Promise<Views> {
  const views = new Map<string, View>();
  await eachView(viewed, officers, (view, { username }, id) => {
    if (view.errors) throw new Error(`${viewed.name} has errors in the case ${id} for ${username}.`);
    views.set(id, view);
  });
  return views;
}

/** Officers with those of their cases that they see. @throws where nobody sees any */
export function whoSee(officers: readonly Officer[], views: Views): Officer[] {
  const seen = officers.map(({ username, cases }) => ({
    username,
    cases: cases.filter((id) => views.get(id)?.data?.case),
  }));
  const some = seen.filter(({ cases }) => cases.length > 0);
  if (some.length === 0) throw new Error('The demonstration has no case to ask for.');
  return some;
}

/** @throws where one view is another; data, and what else the answer says */
export function compareViews(expected: Views, views: Views): void {
  for (const [id, view] of views) {
    const other = expected.get(id);
    if (!isDeepStrictEqual(view, other))
      throw new Error(`The views of the case ${id} differ:\n${JSON.stringify(view)}\n${JSON.stringify(other)}`);
  }
}
