import { expect } from 'chai';
import { seances } from '../../support/api.js';
import { parseCalendar } from '../../support/calendars.js';
import { onHttp } from '../../support/scene.js';
import { problemsOfCalendar } from '../../support/strict-calendar.js';

const places = '/api/v1/admin/locations';

function renamed(name: string) {
  return { name, firstName: '', lastName: name };
}

onHttp('The entries of calendars', (scene) => {
  const admin = { as: 'admin' };
  const entryOf = async (one: { readonly id: string }) => {
    const { text } = await scene.api.get<string>(`${seances}/${one.id}.ics`, { as: 'learner1' });
    expect(problemsOfCalendar(Buffer.from(text))).to.deep.equal([]);
    return parseCalendar(text).events[0];
  };

  it('have a line for each block and item of its texts, and the address of a link beside its text', async () => {
    const html =
      '<p>Ligne 1</p><ul><li>un</li><li>deux</li></ul><p>Lien : <a href="https://meet.example.org/abc?x=1&y=2">Rejoindre</a></p>';
    const one = await scene.api.created({ description: html });

    expect((await entryOf(one))?.description).to.equal(
      'Ligne 1\n- un\n- deux\nLien : Rejoindre (https://meet.example.org/abc?x=1&y=2)',
    );
  });

  it('have a higher number and a later stamp with every change of it, and the séance keeps its version', async () => {
    const { body: place } = await scene.api.post<{ id: string }>(places, { name: 'Salle 1' }, admin);
    const one = await scene.api.created({ locationId: place.id, trainerIds: ['trainer2'] });
    const comments = `${seances}/${one.id}/comments`;
    let comment = '';
    const changes: readonly (() => Promise<unknown>)[] = [
      () => scene.api.patch(`${places}/${place.id}`, { name: 'Salle 2' }, admin),
      () => scene.api.patch(`${places}/${place.id}`, { city: 'Namur' }, admin),
      async () => {
        comment = (await scene.api.post<{ id: string }>(comments, { content: '<p>À 10 h.</p>' })).body.id;
      },
      () => scene.api.patch(`${comments}/${comment}`, { content: '<p>À 11 h.</p>' }),
      () => scene.api.delete(`${comments}/${comment}`),
      () => scene.api.post(`${comments}/${comment}/restore`, undefined),
      () => scene.plugin.tell({ type: 'user.renamed', userId: 'trainer2', ...renamed('Autre') }),
      () => scene.plugin.tell({ type: 'user.gone', userId: 'trainer1' }),
      () => scene.plugin.tell({ type: 'user.gone', userId: 'trainer2' }),
    ];
    const [path, seen] = [`${seances}/${one.id}`, new Set<string>()];
    for (const [index, change] of changes.entries()) {
      scene.clock.advance(60);
      await change();
      const entry = await entryOf(one);
      seen.add(JSON.stringify({ ...entry, sequence: 0, stamp: '', lastModified: '' }));

      expect(entry, `change ${index}`).to.include({ sequence: 2 + index, stamp: scene.clock.now() });
      expect(entry?.lastModified).to.equal(entry?.stamp);
    }
    // What an information is deleted from and restored to has been shown before.
    expect(seen.size).to.equal(changes.length - 2);
    expect((await scene.api.get<{ version: number }>(path)).body.version).to.equal(1);
    expect((await scene.api.get(path)).headers.get('etag')).to.equal('"1"');

    expect((await scene.api.patch(path, { name: 'Autre' })).status).to.equal(200);
    expect(await entryOf(one)).to.include({ sequence: 2 + changes.length });
  });

  it('are in the agenda of the platform with it, and published again with every change', async () => {
    const { body: place } = await scene.api.post<{ id: string }>(places, { name: 'Salle 1' }, admin);
    const one = await scene.api.created({ locationId: place.id, inAgenda: true });
    const shown = async (what: object) => {
      const entry = () => scene.host.agenda.entries.find(({ seanceId }) => seanceId === one.id);
      const until = Date.now() + 10_000;
      const isShown = () =>
        Object.entries(what).every(([key, value]) => Reflect.get(entry() ?? {}, key) === value);
      while (!isShown() && Date.now() < until) await new Promise((done) => setTimeout(done, 100));
      expect(entry()).to.deep.include(what);
    };
    await shown({ place: 'Salle 1', sequence: 1 });
    await scene.api.patch(`${places}/${place.id}`, { name: 'Salle 2' }, admin);
    await shown({ place: 'Salle 2', sequence: 2 });
    await scene.api.post(`${seances}/${one.id}/comments`, { content: 'Tard' });
    await shown({ sequence: 3 });
  });
});
