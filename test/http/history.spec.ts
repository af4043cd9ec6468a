import { expect } from 'chai';
import { refusedWith, seances } from './api.js';
import { currentSession, today } from './campus.js';
import { onBothEngines } from './on-every-mount.js';

interface Trail {
  readonly items: readonly { readonly type: string }[];
}

onBothEngines('The history of a séance', (scene) => {
  const typesOf = async (id: string, list: string) =>
    (await scene.api.get<Trail>(`${seances}/${id}/${list}`)).body.items.map(({ type }) => type);

  /** What the host was told of a séance, once it has heard so many things. */
  async function told(id: string, count: number) {
    const heard = () => scene.host.events.events.filter(({ seanceId }) => seanceId === id);
    while (heard().length < count) await new Promise((resolve) => setTimeout(resolve, 50));
    return heard().map(({ id: eventId, ...event }) => {
      expect(eventId).to.be.a('string').and.not.equal('');
      return event;
    });
  }

  it('is told to the host: what, when, of which séance, by whom, to whom', async () => {
    const { id, name, startsAt, endsAt } = await scene.api.created({ enrolmentMode: 'public' });
    await scene.api.send('PUT', `${seances}/${id}/enrolments/me`, { as: 'learner1' });
    const [created, enrolled] = await told(id, 2);
    const where = { at: today, spaceId: 'demo', sessionId: currentSession, seanceId: id };

    expect(created).to.deep.equal({
      ...where,
      type: 'seance.created',
      actorId: 'trainer1',
      userId: null,
      data: { name, startsAt, endsAt, seriesId: null },
    });
    const { data, ...rest } = enrolled ?? { data: {} };
    expect(rest).to.deep.equal({
      ...where,
      type: 'enrolment.enrolled',
      actorId: 'learner1',
      userId: 'learner1',
    });
    expect(data).to.include({ source: 'self' }).and.to.have.property('enrolmentId');
  });

  it('names nobody to the host for what nobody of the platform did', async () => {
    const { id } = await scene.api.created({}, '/api/v1/spaces/other/seances');
    await scene.plugin.tell({ type: 'space.gone', spaceId: 'other' });

    expect((await told(id, 2))[1]).to.include({ type: 'seance.deleted', actorId: null, userId: null });
  });

  it('can be read when the séance was deleted, and is not there for one that never was', async () => {
    const { id } = await scene.api.created();
    await scene.api.delete(`${seances}/${id}`);

    for (const list of ['history', 'edits']) {
      expect(await typesOf(id, list)).to.deep.equal(['seance.deleted', 'seance.created']);
      refusedWith(await scene.api.get(`${seances}/nothing/${list}`), 404, 'not-found');
      refusedWith(await scene.api.get(`/api/v1/spaces/other/seances/${id}/${list}`), 404, 'not-found');
    }
  });
});
