// The import rules inside the browser part: a room for each feature, and what they all stand on.

/** The rooms of the browser part that are no features: what they all stand on, the three entrances and their types. */
const ground = ['^src/web/(?:core|time)/', '^src/web/wire\\.gen\\.ts$'];
const entrances = '^src/web/(?:seance-(?:tool|admin)|my-seances|lti-page|check-in-page|types/)';

/** What every feature of the browser part may know of others, besides what opens their dialogs. */
const betweenFeatures = [
  '/show-[^/]+\\.ts$',
  // Where everything happens, and the client that asks for it.
  '^src/web/space/',
  // The data of a séance, and how its times and fields are said wherever they are.
  '^src/web/seance/(?:seance|seance-search|seance-time|field-labels|cancelled-name|moved-label|move|move-times|warning-notes)\\.(?:ts|css)$',
  // Which séances of a series are meant is asked alike, and what is planned for them shown alike.
  '^src/web/series/(?:series|scope-choice|scope-members|occurrences|occurrence-notes)\\.(?:ts|css)$',
];

/** What a module knows of other features beyond that, each with its reason. */
const shownInside = [
  {
    comment: 'The row and the page of a séance are made of what other features show in them.',
    from: '^src/web/(seance)/seance(?:-cell|-detail)?\\.ts$',
    to: [
      '^src/web/enrolment/(?:enrolment|enrolment-window|own-enrolment|places|participants-panel)\\.ts$',
      '^src/web/attendance/attendance-sheet-link\\.ts$',
      '^src/web/attendance/my-attendance-mark\\.ts$',
      '^src/web/comment/seance-comments\\.ts$',
      '^src/web/location/address-lines\\.ts$',
      '^src/web/history/seance-history\\.ts$',
    ],
  },
  {
    comment: 'Several séances are changed with the fields of one, and shown as those of a series are.',
    from: '^src/web/(selection)/selection-(?:fields|form)\\.ts$',
    to: ['^src/web/seance/(?:form-choices|trainers-field)\\.ts$', '^src/web/series/change-list\\.ts$'],
  },
  {
    comment: 'The form of a new séance asks for its repetition, too.',
    from: '^src/web/(seance)/(?:seance-form|form-repetition)\\.ts$',
    to: ['^src/web/repetition/repetition(?:-plan|-values)?\\.ts$'],
  },
  {
    comment: 'The calendar shows what the list finds, by the same search.',
    from: '^src/web/(calendar)/(?:seance-calendar|calendar-footer)\\.ts$',
    to: ['^src/web/seance/list-tools\\.ts$'],
  },
  {
    comment: 'The button that takes a list along is beside the list.',
    from: '^src/web/(seance|enrolment)/(?:seance-list|participants-panel)\\.ts$',
    to: ['^src/web/export/export-menu\\.ts$'],
  },
  {
    comment: 'Hours are saved as lists are.',
    from: '^src/web/(attendance)/hours-dialog\\.ts$',
    to: ['^src/web/export/save-file\\.ts$'],
  },
  {
    comment: 'One client sends what all features send, and names it.',
    from: '^src/web/(space)/(?:seances-client|unread-notices)\\.ts$',
    to: [
      '^src/web/(?:enrolment/enrolments|notice/notices|selection/selection)-client\\.ts$',
      '^src/web/([^/]+)/\\1\\.ts$',
    ],
  },
  {
    comment: 'The pages of the administration have a desk, lists and forms in common.',
    from: '^src/web/(closed-day|location|settings|webhook)/',
    to: ['^src/web/administration/'],
  },
];

const webRooms = [
  {
    name: 'web-core-knows-no-feature',
    comment: 'What features share names none of them.',
    from: { path: ground },
    to: { path: '^src/web/', pathNot: ground },
  },
  {
    name: 'web-time-is-pure',
    comment: 'Days and wall times are counted without a page around.',
    from: { path: '^src/web/time/' },
    to: { pathNot: '^src/web/time/' },
  },
  {
    name: 'web-features-meet-at-show',
    comment: 'A feature opens the dialogs of another by its `show-*`, and knows no more of it.',
    from: {
      path: '^src/web/([^/]+)/',
      pathNot: [...ground, entrances, ...shownInside.map(({ from }) => from)],
    },
    to: { path: '^src/web/', pathNot: ['^src/web/$1/', ...ground, ...betweenFeatures] },
  },
  ...shownInside.map(({ comment, from, to }) => ({
    name: 'web-features-meet-at-show',
    comment,
    from: { path: from },
    to: { path: '^src/web/', pathNot: ['^src/web/$1/', ...ground, ...betweenFeatures, ...to] },
  })),
  {
    name: 'web-entrances-stay-outside',
    comment: 'What the page loads knows the features; none of them knows it.',
    from: { path: '^src/web/', pathNot: entrances },
    to: { path: entrances },
  },
];

module.exports = { webRooms };
