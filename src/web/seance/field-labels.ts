import type { MessageKey } from '../core/locale.js';

/** What the form calls the fields of a séance, by the names that previews and the history have for them. */
export const fieldLabels = {
  name: 'form.name',
  description: 'form.description',
  extraInfo: 'form.extraInfo',
  enrolmentMode: 'form.enrolmentMode',
  capacity: 'form.capacity',
  locationId: 'form.locationId',
  trainers: 'form.trainerIds',
  groupId: 'form.groupName',
  inAgenda: 'form.inAgenda',
  start: 'form.start',
  timeZone: 'form.timeZone',
} as const satisfies Readonly<Record<string, MessageKey>>;
