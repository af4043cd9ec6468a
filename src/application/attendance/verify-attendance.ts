import { type ChainFinding, findingsIn, type SealedEntry } from '../../domain/attendance/entry.js';
import type { SealFault, SealFinding } from '../../domain/attendance/seal-finding.js';
import { groupedBy } from '../../domain/grouped.js';
import type { AttendanceRepository, SlotKey } from '../../ports/attendance-repository.js';
import type { AttendanceSealRepository, SealedSlot } from '../../ports/attendance-seal-repository.js';
import type { Digests } from '../../ports/digests.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { VerifyStamps } from './verify-stamps.js';

/** Half-days that are read at once: with the signatures of their learners some megabytes. */
const slotsAtOnce = 20;
const mostSlotless = 1_000;

/** What was looked at. */
export interface SealReport {
  readonly slots: number;
  readonly entries: number;
  /** Entries about people who are forgotten: of what they said, only that it was said is known. */
  readonly forgotten: number;
  /** Half-days that are closed and in no stamp as they are: what recomputes a whole log is not found in them. */
  readonly unstamped: number;
  readonly stamps: number;
  /** Stamps that no service has answered for. */
  readonly unanswered: number;
}

/** Checks all logs of half-days and all stamps, in batches: for operators, not requests. */
export class VerifyAttendance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifyStamps: VerifyStamps,
    private readonly digests: Digests,
  ) {}

  /** @param find is told each finding, as it is found. */
  async run(find: (finding: SealFinding) => void): Promise<SealReport> {
    const { stamps, unanswered } = await this.verifyStamps.run(find);
    const counts = { slots: 0, entries: 0, forgotten: 0, unstamped: 0 };
    for (let after: SlotKey | undefined; ;) {
      const read = await this.unitOfWork.read(({ attendanceSeals, attendance }) =>
        this.next(attendanceSeals, attendance, after),
      );
      for (const { slot, entries } of read) {
        await this.check(slot, entries, stamps, find);
        counts.slots += 1;
        counts.entries += entries.length;
        counts.forgotten += entries.filter(({ userSalt }) => userSalt === null).length;
        counts.unstamped += slot.closedAt !== null && slot.stamp === null ? 1 : 0;
      }
      const last = read.at(-1)?.slot;
      if (!last) break;
      after = { seanceId: last.seanceId, slot: last.number };
    }
    const slotless = await this.unitOfWork.read(({ attendanceSeals }) =>
      attendanceSeals.slotless(mostSlotless),
    );
    for (const key of slotless) find(findingOf('slot-missing', key));
    return { ...counts, stamps, unanswered };
  }

  private async next(
    seals: AttendanceSealRepository,
    attendance: AttendanceRepository,
    after: SlotKey | undefined,
  ) {
    const slots = await seals.slots(after, slotsAtOnce);
    const entries = await attendance.entriesIn([...new Set(slots.map(({ seanceId }) => seanceId))]);
    const logs = groupedBy(entries, ({ seanceId, slot }) => `${seanceId} ${slot}`);
    return slots.map((slot) => ({ slot, entries: logs.get(`${slot.seanceId} ${slot.number}`) ?? [] }));
  }

  private async check(
    slot: SealedSlot,
    entries: readonly SealedEntry[],
    stamps: number,
    find: (finding: SealFinding) => void,
  ): Promise<void> {
    const key = { seanceId: slot.seanceId, slot: slot.number };
    for (const { fault, number } of await this.findings(slot, entries))
      find({ ...findingOf(fault, key), entry: number });
    if ((slot.stamp ?? 0) > stamps) find({ ...findingOf('stamp-missing', key), stamp: slot.stamp });
  }

  /** What does not add up in a log that nobody wrote into between its end and its entries were read. */
  private async findings(
    slot: SealedSlot,
    entries: readonly SealedEntry[],
  ): Promise<readonly ChainFinding[]> {
    const found = findingsIn(slot, entries, (text) => this.digests.sha256(text));
    if (found.length === 0) return found;
    const { seanceId, number } = slot;
    const [now] = await this.unitOfWork.read(({ attendanceSeals }) =>
      attendanceSeals.slotsAmong([{ seanceId, slot: number }]),
    );
    if (!now || (now.lastHash === slot.lastHash && now.entryCount === slot.entryCount)) return found;
    const again = await this.unitOfWork.read(({ attendance }) => attendance.entries(seanceId, number));
    return this.findings(now, again);
  }
}

function findingOf(fault: SealFault, { seanceId, slot }: SlotKey): SealFinding {
  return { fault, seanceId, slot, entry: null, stamp: null, detail: '' };
}
