import { expect } from 'chai';
import type { Overlap } from '../../../src/application/enrolment/own-overlaps.js';
import { person } from '../../../src/testing/index.js';
import { seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

const morning = { start: '2026-12-01T09:00', end: '2026-12-01T12:00' };
const ofOthers = '/api/v1/spaces/other/seances';
const open = { enrolmentMode: 'public', ...morning };

onHttp('The places of a learner at the time of one that they ask for', (scene) => {
  before(() => {
    scene.host.withLearner('other-2026', person('learner1', 'Lea', 'Learner'));
  });

  afterEach(async () => {
    for (const table of ['seance', 'seance_enrolment', 'seance_group'])
      await scene.database.knex(table).delete();
  });

  async function take(id: string, query = '', path = seances) {
    const answer = await scene.api.send<{ readonly overlaps: readonly Overlap[] }>(
      'PUT',
      `${path}/${id}/enrolments/me${query}`,
      { as: 'learner1' },
    );
    return { status: answer.status, overlaps: answer.body.overlaps };
  }

  const namesOf = async (id: string) => (await take(id)).overlaps.map(({ name }) => name);

  it('are told with the place, whether it is there at once, in the queue, or was there before', async () => {
    const taken = { ...open, name: 'Cours', start: '2026-12-01T11:00', end: '2026-12-01T13:00' };
    const other = await scene.api.created(taken);
    await take(other.id);
    const wanted = await scene.api.created(open);
    const full = await scene.api.created({ ...open, capacity: 1 });
    const userIds = ['learner2'];
    await scene.api.post(`${seances}/${full.id}/enrolments`, { userIds });
    const overlap = {
      ...{ seanceId: other.id, spaceId: 'demo', name: 'Cours' },
      ...{ start: taken.start, end: taken.end, timeZone: other.timeZone },
      ...{ startsAt: other.startsAt, endsAt: other.endsAt },
    };

    expect(await take(wanted.id)).to.deep.equal({ status: 201, overlaps: [overlap] });
    expect(await take(wanted.id)).to.deep.equal({ status: 200, overlaps: [overlap] });
    const { status, overlaps } = await take(full.id);
    expect([status, overlaps.map(({ seanceId }) => seanceId)]).to.deep.equal([202, [wanted.id, other.id]]);
  });

  it('are none that only touch it, that are deleted, waited for, of somebody else, or the place itself', async () => {
    const after = await scene.api.created({ ...open, start: morning.end, end: '2026-12-01T13:00' });
    const deleted = await scene.api.created(open);
    const waited = await scene.api.created({ ...open, capacity: 1 });
    const ofSomebody = await scene.api.created({ ...open, enrolmentMode: 'manual' });
    for (const id of [waited.id, ofSomebody.id])
      await scene.api.post(`${seances}/${id}/enrolments`, { userIds: ['learner2'] });
    await take(after.id);
    await take(deleted.id);
    await take(waited.id);
    await scene.api.delete(`${seances}/${deleted.id}`);

    expect(await namesOf((await scene.api.created(open)).id)).to.deep.equal([]);
  });

  it('are in any space, and automatic ones are among them, compared by instants', async () => {
    const name = 'Ailleurs';
    await scene.api.created({ ...open, name, enrolmentMode: 'automatic' }, ofOthers);
    const zoned = { start: '2026-12-01T03:30', end: '2026-12-01T04:30', timeZone: 'America/Montreal' };
    await scene.api.created({ ...open, name: 'Loin', ...zoned, enrolmentMode: 'automatic' });
    const { id } = await scene.api.created(open);

    // 09:30 in Brussels comes after 09:00 there, whatever its own clocks show.
    expect(await namesOf(id)).to.deep.equal([name, 'Loin']);
    expect((await take(id)).overlaps.find((one) => one.name === name)?.spaceId).to.equal('other');
  });

  it('are not of a space that may not be opened any more', async () => {
    const { id: elsewhere } = await scene.api.created({ ...open, name: 'Ailleurs' }, ofOthers);
    await take(elsewhere, '', ofOthers);
    const { id } = await scene.api.created(open);
    scene.host.permissions.allow('learner1', 'other', { open: false, edit: false, enrol: false });

    expect(await namesOf(id)).to.deep.equal([]);
    scene.host.permissions.allow('learner1', 'other', { open: true, edit: false, enrol: false });
    expect(await namesOf(id)).to.deep.equal(['Ailleurs']);
  });

  it('are not the place that is given up for it', async () => {
    const group = { ...open, groupName: 'Ateliers' };
    const { id: held } = await scene.api.created(group);
    const { id: wanted } = await scene.api.created(group);
    await take(held);

    expect(await take(wanted, `?insteadOf=${held}`)).to.deep.equal({ status: 201, overlaps: [] });
  });
});
