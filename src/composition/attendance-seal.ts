import { Repeater } from '../adapters/system/repeater.js';
import { ForgetAttendance } from '../application/attendance/forget-attendance.js';
import { StampDays } from '../application/attendance/stamp-days.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Clock } from '../ports/clock.js';
import { Digests } from '../ports/digests.js';
import { IdGenerator } from '../ports/id-generator.js';
import { Logger } from '../ports/logger.js';
import { Metrics } from '../ports/metrics.js';
import { TimeStamper, TimeStampReader } from '../ports/time-stamper.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

/** How often it looks whether a day is to be stamped, and who is to be forgotten, in milliseconds. */
const every = 60 * 60 * 1_000;
/** A process that is started anew each night stamps too. */
const firstStamping = 60 * 1_000;

export const attendanceSealFeature: Feature = {
  bind(container) {
    provide(container, ForgetAttendance, [UnitOfWork, ReadSettings, Clock]);
    container
      .bind(StampDays)
      .toResolvedValue(
        (work, stamper, reader, digests, ids, clock, logger) =>
          new StampDays(work, stamper, reader, digests, ids, clock, logger),
        [UnitOfWork, TimeStamper, TimeStampReader, Digests, IdGenerator, Clock, Logger],
      );
  },
  work(container) {
    const [logger, metrics] = [container.get(Logger), container.get(Metrics)];
    const forgetting = new Repeater('forgetting presence', every, logger, metrics, async () => {
      await container.get(ForgetAttendance).due();
      return false;
    });
    if (!container.isBound(TimeStamper)) return [forgetting];
    const stamping = () => container.get(StampDays).run();
    return [forgetting, new Repeater('stamping', every, logger, metrics, stamping, firstStamping)];
  },
};
