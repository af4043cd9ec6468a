import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { hostRoom } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

onHttp('PATCH seances/{id}', (scene) => {
  const full = {
    description: '<p>d</p>',
    extraInfo: '<p>e</p>',
    enrolmentMode: 'public',
    capacity: 4,
    locationId: hostRoom.id,
    trainerIds: ['trainer2', 'trainer1'],
    groupName: 'Groupe',
    inAgenda: true,
    timeZone: 'Asia/Tokyo',
  };
  const patch = (id: string, changes: unknown, headers: Record<string, string> = {}) =>
    scene.api.patch<SeanceView>(`${seances}/${id}`, changes, { headers });

  const changes: readonly [Record<string, unknown>, Partial<Record<keyof SeanceView, unknown>>][] = [
    [{ name: 'Autre' }, { name: 'Autre' }],
    [{ description: '<p>x</p>' }, { description: '<p>x</p>' }],
    [{ description: null }, { description: '' }],
    [{ extraInfo: '' }, { extraInfo: '' }],
    [{ enrolmentMode: 'manual' }, { enrolmentMode: 'manual' }],
    [{ capacity: null }, { capacity: null }],
    [{ capacity: 9 }, { capacity: 9 }],
    [{ locationId: null }, { location: null }],
    [{ trainerIds: ['trainer1'] }, { trainers: [{ id: 'trainer1', name: 'Zoé Étienne' }] }],
    [{ trainerIds: [] }, { trainers: [] }],
    [{ groupId: null }, { group: null }],
    [{ groupName: '' }, { group: null }],
    [{ inAgenda: false }, { inAgenda: false }],
    [{ end: '2026-12-01T12:00' }, { end: '2026-12-01T12:00', endsAt: '2026-12-01T03:00:00Z' }],
    [
      { timeZone: 'UTC' },
      { timeZone: 'UTC', startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T10:30:00Z' },
    ],
  ];
  for (const [body, changed] of changes) {
    it(`${JSON.stringify(body)} changes that, the version, and nothing else`, async () => {
      const before = await scene.api.created(full);
      const { status, body: after, headers } = await patch(before.id, body);

      expect(status).to.equal(200);
      expect(after).to.deep.equal({ ...before, baseName: after.name, ...changed, version: 2 });
      expect(headers.get('etag')).to.equal('"2"');
      expect((await scene.api.get(`${seances}/${before.id}`)).body).to.deep.equal(after);
    });
  }

  it('compares a new end with the start that is there, and a new start with the end', async () => {
    const { id } = await scene.api.created();

    invalid(await patch(id, { end: '2026-12-01T09:00' }), ['/end', 'end-before-start']);
    invalid(await patch(id, { start: '2026-12-01T10:30' }), ['/end', 'end-before-start']);
    expect((await scene.api.get<SeanceView>(`${seances}/${id}`)).body.version).to.equal(1);
  });

  it('refuses to make a séance of a group automatic, and changes nothing', async () => {
    const { id } = await scene.api.created(full);

    invalid(await patch(id, { enrolmentMode: 'automatic', name: 'x' }), [
      '/groupName',
      'group-needs-enrolment',
    ]);
    expect((await scene.api.get<SeanceView>(`${seances}/${id}`)).body).to.include({
      name: 'Séance',
      version: 1,
    });
  });

  it('lets a trainer stay who has left the session', async () => {
    const { id } = await scene.api.created({ trainerIds: ['trainer2'] });
    await scene.database
      .knex('seance_trainer')
      .where({ seance_id: id })
      .update({ user_id: 'gone', name: 'Gone' });
    const { status, body } = await patch(id, { trainerIds: ['gone', 'trainer1'] });

    expect(status).to.equal(200);
    expect(body.trainers).to.deep.equal([
      { id: 'gone', name: 'Gone' },
      { id: 'trainer1', name: 'Zoé Étienne' },
    ]);
  });

  it('refuses a body that names nothing, or things that cannot be changed', async () => {
    const { id } = await scene.api.created();

    invalid(await patch(id, {}), ['', 'empty']);
    invalid(await patch(id, { version: 2 }), ['/version', 'unknown-field']);
    invalid(
      await patch(id, { id: 'x', origin: 'manager' }),
      ['/id', 'unknown-field'],
      ['/origin', 'unknown-field'],
    );
    invalid(await patch(id, { name: null }), ['/name', 'wrong-type']);
  });

  describe('with If-Match', () => {
    // The last three as proxies write them that compress what they pass on: nginx, Apache, Jetty.
    const accepted = ['"1"', '*', '"7", "1"', ' "1" ,"2"', 'W/"1"', '"1-gzip"', '"1--gzip"'];
    for (const header of accepted) {
      it(`changes version 1 for ${header}`, async () => {
        const { id } = await scene.api.created();

        expect((await patch(id, { name: 'New' }, { 'if-match': header })).status).to.equal(200);
      });
    }

    const stale = [
      '"2"',
      'W/"2"',
      '"2-gzip"',
      '"1-"',
      '"1-2"',
      'w/"1"',
      '1',
      '"x"',
      '""',
      '"0"',
      '"1',
      'garbage',
      '"1e0"',
      '"99999999999999999999"',
      '"2", W/"3"',
    ];
    for (const header of stale) {
      it(`refuses version 1 for ${header}`, async () => {
        const { id } = await scene.api.created();

        refusedWith(await patch(id, { name: 'New' }, { 'if-match': header }), 412, 'stale');
        refusedWith(
          await scene.api.delete(`${seances}/${id}`, { headers: { 'if-match': header } }),
          412,
          'stale',
        );
        expect((await scene.api.get<SeanceView>(`${seances}/${id}`)).body).to.include({
          name: 'Séance',
          version: 1,
        });
      });
    }

    it('lets one of two editors through, who started from the same version', async () => {
      const { id } = await scene.api.created();
      const answers = await Promise.all(['A', 'B'].map((name) => patch(id, { name }, { 'if-match': '"1"' })));

      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 412]);
      const winner = answers.find(({ status }) => status === 200)?.body;
      expect((await scene.api.get(`${seances}/${id}`)).body).to.deep.equal(winner);
    });
  });

  it('does not find a séance of another space, a deleted one, or one that never was', async () => {
    const { id } = await scene.api.created();
    const elsewhere = await scene.api.created({}, '/api/v1/spaces/other/seances');
    await scene.api.delete(`${seances}/${id}`);

    for (const wanted of [id, elsewhere.id, 'no-id']) {
      refusedWith(await patch(wanted, { name: 'x' }), 404, 'not-found');
      refusedWith(await scene.api.get(`${seances}/${wanted}`), 404, 'not-found');
    }
  });
});
