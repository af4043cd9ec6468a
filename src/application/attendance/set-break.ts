import type { HalfDayBreak } from '../../domain/attendance/half-days.js';
import { Refusal } from '../../domain/refusal.js';
import type { Visit } from '../access/space-access.js';
import type { Transactions } from '../transactions.js';
import type { AttendanceView } from './attendance-view.js';
import { assertNotBegun } from './begun.js';
import { lockAttended } from './lock-attended.js';
import type { ReadAttendance } from './read-attendance.js';

/** Changes how a séance is parted into half-days, as long as nothing is marked in it. */
export class SetBreak {
  constructor(
    private readonly transactions: Transactions,
    private readonly readAttendance: ReadAttendance,
  ) {}

  /**
   * @param pause null for that of the platform.
   * @throws Refusal `not-found`, `seance-cancelled`, `attendance-begun`, `attendance-off`, and `validation` at `end` when it
   * is before the start.
   */
  async run(visit: Visit<'enrol'>, seanceId: string, pause: HalfDayBreak | null): Promise<AttendanceView> {
    if (pause && pause.end < pause.start) throw Refusal.field('end', 'end-before-start');
    await this.transactions.write(async (transaction) => {
      const address = { platformId: visit.platformId, spaceId: visit.space.id, seanceId };
      const { seance } = await lockAttended(transaction, address);
      await assertNotBegun(transaction, [seance]);
      await transaction.attendance.setBreak(seanceId, pause);
    });
    return this.readAttendance.run(visit, seanceId);
  }
}
