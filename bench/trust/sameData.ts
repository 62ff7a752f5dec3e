import { masked } from '../../subgraphs/kit/sharing/masks.ts';

/** Fields that `@sharing` masks for another agency's reader, and their masks. */
const MASKED = {
  applicantName: 'NAME',
  applicantPhone: 'PHONE',
  idNumber: 'ID_NUMBER',
  address: 'ADDRESS',
  phone: 'PHONE',
} as const;

/** What row-level security hides of a lead that stands on a sealed case: the newest leads of some days hold one. */
const HIDDEN = 'referral';

/**
 * The first place where the two sets' answers differ otherwise than by a mask or a sealed case; null where there is none.
 * @param except names of fields that differ by their nature
 */
export function differenceOf(
  withRules: unknown,
  without: unknown,
  except: readonly string[] = [],
  place: readonly string[] = [],
): string | null {
  if (withRules === without) return null;
  const name = place.at(-1) ?? '';
  if (except.includes(name) || (name === HIDDEN && withRules === null)) return null;
  if (typeof withRules === 'object' && typeof without === 'object' && withRules !== null && without !== null) {
    const names = new Set([...Object.keys(withRules), ...Object.keys(without)]);
    for (const key of names) {
      const found = differenceOf(
        (withRules as Record<string, unknown>)[key],
        (without as Record<string, unknown>)[key],
        except,
        [...place, key],
      );
      if (found !== null) return found;
    }
    return null;
  }
  const mask = name in MASKED ? MASKED[name as keyof typeof MASKED] : null;
  return mask !== null && withRules === masked(without, mask) ? null : place.join('.');
}
