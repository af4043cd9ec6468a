/** The half-day of a séance that somebody checks in to. Times are local, `YYYY-MM-DDTHH:mm`. */
export interface CheckInSeance {
  readonly id: string;
  readonly spaceId: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly slot: number;
  /** Of its page; null when the host has none. */
  readonly url: string | null;
}

/** What a code was exchanged for: that somebody was there, and may sign in slowly. */
export interface Ticket {
  readonly ticket: string;
  /** An instant. */
  readonly until: string;
  readonly seance: CheckInSeance;
  /** Whether learners sign. */
  readonly signs: boolean;
}
