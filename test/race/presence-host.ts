import { FakeHost, person } from '../../src/testing/index.js';

/** How many are in the class. */
export const classOf = 200;
export const trainers = ['trainer1', 'trainer2', 'trainer3'] as const;

/** A host with one class and three trainers, alike in every process. */
export function presenceHost(): FakeHost {
  const session = {
    id: 'session',
    name: 'Session',
    startsOn: null,
    endsOn: null,
    timeZone: 'Europe/Brussels',
  };
  const host = new FakeHost().withSpace('space', [session]).withAdministrator(person('admin', 'Ada', 'Min'));
  for (const id of trainers) host.withTrainer('session', person(id, 'Anh', id));
  for (let index = 1; index <= classOf; index += 1)
    host.withLearner('session', person(`learner${index}`, 'Ada', `Learner ${index}`));
  return host;
}
