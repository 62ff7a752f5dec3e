type ResolverMap = Readonly<Record<string, object | undefined>>;

/**
 * One map of several: fields that are added to the same type come together.
 * @throws where two maps resolve the same field
 */
export function mergeResolvers(maps: readonly object[]): Record<string, object> {
  const merged: Record<string, object> = {};
  for (const map of maps as readonly ResolverMap[]) {
    for (const [type, fields] of Object.entries(map)) {
      const twice = Object.keys(fields ?? {}).find((field) => field in (merged[type] ?? {}));
      if (twice !== undefined) throw new Error(`Two capabilities resolve ${type}.${twice}.`);
      merged[type] = { ...merged[type], ...fields };
    }
  }
  return merged;
}
