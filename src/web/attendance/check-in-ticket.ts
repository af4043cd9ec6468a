import { randomKey } from '../core/attempt.js';
import { recall, remember } from '../core/remembered.js';
import type { Ticket } from './check-in.js';

const ticketName = 'check-in';
const deviceName = 'device';

/** Kept over a sign-in, wherever that leads. */
export function keepTicket(ticket: Ticket): void {
  remember(ticketName, ticket);
}

export function dropTicket(): void {
  remember(ticketName, null);
}

/** Whether one was kept, which may be over: cheap to ask, for every page that opens. */
export function isTicketKept(): boolean {
  return recall(ticketName) !== null;
}

/** The one that was kept and can still be used. What else stands in its place is anybody's, and none. */
export function waitingTicket(now: number): Ticket | undefined {
  const kept = recall(ticketName) as Partial<Ticket> | null;
  const { ticket, until, seance } = kept ?? {};
  if (typeof ticket !== 'string' || typeof until !== 'string' || typeof seance?.name !== 'string')
    return undefined;
  return now <= Date.parse(until) ? (kept as Ticket) : undefined;
}

/** A random id of this browser: one that checks in several people is shown to the trainer, and nothing else comes of it. */
export function ownDevice(): string {
  const known = recall(deviceName);
  if (typeof known === 'string') return known;
  const made = randomKey();
  remember(deviceName, made);
  return made;
}
