import { isKept } from '../../domain/attendance/retention.js';
import type { SealFault, SealFinding } from '../../domain/attendance/seal-finding.js';
import {
  readStampContent,
  type Stamp,
  stampedFault,
  type StampedSlot,
  stampFaults,
} from '../../domain/attendance/stamp.js';
import type { AttendanceSealRepository, SealedSlot } from '../../ports/attendance-seal-repository.js';
import type { Clock } from '../../ports/clock.js';
import type { Digests } from '../../ports/digests.js';
import type { TimeStampReader } from '../../ports/time-stamper.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { ReadSettings } from '../settings/read-settings.js';

/** Each is a megabyte at most. */
const stampsAtOnce = 10;
const linesAtOnce = 300;

type Find = (finding: SealFinding) => void;

/** Checks each stamp by itself, behind the one before, and against the half-days that it is about. */
export class VerifyStamps {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readSettings: ReadSettings,
    private readonly reader: TimeStampReader,
    private readonly digests: Digests,
    private readonly clock: Clock,
  ) {}

  /** @returns the number of the last one, and how many no service has answered for. */
  async run(find: Find): Promise<{ readonly stamps: number; readonly unanswered: number }> {
    const retentionDays = await this.shortestRetention();
    let before: Stamp | undefined;
    let unanswered = 0;
    for (;;) {
      const after = before?.number ?? 0;
      const stamps = await this.unitOfWork.read(({ attendanceSeals }) =>
        attendanceSeals.stamps(after, stampsAtOnce),
      );
      for (const stamp of stamps) {
        await this.check(stamp, before, find);
        await this.checkSlots(stamp, retentionDays, find);
        unanswered += stamp.token === null ? 1 : 0;
        before = stamp;
      }
      if (stamps.length < stampsAtOnce) return { stamps: before?.number ?? 0, unanswered };
    }
  }

  private async check(stamp: Stamp, before: Stamp | undefined, find: Find): Promise<void> {
    const { number, content, token } = stamp;
    for (const fault of stampFaults(stamp, before, (text) => this.digests.sha256(text)))
      find(findingOf(fault, number));
    if (!token) return;
    try {
      const { at } = await this.reader.verify(token.der, content);
      if (at !== token.at) find({ ...findingOf('token-time-differs', number), detail: at });
    } catch (error) {
      find({ ...findingOf('token-wrong', number), detail: (error as Error).message });
    }
  }

  private async checkSlots({ number, content }: Stamp, retentionDays: number, find: Find): Promise<void> {
    const { slots } = readStampContent(content);
    for (let from = 0; from < slots.length; from += linesAtOnce) {
      const some = slots.slice(from, from + linesAtOnce);
      const now = await this.unitOfWork.read(({ attendanceSeals }) => foundOf(attendanceSeals, some));
      for (const stamped of some) {
        const fault = this.faultOf(stamped, now, retentionDays);
        const { seanceId, number: slot, entryCount } = stamped;
        if (fault)
          find({ ...findingOf(fault, number), seanceId, slot, entry: isOfEntry(fault) ? entryCount : null });
      }
    }
  }

  private faultOf(stamped: StampedSlot, found: Found, retentionDays: number): SealFault | undefined {
    const slot = found.slots.get(keyOf(stamped));
    if (!slot) {
      // One that need not be kept may have gone with its séance.
      const isMissed = isKept(stamped, this.clock.now(), retentionDays);
      return isMissed ? 'signed-slot-missing' : undefined;
    }
    return stampedFault(stamped, slot, found.hashes.get(`${keyOf(stamped)} ${stamped.entryCount}`));
  }

  /** Of all platforms: of which one a half-day was that is gone, nothing says. In days. */
  private async shortestRetention(): Promise<number> {
    const platformIds = await this.unitOfWork.read(({ platforms }) => platforms.all());
    const each = await Promise.all(platformIds.map((id) => this.readSettings.run(id)));
    return Math.min(...each.map(({ attendanceRetentionDays }) => attendanceRetentionDays));
  }
}

/** What there is of half-days that were stamped. */
interface Found {
  readonly slots: ReadonlyMap<string, SealedSlot>;
  /** By the half-day and the number of the entry. */
  readonly hashes: ReadonlyMap<string, string>;
}

async function foundOf(seals: AttendanceSealRepository, stamped: readonly StampedSlot[]): Promise<Found> {
  const keys = stamped.map(({ seanceId, number: slot, entryCount: number }) => ({ seanceId, slot, number }));
  const slots = await seals.slotsAmong(keys);
  const hashes = await seals.hashes(keys);
  return {
    slots: new Map(slots.map((slot) => [keyOf(slot), slot])),
    hashes: new Map(
      hashes.map(({ seanceId, slot, number, hash }) => [`${seanceId} ${slot} ${number}`, hash]),
    ),
  };
}

function keyOf({ seanceId, number }: Pick<StampedSlot, 'seanceId' | 'number'>): string {
  return `${seanceId} ${number}`;
}

function isOfEntry(fault: SealFault): boolean {
  return fault === 'stamped-entry-missing' || fault === 'stamped-entry-differs';
}

function findingOf(fault: SealFault, stamp: number): SealFinding {
  return { fault, seanceId: null, slot: null, entry: null, stamp, detail: '' };
}
