import type { Counter, Histogram } from 'prom-client';

/** Values of a histogram that are kept until they are told: so many at once cost little more than the arithmetic. */
const MOST_VALUES = 512;

/**
 * What is counted while requests are served, in plain numbers, and told to the library when somebody reads: it looks each
 * value up by a text of its labels, which between all else that a request does costs several times what it costs in a row.
 */
export interface Tallies {
  /** @returns counts one more */
  counter(counter: Counter.Internal): () => void;
  /** @returns takes a value, in the histogram's unit */
  histogram(histogram: Histogram.Internal<string>): (value: number) => void;
  /** Tells what has been counted; before anything is read. */
  tell(): void;
}

export function createTallies(): Tallies {
  const all: (() => void)[] = [];
  return {
    counter(counter) {
      let count = 0;
      all.push(() => {
        if (count > 0) counter.inc(count);
        count = 0;
      });
      return () => {
        count += 1;
      };
    },
    histogram(histogram) {
      const values = new Float64Array(MOST_VALUES);
      let length = 0;
      const tell = () => {
        for (let index = 0; index < length; index += 1) histogram.observe(values[index] as number);
        length = 0;
      };
      all.push(tell);
      return (value) => {
        if (length === MOST_VALUES) tell();
        values[length] = value;
        length += 1;
      };
    },
    tell() {
      for (const tell of all) tell();
    },
  };
}
