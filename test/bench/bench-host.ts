import { FakeHost } from '../../src/testing/index.js';
import { person } from '../../src/testing/person.js';

/** The spaces of the bench, each with a session of its own of the same id, and how many learners are in it. */
export const learnersOf = { space: 500, crowd: 10_000, filled: 500 } as const;

/** A trainer of the filled session who gives 1,000 of its séances: whose feed is measured. */
export const busyTrainer = 'trainer-feed';

/** A host with two trainers in every session. */
export function benchHost(): FakeHost {
  const host = new FakeHost();
  for (const [id, learners] of Object.entries(learnersOf)) {
    host.withSpace(id, [{ id, name: id, startsOn: null, endsOn: null, timeZone: 'Europe/Brussels' }]);
    for (const trainer of ['trainer1', 'trainer2', busyTrainer])
      host.withTrainer(id, person(trainer, 'Anh', trainer));
    for (let index = 1; index <= learners; index += 1)
      host.withLearner(id, person(`learner${index}`, 'Ada', `learner${index}`));
  }
  return host;
}
