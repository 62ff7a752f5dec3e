/** The size of a list when the query gives no `first`. */
export const DEFAULT_PAGE_SIZE = 20;

/** The greatest `first` that a list accepts. */
export const MAX_PAGE_SIZE = 100;
