import { expect } from 'chai';
import { onEveryDatabase } from '../support/databases.js';
import { learner, learners } from './nrps-peer.js';
import { learnerRole, RosterScene, staffRole } from './roster-scene.js';

const asTrainer = { is_trainer: 1, is_learner: 0 };
const asLearner = { is_trainer: 0, is_learner: 1 };

onEveryDatabase(
  'A roster, as that of Moodle, to which teachers who may not edit are learners',
  (database) => {
    const scene = new RosterScene(database);
    let course: string;

    beforeEach(async () => {
      await scene.begin();
      course = await scene.course();
      scene.peer.members = [learner('guest', { roles: [learnerRole] }), ...learners(2)];
    });

    afterEach(() => scene.end());

    it('takes no trainer for a learner whom the platform has launched as a trainer', async () => {
      await scene.walk(course);
      expect(await scene.membership('guest')).to.deep.include(asLearner);
      await scene.launch('guest', staffRole);
      await scene.walk(course);

      expect(await scene.membership('guest')).to.deep.include(asTrainer);
      expect(scene.running.told).to.deep.equal([
        { type: 'learner.left', sessionId: course, userId: (await scene.member('guest'))?.id },
      ]);
    });

    it('is believed again when the platform has launched them as a learner', async () => {
      await scene.launch('guest', staffRole);
      await scene.launch('guest', learnerRole);
      await scene.walk(course);

      expect(await scene.membership('guest')).to.deep.include(asLearner);
      expect(scene.running.told).to.deep.equal([]);
    });
  },
);
