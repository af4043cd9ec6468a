import type { Named } from '../event/seance-event.js';
import type { Instant } from '../time/schedule.js';
import type { Mark, MarkSource } from './mark.js';
import type { Signature } from './signature.js';

/**
 * What was written into a half-day: `roster`, that somebody was to be there; `mark`; `close`, by who signed last; and
 * `correction`, which alone comes after.
 */
export type EntryKind = 'roster' | 'mark' | 'close' | 'correction';

/** Something that was written into the log of a half-day, and is never changed: the next one says what holds then. */
export interface AttendanceEntry {
  readonly seanceId: string;
  readonly slot: number;
  /** Counts from 1 within the half-day, without a gap. */
  readonly number: number;
  readonly kind: EntryKind;
  /** Who it is about; of a close, who closed. */
  readonly user: Named;
  /** Who wrote it; for what the plugin did itself of an empty id. */
  readonly by: Named;
  /** Null of what is no mark. */
  readonly mark: Mark | null;
  readonly minutes: number | null;
  readonly note: string;
  readonly source: MarkSource;
  /** When it was said, by the clock of whoever said it. */
  readonly at: Instant;
  /** When it was written down here. */
  readonly writtenAt: Instant;
  /** True when that clock was wrong, so that `at` is `writtenAt`. */
  readonly isClockWrong: boolean;
  readonly isSigned: boolean;
  /** Null for who signed in words. */
  readonly signature: Signature | null;
  /** A random id of the browser that somebody checked in with, and the ticket; empty for none. */
  readonly device: string;
  readonly ticket: string;
}

/** An entry in its place: with the hash of it and of all before it. */
export interface SealedEntry extends AttendanceEntry {
  /** Null when the person was forgotten. */
  readonly userSalt: string | null;
  readonly userCommitment: string;
  readonly bySalt: string | null;
  readonly byCommitment: string;
  readonly hash: string;
}

/** 64 hexadecimal digits of a text (FIPS 180-4, SHA-256). */
export type Hash = (text: string) => string;

/** What the first entry of a half-day follows. */
export const noHash = '0'.repeat(64);

/** What is told of people stands under a salted hash of its own, so that it can be forgotten and the rest still adds up. */
export function userCommitment(entry: AttendanceEntry, salt: string, hash: Hash): string {
  const { user, note, signature, device, ticket } = entry;
  return hash(JSON.stringify(['user', salt, user.id, user.name, note, signature, device, ticket]));
}

export function byCommitment({ by }: AttendanceEntry, salt: string, hash: Hash): string {
  return hash(JSON.stringify(['by', salt, by.id, by.name]));
}

/** The hash of an entry: of everything in it, what is told of people by their commitments, and of the entry before. */
export function entryHash(
  entry: AttendanceEntry & Pick<SealedEntry, 'userCommitment' | 'byCommitment'>,
  previous: string,
  hash: Hash,
): string {
  const { seanceId, slot, number, kind, mark, minutes, source, at, writtenAt, isClockWrong, isSigned } =
    entry;
  const said = [kind, mark, minutes, source, at, writtenAt, isClockWrong, isSigned];
  const about = [entry.userCommitment, entry.byCommitment];
  return hash(JSON.stringify([previous, seanceId, slot, number, ...said, ...about]));
}

/** The salts of an entry that is to be sealed. */
export interface Salts {
  readonly user: string;
  readonly by: string;
}

/** @param previous the hash of the entry before; {@link noHash} for the first. */
export function sealEntry(entry: AttendanceEntry, salts: Salts, previous: string, hash: Hash): SealedEntry {
  const committed = {
    ...entry,
    userSalt: salts.user,
    userCommitment: userCommitment(entry, salts.user, hash),
    bySalt: salts.by,
    byCommitment: byCommitment(entry, salts.by, hash),
  };
  return { ...committed, hash: entryHash(committed, previous, hash) };
}

/** An entry in which `userId` is forgotten: what was told of them is gone, and the chain still verifies. */
export function forgetIn(entry: SealedEntry, userId: string): SealedEntry {
  const nobody = { id: '', name: '' };
  return {
    ...entry,
    ...(entry.user.id === userId && {
      user: nobody,
      userSalt: null,
      note: '',
      signature: null,
      device: '',
      ticket: '',
    }),
    ...(entry.by.id === userId && { by: nobody, bySalt: null }),
  };
}

/** What is wrong with the log of a half-day. */
export interface ChainFinding {
  /** The entry; null for the half-day as a whole. */
  readonly number: number | null;
  readonly fault:
    | 'entry-missing'
    | 'entry-changed'
    | 'person-changed'
    | 'count-differs'
    | 'last-hash-differs'
    | 'after-close'
    | 'close-differs';
}

/** What the row of a half-day says of its log. */
export interface ChainEnd {
  readonly entryCount: number;
  readonly lastHash: string;
  /** When it was closed, and how: what its retention is counted by. */
  readonly closedAt: Instant | null;
  readonly isSigned: boolean;
}

/** Everything that does not add up in the log of a half-day. @param entries by their numbers. */
export function findingsIn(
  end: ChainEnd,
  entries: readonly SealedEntry[],
  hash: Hash,
): readonly ChainFinding[] {
  const findings: ChainFinding[] = [];
  let before = { number: 0, hash: noHash };
  let close: SealedEntry | undefined;
  for (const entry of entries) {
    const { number } = entry;
    const find = (fault: ChainFinding['fault']) => findings.push({ number, fault });
    if (number !== before.number + 1) find('entry-missing');
    if (entryHash(entry, before.hash, hash) !== entry.hash) find('entry-changed');
    if (!isPersonRight(entry, hash)) find('person-changed');
    if ((close !== undefined) !== (entry.kind === 'correction')) find('after-close');
    if (entry.kind === 'close') close = entry;
    before = entry;
  }
  const findInAll = (fault: ChainFinding['fault']) => findings.push({ number: null, fault });
  if (entries.length !== end.entryCount) findInAll('count-differs');
  if (before.hash !== end.lastHash) findInAll('last-hash-differs');
  if (!isCloseRight(end, close)) findInAll('close-differs');
  return findings;
}

function isCloseRight({ closedAt, isSigned }: ChainEnd, close: SealedEntry | undefined): boolean {
  return close ? closedAt === close.at && isSigned === close.isSigned : closedAt === null && !isSigned;
}

function isPersonRight(entry: SealedEntry, hash: Hash): boolean {
  const { user, by, userSalt, bySalt, note, signature, device, ticket } = entry;
  const isForgotten = user.id === '' && user.name === '' && note === '' && !signature && !device && !ticket;
  const isUserRight =
    userSalt === null ? isForgotten : userCommitment(entry, userSalt, hash) === entry.userCommitment;
  const isByRight =
    bySalt === null
      ? by.id === '' && by.name === ''
      : byCommitment(entry, bySalt, hash) === entry.byCommitment;
  return isUserRight && isByRight;
}
