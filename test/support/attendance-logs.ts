import { NodeDigests } from '../../src/adapters/system/node-digests.js';
import {
  type AttendanceEntry,
  type EntryKind,
  noHash,
  sealEntry,
  type SealedEntry,
} from '../../src/domain/attendance/entry.js';
import type { Slot } from '../../src/domain/attendance/roll.js';
import type { Signature } from '../../src/domain/attendance/signature.js';
import { type Instant, schedule } from '../../src/domain/time/schedule.js';
import type { TimeZone } from '../../src/domain/time/time-zone.js';
import type { WallTime } from '../../src/domain/time/wall-time.js';
import type { UnitOfWork } from '../../src/ports/unit-of-work.js';
import { nextId, sessionId, spaceId } from './seance-records.js';

const digests = new NodeDigests();
export const sha256 = (text: string): string => digests.sha256(text);

const trainer = { id: 'trainer', name: 'Théa Trainer' };
const zoe = { id: 'zoe', name: 'Zoé Abel' };
const yves = { id: 'yves', name: 'Yves Blanc' };

export interface LogOf {
  readonly seanceId?: string;
  readonly slot?: number;
  readonly spaceId?: string;
  /** Default: 1 December 2026 at 11:00. */
  readonly closedAt?: Instant | null;
  readonly isSigned?: boolean;
}

/** A half-day in which Zoé signed, and Yves was marked; open when it has no `closedAt`. */
export function logOf(of: LogOf = {}): { readonly slot: Slot; readonly entries: readonly SealedEntry[] } {
  const { seanceId = nextId(), slot: number = 1, closedAt = '2026-12-01T11:00:00Z' as Instant } = of;
  const isSigned = of.isSigned ?? true;
  const said = { seanceId, slot: number, at: '2026-12-01T08:05:00Z' as Instant, by: trainer };
  const drafts: Partial<AttendanceEntry>[] = [
    { kind: 'roster', user: zoe },
    { kind: 'roster', user: yves },
    { ...{ kind: 'mark', user: zoe, by: zoe, mark: 'present', source: 'self', device: 'd1', ticket: 't1' } },
    { kind: 'mark', user: yves, mark: 'late', minutes: 20, note: 'train' },
  ];
  const [, , own] = drafts;
  if (isSigned) Object.assign(own!, { isSigned, signature: 'M10 20L30 40' as Signature });
  if (closedAt !== null) drafts.push({ kind: 'close', user: trainer, at: closedAt, isSigned });
  const entries: SealedEntry[] = [];
  for (const draft of drafts) entries.push(next(entries, { ...said, ...draft }));
  const slot: Slot = {
    ...{ seanceId, number, spaceId: of.spaceId ?? spaceId, sessionId },
    ...schedule(
      '2026-12-01T09:00' as WallTime,
      '2026-12-01T12:00' as WallTime,
      'Europe/Brussels' as TimeZone,
    ),
    ...{ minutes: 180, rosterAt: said.at, markCount: 2, closedAt, isSigned: closedAt !== null && isSigned },
    ...{ entryCount: entries.length, lastHash: entries.at(-1)!.hash },
  };
  return { slot, entries };
}

/** The entry that says something more behind some. */
function next(
  before: readonly SealedEntry[],
  said: Partial<AttendanceEntry> & Pick<AttendanceEntry, 'seanceId' | 'slot'>,
): SealedEntry {
  const at = said.at ?? ('2026-12-01T08:05:00Z' as Instant);
  const entry: AttendanceEntry = {
    ...{
      number: before.length + 1,
      kind: 'mark' as EntryKind,
      user: yves,
      by: trainer,
      mark: null,
      minutes: null,
    },
    ...{
      note: '',
      source: 'staff',
      at,
      writtenAt: at,
      isClockWrong: false,
      isSigned: false,
      signature: null,
    },
    ...{ device: '', ticket: '' },
    ...said,
  };
  const salts = { user: digests.random(), by: digests.random() };
  return sealEntry(entry, salts, before.at(-1)?.hash ?? noHash, sha256);
}

/** Stores a half-day with its log. */
export async function storeLog(unitOfWork: UnitOfWork, of: LogOf = {}) {
  const log = logOf(of);
  await unitOfWork.write(async ({ attendance }) => {
    await attendance.insertSlots([log.slot]);
    await attendance.append(log.entries);
  });
  return log;
}

/** Writes a correction into the log of a closed half-day, as the plugin does. */
export async function correct(unitOfWork: UnitOfWork, seanceId: string, number = 1): Promise<void> {
  await unitOfWork.write(async ({ attendance }) => {
    const [found] = (await attendance.lockSlots(seanceId)).filter(({ slot }) => slot.number === number);
    const entries = await attendance.entries(seanceId, number);
    const said = { seanceId, slot: number, kind: 'correction', mark: 'absent', note: 'mistaken' } as const;
    const entry = next(entries, said);
    const { markCount } = found!.slot;
    await attendance.append([entry]);
    await attendance.updateSlot({
      ...found!.slot,
      ...{ markCount: markCount + 1, entryCount: entry.number, lastHash: entry.hash },
    });
  });
}

/** The log of a half-day as it is when whoever can write in the database has changed one entry, and all hashes with it. */
export function recomputed(
  { slot, entries }: { readonly slot: Slot; readonly entries: readonly SealedEntry[] },
  number: number,
  changes: Partial<AttendanceEntry>,
): { readonly slot: Slot; readonly entries: readonly SealedEntry[] } {
  const written: SealedEntry[] = [];
  for (const entry of entries)
    written.push(next(written, { ...entry, ...(entry.number === number && changes) }));
  return { slot: { ...slot, lastHash: written.at(-1)!.hash }, entries: written };
}
