import { FakeHost, person } from '../../src/testing/index.js';

const learners = 60;

/** A host with one session of 60 learners, alike in every process. */
export function raceHost(): FakeHost {
  const session = {
    id: 'session',
    name: 'Session',
    startsOn: null,
    endsOn: null,
    timeZone: 'Europe/Brussels',
  };
  const host = new FakeHost().withSpace('space', [session]);
  host.withTrainer('session', person('trainer1', 'Anh', 'PHAM'));
  for (let index = 1; index <= learners; index += 1)
    host.withLearner('session', person(`learner${index}`, 'Ada', `Learner ${index}`));
  return host;
}
