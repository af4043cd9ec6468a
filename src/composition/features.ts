import { accessFeature } from './access.js';
import { attendanceFeature } from './attendance.js';
import { attendanceSealFeature } from './attendance-seal.js';
import { cancellationFeature } from './cancellation.js';
import { closedDayFeature } from './closed-day.js';
import { commentFeature } from './comment.js';
import { deletionFeature } from './deletion.js';
import { downloadFeature } from './download.js';
import { enrolmentFeature } from './enrolment.js';
import { eventFeature } from './event.js';
import { exportFeature } from './export.js';
import type { Feature } from './feature.js';
import { feedFeature } from './feed.js';
import { groupFeature } from './group.js';
import { healthFeature } from './health.js';
import { historyFeature } from './history.js';
import { housekeepingFeature } from './housekeeping.js';
import { locationFeature } from './location.js';
import { mySeancesFeature } from './my-seances.js';
import { noticeFeature } from './notice.js';
import { personalDataFeature } from './personal-data.js';
import { repetitionFeature } from './repetition.js';
import { seanceFeature } from './seance.js';
import { selectionFeature } from './selection.js';
import { seriesFeature } from './series.js';
import { settingsFeature } from './settings.js';
import { spaceFeature } from './space.js';
import { transactionsFeature } from './transactions.js';
import { webFeature } from './web.js';
import { webhookFeature } from './webhook.js';

/** All that the plugin can do. Their order is that of the API's description. */
export const features: readonly Feature[] = [
  transactionsFeature,
  accessFeature,
  spaceFeature,
  groupFeature,
  seanceFeature,
  selectionFeature,
  cancellationFeature,
  deletionFeature,
  repetitionFeature,
  seriesFeature,
  enrolmentFeature,
  attendanceFeature,
  historyFeature,
  commentFeature,
  settingsFeature,
  locationFeature,
  closedDayFeature,
  webhookFeature,
  mySeancesFeature,
  noticeFeature,
  feedFeature,
  exportFeature,
  downloadFeature,
  eventFeature,
  housekeepingFeature,
  attendanceSealFeature,
  personalDataFeature,
  healthFeature,
  webFeature,
];
