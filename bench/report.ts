/** Where a bench says what it does and what it found. */
export interface Report {
  /** A step under way: for people, on standard error where the result is JSON. */
  progress(text: string): void;
  /** The result, once: one JSON object, or the lines for people. */
  result(figures: Record<string, number>, lines: readonly string[]): void;
}

export function createReport(json: boolean): Report {
  return {
    progress: (text) => (json ? console.error(text) : console.log(text)),
    result: (figures, lines) => console.log(json ? JSON.stringify(figures) : ['', ...lines].join('\n')),
  };
}
