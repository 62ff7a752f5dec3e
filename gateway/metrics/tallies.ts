import type { Counter, Histogram } from 'prom-client';

/** What is kept of a histogram until it is told: an answer has been sent in between, and so many are told in one go. */
const MOST_VALUES = 512;

/**
 * What is counted while requests are served, in plain numbers: told to the library when somebody reads, since its own counting
 * between everything else costs as much as the rest of what a request is counted by.
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
