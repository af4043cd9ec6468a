/** One page of a list. Pages count from 1. */
export interface PageRequest {
  readonly page: number;
  /** From 1 to 1,000. */
  readonly size: number;
}

/** The entries of a page. */
export interface PageOf<T> {
  readonly items: readonly T[];
  /** How many there are on all pages. */
  readonly total: number;
}
