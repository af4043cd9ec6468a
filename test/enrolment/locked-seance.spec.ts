import { expect } from 'chai';
import { latch } from '../support/latch.js';
import { onMysql } from '../support/databases.js';
import { refusedWith, seances } from '../http/api.js';
import { startPlugin, stopPlugins } from '../http/plugin-under-test.js';

onMysql('A séance that somebody keeps locked', (database) => {
  after(stopPlugins);

  it('refuses the learners of no other séance, and takes its own when it is free again', async () => {
    const { api } = await startPlugin(database.address, { limits: { lockWaitSeconds: 1 } });
    const ids: string[] = [];
    for (let number = 0; number <= 100; number += 1)
      ids.push((await api.created({ enrolmentMode: 'public' })).id);
    const [locked = '', ...others] = ids;
    const enrol = (id: string, as: string) => api.send('PUT', `${seances}/${id}/enrolments/me`, { as });
    const [held, released] = [latch(), latch()];
    const holding = database.openAnother().knex.transaction(async (holder) => {
      await holder('seance').where({ id: locked }).forUpdate();
      held.open();
      await released.opened;
    });
    await held.opened;

    // The second time it is known to be locked.
    for (const learner of ['learner1', 'learner2']) {
      const [first, ...rest] = await Promise.all([locked, ...others].map((id) => enrol(id, learner)));
      expect(rest.map(({ status }) => status)).to.deep.equal(others.map(() => 201));
      if (first) refusedWith(first, 503, 'busy');
    }
    released.open();
    await holding;
    const answers = await Promise.all(['learner1', 'learner2'].map((learner) => enrol(locked, learner)));
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201]);
  });
});
