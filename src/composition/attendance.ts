import { attendanceRoutes } from '../adapters/http/routes/attendance-routes.js';
import { attendanceSheetRoutes } from '../adapters/http/routes/attendance-sheet-routes.js';
import { checkInRoutes } from '../adapters/http/routes/check-in-routes.js';
import { hoursRoutes } from '../adapters/http/routes/hours-routes.js';
import { Repeater } from '../adapters/system/repeater.js';
import { SeenSessions } from '../application/access/seen-sessions.js';
import { SpaceAccess } from '../application/access/space-access.js';
import { AttendanceBooks } from '../application/attendance/attendance-books.js';
import { CheckIn } from '../application/attendance/check-in.js';
import { CloseSlot } from '../application/attendance/close-slot.js';
import { MarkPresence } from '../application/attendance/mark-presence.js';
import { OpenCheckIn } from '../application/attendance/open-check-in.js';
import { ReadAttendance } from '../application/attendance/read-attendance.js';
import { ReadHours } from '../application/attendance/read-hours.js';
import { ReadOwnAttendance } from '../application/attendance/read-own-attendance.js';
import { ReadSheet } from '../application/attendance/read-sheet.js';
import { SetBreak } from '../application/attendance/set-break.js';
import { WriteRosters } from '../application/attendance/write-rosters.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Transactions } from '../application/transactions.js';
import { Clock } from '../ports/clock.js';
import { Digests } from '../ports/digests.js';
import { Directory } from '../ports/directory.js';
import { Logger } from '../ports/logger.js';
import { Metrics } from '../ports/metrics.js';
import { SeancePages } from '../ports/seance-pages.js';
import { SheetWriter } from '../ports/sheet-writer.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

/** How often it looks for half-days that have begun, in milliseconds. */
const everyRoster = 30_000;

export const attendanceFeature: Feature = {
  bind(container) {
    provide(container, ReadAttendance, [UnitOfWork, ReadSettings, Directory, Clock]);
    provide(container, ReadHours, [UnitOfWork, Directory, Clock]);
    provide(container, ReadOwnAttendance, [UnitOfWork, SeenSessions, Clock]);
    provide(container, ReadSheet, [UnitOfWork, ReadSettings, ReadAttendance, SheetWriter, Clock]);
    provide(container, AttendanceBooks, [Transactions, Directory, Digests, Clock]);
    provide(container, MarkPresence, [AttendanceBooks, ReadAttendance, Directory]);
    provide(container, CloseSlot, [AttendanceBooks, ReadAttendance]);
    provide(container, OpenCheckIn, [AttendanceBooks, ReadAttendance, Digests]);
    provide(container, SetBreak, [Transactions, ReadAttendance]);
    provide(container, WriteRosters, [UnitOfWork, ReadSettings, AttendanceBooks, Clock]);
    provide(container, CheckIn, [
      ...([Transactions, AttendanceBooks, SpaceAccess, ReadSettings] as const),
      ...([Digests, Clock, SeancePages] as const),
    ]);
  },
  routes: (container) => [
    ...attendanceRoutes({
      readAttendance: container.get(ReadAttendance),
      markPresence: container.get(MarkPresence),
      closeSlot: container.get(CloseSlot),
      openCheckIn: container.get(OpenCheckIn),
      setBreak: container.get(SetBreak),
    }),
    ...attendanceSheetRoutes(container.get(ReadSheet)),
    ...checkInRoutes(container.get(CheckIn)),
    ...hoursRoutes(container.get(ReadHours), container.get(ReadOwnAttendance)),
  ],
  work: (container) => [
    new Repeater(
      'writing rosters',
      everyRoster,
      container.get(Logger),
      container.get(Metrics),
      () =>
        container
          .get(WriteRosters)
          .run()
          .then(() => false),
      everyRoster,
    ),
  ],
};
