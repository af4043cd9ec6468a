import type { Instant } from '../time/schedule.js';
import { type Hash, noHash } from './entry.js';
import type { Slot } from './roll.js';

const dateLength = 'YYYY-MM-DD'.length;

/** What a stamp says of a half-day that is closed: its hours, and its log as far as it went then. */
export type StampedSlot = Pick<
  Slot,
  'seanceId' | 'number' | 'start' | 'end' | 'timeZone' | 'minutes' | 'isSigned' | 'entryCount' | 'lastHash'
> & { readonly closedAt: Instant };

/** The same of one that is perhaps no longer closed. */
type SlotFacts = Omit<StampedSlot, 'closedAt'> & Pick<Slot, 'closedAt'>;

/** What was closed or corrected since the stamp before, hashed together, and what a service says of when it was so. */
export interface Stamp {
  /** Counts from 1, without a gap. */
  readonly number: number;
  readonly content: string;
  /** The hash of the content, which the next one begins with. */
  readonly digest: string;
  /** When it was hashed together. */
  readonly createdAt: Instant;
  /** What a service of time-stamps said of the content; null before it has. */
  readonly token: StampToken | null;
}

export interface StampToken {
  /** RFC 3161: DER, in base64. */
  readonly der: string;
  /** When the service says that it saw the hash of the content. */
  readonly at: Instant;
}

/**
 * What is stamped: the digest of the stamp before, and a line for each half-day, sorted, so that whoever has the same
 * half-days has the same text.
 *
 * @param previous of the first stamp 64 zeros.
 */
export function stampContent(previous: string, slots: readonly StampedSlot[]): string {
  return [previous, ...slots.map(lineOf).sort()].join('\n');
}

function lineOf(slot: SlotFacts): string {
  const { seanceId, number, start, end, timeZone, minutes, closedAt, entryCount, lastHash, isSigned } = slot;
  const said = [seanceId, number, start, end, timeZone, minutes, closedAt, isSigned ? 'signed' : 'marks'];
  return [...said, entryCount, lastHash].join(' ');
}

/** What the content of a stamp says, whatever that is: whether it was changed, its digest tells. */
export function readStampContent(content: string): {
  readonly previous: string;
  readonly slots: readonly StampedSlot[];
} {
  const [previous = '', ...lines] = content.split('\n');
  return { previous, slots: lines.map(slotIn) };
}

function slotIn(line: string): StampedSlot {
  const [seanceId = '', number, start, end, timeZone, minutes, closedAt, kind, entryCount, lastHash = ''] =
    line.split(' ');
  return {
    ...{
      seanceId,
      number: Number(number),
      minutes: Number(minutes),
      entryCount: Number(entryCount),
      lastHash,
    },
    start: start as StampedSlot['start'],
    end: end as StampedSlot['end'],
    timeZone: timeZone as StampedSlot['timeZone'],
    closedAt: closedAt as Instant,
    isSigned: kind === 'signed',
  };
}

/** Half-days are hashed together once a day, in UTC: on the next one after that of the stamp before. */
export function isStampDue(before: Stamp | undefined, now: Instant): boolean {
  return before?.createdAt.slice(0, dateLength) !== now.slice(0, dateLength);
}

/** What is wrong with a stamp, its token aside. */
export type StampFault = 'stamp-missing' | 'stamp-changed' | 'stamp-out-of-order';

/** What does not add up in a stamp. @param before the one of the number before; undefined for none. */
export function stampFaults(stamp: Stamp, before: Stamp | undefined, hash: Hash): readonly StampFault[] {
  const { number, content, digest } = stamp;
  const { previous } = readStampContent(content);
  return [
    ...(number === (before?.number ?? 0) + 1 ? [] : (['stamp-missing'] as const)),
    ...(hash(content) === digest ? [] : (['stamp-changed'] as const)),
    ...(previous === (before?.digest ?? noHash) ? [] : (['stamp-out-of-order'] as const)),
  ];
}

/** What is wrong with what there is of a half-day that was stamped. */
export type StampedFault = 'stamped-entry-missing' | 'stamped-entry-differs' | 'stamped-slot-differs';

/**
 * What there is of a half-day is no longer what a stamp says of it. Its log may have gone on since.
 *
 * @param hashAt the hash of the entry that was the last one then; undefined when there is none.
 */
export function stampedFault(
  stamped: StampedSlot,
  slot: Omit<SlotFacts, 'entryCount' | 'lastHash'>,
  hashAt: string | undefined,
): StampedFault | undefined {
  if (hashAt === undefined) return 'stamped-entry-missing';
  if (hashAt !== stamped.lastHash) return 'stamped-entry-differs';
  const now = { ...slot, entryCount: stamped.entryCount, lastHash: hashAt };
  return lineOf(now) === lineOf(stamped) ? undefined : 'stamped-slot-differs';
}
