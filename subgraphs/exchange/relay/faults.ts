import { defineFaults, wording } from '../../kit/problems/words.ts';

/** What operators can do wrong with dead letters, and the words for it. */
export const FAULTS = defineFaults({
  DEAD_LETTER_UNKNOWN: wording('死信中没有此信封。', 'There is no such dead letter.'),
});
