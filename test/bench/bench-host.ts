import { FakeHost } from '../../src/testing/index.js';
import { person } from '../../src/testing/person.js';

export const learnersOfSession = 500;

/** A host with one space, one session, two trainers and 500 learners. */
export function benchHost(): FakeHost {
  const session = {
    id: 'session',
    name: 'Session',
    startsOn: null,
    endsOn: null,
    timeZone: 'Europe/Brussels',
  };
  const host = new FakeHost().withSpace('space', [session]);
  for (const id of ['trainer1', 'trainer2']) host.withTrainer('session', person(id, 'Anh', id));
  for (let index = 1; index <= learnersOfSession; index += 1) {
    host.withLearner('session', person(`learner${index}`, 'Ada', `learner${index}`));
  }
  return host;
}
