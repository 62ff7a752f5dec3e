import { defineFaults, wording } from '../../kit/problems/words.ts';

/** What can be wrong with a case that is registered, and the words for it. */
export const FAULTS = defineFaults({
  CASE_NUMBER_TAKEN: wording(
    '此案号已登记，且类型、地区或阶段与所填不同。',
    'The number is registered already, with another kind, region or stage.',
    '尚未登记的案号，或与原登记相同的内容',
    'a number that is not registered yet, or exactly what was registered',
  ),
  CASE_KIND_MISMATCH: wording(
    '案号表明该案属于另一类型。',
    'By its number it is a case of another kind.',
    '与案号相符的类型',
    'the kind that the number says',
  ),
});
