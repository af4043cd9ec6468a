import { expect } from 'chai';
import { onMysql } from '../support/databases.js';
import { refusedWith, seances } from '../support/api.js';
import { startPlugin, stopPlugins } from '../support/plugin-under-test.js';

onMysql('A séance that somebody keeps locked', (database) => {
  after(stopPlugins);

  it('refuses the learners of no other séance, and takes its own when it is free again', async () => {
    const { api } = await startPlugin(database.address, { limits: { lockWaitSeconds: 1 } });
    const ids: string[] = [];
    for (let number = 0; number <= 100; number += 1)
      ids.push((await api.created({ enrolmentMode: 'public' })).id);
    // In the middle: it shares its transaction with those that have gathered by then.
    const locked = ids[50] ?? '';
    const enrol = (id: string, as: string) => api.send('PUT', `${seances}/${id}/enrolments/me`, { as });
    await database.openAnother().knex.transaction(async (holder) => {
      await holder('seance').where({ id: locked }).forUpdate();
      // The second time it is known to be locked.
      for (const learner of ['learner1', 'learner2']) {
        const answers = await Promise.all(ids.map((id) => enrol(id, learner)));
        const [own] = answers.splice(ids.indexOf(locked), 1);
        expect(answers.map(({ status }) => status)).to.deep.equal(answers.map(() => 201));
        if (own) refusedWith(own, 503, 'busy');
      }
    });

    const answers = await Promise.all(['learner1', 'learner2'].map((learner) => enrol(locked, learner)));
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201]);
  }).timeout(60_000);
});
