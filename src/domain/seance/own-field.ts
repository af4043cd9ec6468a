/** What an occurrence can have of its own, changed by hand: changes of its series leave it alone. */
export const ownFields = [
  'name',
  'description',
  'extraInfo',
  'enrolmentMode',
  'capacity',
  'locationId',
  'trainers',
  'groupId',
  'inAgenda',
  'start',
  'length',
  'timeZone',
] as const;
export type OwnField = (typeof ownFields)[number];
