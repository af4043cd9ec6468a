import type { MissingRows, Seating } from './seating.js';
import { Missing, type SeatEvent, Seats, type SeatWrite } from './seats.js';

/** The seating after an act, what happened, in order, and what is to be stored. */
export interface Decision<Answer> {
  readonly answer: Answer;
  readonly seating: Seating;
  readonly events: readonly SeatEvent[];
  readonly writes: readonly SeatWrite[];
}

/**
 * The one way to change a seating: what an act comes to, or which rows it cannot be decided without. Then nothing has
 * happened, and the same act is decided again when they are known. What an act throws has changed nothing either.
 */
export function decide<Answer>(
  seating: Seating,
  act: (seats: Seats) => Answer,
): Decision<Answer> | { readonly missing: MissingRows } {
  const seats = new Seats(seating);
  try {
    const answer = act(seats);
    return { answer, seating: seats.seating(), events: seats.events, writes: seats.writes };
  } catch (error) {
    if (error instanceof Missing) return { missing: error.rows };
    throw error;
  }
}
