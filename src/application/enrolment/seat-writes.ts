import type { Enrolment } from '../../domain/enrolment/enrolment.js';
import type { SeatWrite } from '../../domain/enrolment/seats.js';
import type { EnrolmentRepository } from '../../ports/enrolment-repository.js';

/** What was decided about enrolments in one transaction and is not stored yet: of each row, what it comes to. */
export class SeatWrites {
  private readonly cleared = new Set<string>();
  private readonly removed = new Set<string>();
  private readonly added = new Map<string, Enrolment>();
  private readonly changed = new Map<string, Enrolment>();
  private readonly counted = new Set<string>();

  /** Ids of the séances whose counters have changed, in order. */
  get seanceIds(): readonly string[] {
    return [...this.counted].sort();
  }

  push(writes: readonly SeatWrite[]): void {
    for (const write of writes) this.take(write);
  }

  /** Stores the rows: removals first, since somebody may have left and come back. The counters are not among them. */
  async flush(enrolments: EnrolmentRepository): Promise<void> {
    for (const seanceId of this.cleared) await enrolments.removeAllOf(seanceId);
    await enrolments.remove([...this.removed]);
    await enrolments.insert([...this.added.values()]);
    await enrolments.update([...this.changed.values()]);
    for (const rows of [this.cleared, this.removed, this.added, this.changed]) rows.clear();
  }

  countersAreStored(): void {
    this.counted.clear();
  }

  private take(write: SeatWrite): void {
    switch (write.does) {
      case 'add':
        this.added.set(write.enrolment.id, write.enrolment);
        return;
      case 'change':
        (this.added.has(write.enrolment.id) ? this.added : this.changed).set(
          write.enrolment.id,
          write.enrolment,
        );
        return;
      case 'remove':
        if (!this.added.delete(write.enrolment.id)) this.removed.add(write.enrolment.id);
        this.changed.delete(write.enrolment.id);
        return;
      case 'clear':
        this.clear(write.seanceId);
        return;
      case 'count':
        this.counted.add(write.seanceId);
    }
  }

  private clear(seanceId: string): void {
    for (const rows of [this.added, this.changed])
      for (const [id, enrolment] of rows) if (enrolment.seanceId === seanceId) rows.delete(id);
    this.cleared.add(seanceId);
  }
}
