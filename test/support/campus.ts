import type { Location, TrainingSession } from '../../src/index.js';
import { FakeHost, person } from '../../src/testing/index.js';

export const space = 'demo';
export const currentSession = 'demo-2026';
export const nextSession = 'demo-2027';
/** When the suite happens: on a Monday, half an hour before noon in Brussels. */
export const today = '2026-11-23T10:30:00Z';

/** Who may do what in the space `demo`, by the id that the header `X-Actor` carries. */
export const roles = {
  manager: { open: true, edit: true, enrol: true },
  trainer1: { open: true, edit: true, enrol: true },
  editor: { open: true, edit: true, enrol: false },
  enroller: { open: true, edit: false, enrol: true },
  learner1: { open: true, edit: false, enrol: false },
  admin: { open: false, edit: false, enrol: false },
  outsider: { open: false, edit: false, enrol: false },
} as const;

export function session(id: string, timeZone: string | null = null): TrainingSession {
  return { id, name: `Session ${id}`, startsOn: '2026-09-01', endsOn: '2027-06-30', timeZone };
}

export const hostRoom: Location = {
  id: 'host-room',
  name: "Salle de l'hôte",
  street: 'Rue de la Loi',
  streetNumber: '16',
  box: '',
  postalCode: '1000',
  city: 'Bruxelles',
  country: 'BE',
  phone: '',
};

/**
 * A host with the space `demo`, attached to two sessions, where every role is played by somebody; `other`, where
 * `trainer1` is staff too; and `empty`, without a session.
 */
export function campus(): FakeHost {
  const host = new FakeHost([hostRoom])
    .withSpace(space, [session(currentSession), session(nextSession, 'America/Montreal')])
    .withSpace('other', [session('other-2026')])
    .withSpace('empty')
    .withAdministrator(person('admin', 'Ada', 'Min'))
    .withUser(person('outsider', 'Out', 'Sider'))
    .withTrainer('other-2026', person('trainer1', 'Zoé', 'Étienne'));
  for (const id of [currentSession, nextSession]) {
    host
      .withTrainer(id, person('trainer1', 'Zoé', 'Étienne'))
      .withTrainer(id, person('trainer2', 'Anh Thao', 'PHAM'))
      .withManager(id, person('manager', 'Max', 'Manager'))
      .withLearner(id, person('learner1', 'Lea', 'Learner'))
      .withLearner(id, person('learner2', 'Leo', 'Learner'));
  }
  host.withTrainer(nextSession, person('trainer3', 'Next', 'Year'));
  for (const id of ['editor', 'enroller'] as const) {
    host.withUser(person(id, id, id)).permissions.allow(id, space, roles[id]);
  }
  host.permissions.allow('trainer1', 'empty', roles.trainer1);
  host.permissions.allow('learner1', 'empty', roles.learner1);
  host.withUser({ id: 'english', name: 'E', firstName: '', lastName: 'E' }, { locale: 'en-GB' });
  host.permissions.allow('english', space, roles.learner1);
  return host;
}
