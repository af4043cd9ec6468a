import type { CheckInTicket } from '../wire.gen.js';

/** What a code was exchanged for: that somebody was there, and may sign in slowly. */
export type Ticket = CheckInTicket;

/** The half-day of a séance that somebody checks in to. Times are local, `YYYY-MM-DDTHH:mm`. */
export type CheckInSeance = Ticket['seance'];
