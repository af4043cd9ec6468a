import { type Instant, instantFromEpoch, shiftInstant } from '../time/schedule.js';

/** How long a code is shown, in seconds. */
export const codeStep = 15;
/** How many wrong codes for a half-day end a step: none is right until the next. */
export const mostWrongCodes = 20;
/** How long a ticket lasts, in seconds: a sign-in may take its time. */
export const ticketSeconds = 5 * 60;

/** Letters that are not taken for digits, or for each other, across a room. */
export const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const lettersOfCode = 4;
export const checkInCodePattern = /^[A-Za-z]{4}[- ]?[0-9]{4}$/;

/** A code as it was typed: letters that name an open half-day, and digits that change. */
export interface TypedCode {
  readonly letters: string;
  readonly digits: string;
}

/** What makes digits of a secret that nobody can guess: a keyed hash, in hexadecimal digits (RFC 2104). */
export type KeyedHash = (secret: string, text: string) => string;

/** @param text that matches {@link checkInCodePattern}. */
export function typedCode(text: string): TypedCode {
  return { letters: text.slice(0, lettersOfCode).toUpperCase(), digits: text.slice(-4) };
}

/** Letters of random bytes, given in hexadecimal digits. */
export function lettersOf(random: string): string {
  return Array.from({ length: lettersOfCode }, (_, index) => {
    const byte = Number.parseInt(random.slice(index * 4, index * 4 + 4), 16);
    return alphabet[byte % alphabet.length];
  }).join('');
}

/** Counts steps of codes. */
export function stepAt(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1_000 / codeStep);
}

/** The digits of a step: as one-time passwords are made of a counter (RFC 6238). */
export function digitsAt(step: number, secret: string, hash: KeyedHash): string {
  const number = Number.parseInt(hash(secret, `code ${step}`).slice(0, 12), 16);
  return String(number % 10_000).padStart(4, '0');
}

/** Until when the code of an instant is shown. */
export function shownUntil(instant: Instant): Instant {
  return instantFromEpoch((stepAt(instant) + 1) * codeStep * 1_000);
}

/** Whether digits are those of now, or of a step before or after: people read, and type. */
export function isRightCode(digits: string, now: Instant, secret: string, hash: KeyedHash): boolean {
  const step = stepAt(now);
  return [step - 1, step, step + 1].some((one) => digitsAt(one, secret, hash) === digits);
}

/** What a code is exchanged for: who has it was there when the code was shown, and may sign in after that. */
export interface Ticket {
  readonly seanceId: string;
  readonly slot: number;
  readonly until: Instant;
  /** A random id that the browser keeps; empty for none. */
  readonly device: string;
  /** Makes each ticket another. */
  readonly nonce: string;
}

export function ticketUntil(now: Instant): Instant {
  return shiftInstant(now, ticketSeconds);
}

/** A ticket as text, with a keyed hash of it. */
export function sealTicket(ticket: Ticket, secret: string, hash: KeyedHash): string {
  const { seanceId, slot, until, device, nonce } = ticket;
  const text = [seanceId, slot, until, device, nonce].join('~');
  return `${text}~${hash(secret, `ticket ${text}`)}`;
}

/** What a ticket says, before it is known to be one: undefined when it has not even the form. */
export function readTicket(sealed: string): Ticket | undefined {
  const [seanceId, slot, until, device, nonce, mac] = sealed.split('~');
  if (!seanceId || !until || device === undefined || !nonce || !mac || !/^\d{1,4}$/.test(slot ?? ''))
    return undefined;
  return { seanceId, slot: Number(slot), until: until as Instant, device, nonce };
}

/** Whether `sealed` was sealed with `secret` and has not ended. */
export function isTicketValid(sealed: string, now: Instant, secret: string, hash: KeyedHash): boolean {
  const ticket = readTicket(sealed);
  return ticket !== undefined && now <= ticket.until && sealTicket(ticket, secret, hash) === sealed;
}
