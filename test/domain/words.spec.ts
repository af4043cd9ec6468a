import { expect } from 'chai';
import { enrolmentSources, enrolmentStatuses } from '../../src/domain/enrolment/enrolment.js';
import { eventTypes, ownEventTypes } from '../../src/domain/event/seance-event.js';
import { longestWeeks, weekdays } from '../../src/domain/repetition/rule.js';
import { scopes } from '../../src/domain/series/series-scope.js';
import { ownFields } from '../../src/domain/seance/seance-content.js';
import { origins, seanceStates } from '../../src/domain/seance/seance.js';
import { enrolmentModes } from '../../src/domain/seance/seance-content.js';

/** Databases hold them and clients send them: whoever renames one needs a migration and a new contract. */
describe('The words that are stored and sent', () => {
  const ofSeances = ['seance.created', 'seance.edited', 'seance.deleted', 'seance.restored'].concat([
    'seance.cancelled',
    'seance.reinstated',
  ]);
  const ofEnrolments = ['enrolled', 'waiting', 'promoted', 'cancelled'].map((verb) => `enrolment.${verb}`);
  const ofComments = ['added', 'edited', 'deleted', 'restored'].map((verb) => `comment.${verb}`);
  const ofPresence = ['marked', 'closed', 'absent', 'corrected'].map((verb) => `attendance.${verb}`);
  const kinds: readonly [string, readonly string[], readonly string[]][] = [
    [
      'types of events',
      eventTypes,
      [...ofSeances, 'seance.refreshed', ...ofEnrolments, ...ofComments, ...ofPresence],
    ],
    ['types of events of a séance itself', ownEventTypes, ofSeances],
    ['statuses of an enrolment', enrolmentStatuses, ['enrolled', 'waiting']],
    ['sources of an enrolment', enrolmentSources, ['self', 'staff', 'automatic']],
    ['modes of enrolment', enrolmentModes, ['automatic', 'manual', 'public']],
    ['origins of a séance', origins, ['space', 'manager']],
    ['states of a séance', seanceStates, ['upcoming', 'ongoing', 'past']],
    ['days of the week, Monday first', weekdays, ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']],
    ['scopes of a change', scopes, ['this', 'following', 'all']],
    [
      'fields that an occurrence can have of its own',
      ownFields,
      [
        'name',
        'description',
        'extraInfo',
        'enrolmentMode',
        'enrolmentOpens',
        'enrolmentCloses',
        'capacity',
        'locationId',
        'onlineUrl',
        'trainers',
        'groupId',
      ].concat(['inAgenda', 'start', 'length', 'timeZone']),
    ],
  ];
  for (const [title, words, expected] of kinds) {
    it(`are as ever: ${title}`, () => {
      expect(words).to.deep.equal(expected);
    });
  }

  it('come with a limit of 20 years of 52 weeks for one repetition', () => {
    expect(longestWeeks).to.equal(1_040);
  });
});
