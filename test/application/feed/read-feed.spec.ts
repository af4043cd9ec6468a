import { expect } from 'chai';
import { IcalWriter } from '../../../src/adapters/ical/ical-writer.js';
import { person } from '../../../src/testing/index.js';
import { parseCalendar } from '../../support/calendars.js';
import { type Answer, refusedWith, seances } from '../../support/api.js';
import { currentSession, hostRoom, space } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

interface FeedView {
  readonly url: string | null;
  readonly createdAt: string | null;
}

const own = '/api/v1/me/feed';

const places = '/api/v1/admin/locations';

onHttp('Calendars', (scene) => {
  const pathOf = (url: string | null) =>
    (url ?? '').replace(`${scene.api.origin}${scene.mount.basePath}`, '');
  const newFeed = async (as: string) => {
    const answer = await scene.api.send<FeedView>('POST', own, { as });
    expect(answer.status, answer.text).to.equal(201);
    return pathOf(answer.body.url);
  };
  const read = (path: string, headers: Record<string, string> = {}) =>
    scene.api.get<string>(path, { as: null, headers });
  const uidsIn = (answer: Answer) => parseCalendar(answer.text).events.map(({ uid }) => uid);
  const uid = ({ id }: { readonly id: string }) => `${id}@seances`;

  describe('of one séance', () => {
    it('have what is known of it, the time in its zone, and its place', async () => {
      const one = await scene.api.created({
        name: 'Physique; "quantique"',
        description: '<p>Un <strong>texte</strong> &amp; deux</p>',
        extraInfo: '<p>Apporter un stylo</p>',
        locationId: hostRoom.id,
        trainerIds: ['trainer2'],
      });
      const answer = await scene.api.get<string>(`${seances}/${one.id}.ics`, { as: 'learner1' });
      const { events } = parseCalendar(answer.text);

      expect(answer.headers.get('content-type')).to.equal('text/calendar; charset=utf-8');
      expect(answer.headers.get('content-disposition')).to.equal(
        'attachment; filename="Physique quantique.ics"',
      );
      expect(events).to.have.length(1);
      expect(events[0]).to.include({
        uid: uid(one),
        summary: 'Physique; "quantique"',
        description: 'Un texte & deux\n\nApporter un stylo\n\nFormateurs\u00a0: Anh Thao PHAM',
        location: "Salle de l'hôte, Rue de la Loi 16, 1000 Bruxelles, BE",
        status: 'CONFIRMED',
        sequence: one.version,
        start: `${one.start}:00`,
        startZone: 'Europe/Brussels',
        startsAt: one.startsAt,
        endsAt: one.endsAt,
      });
    });

    it('are there for who may open the space, as long as the séance is', async () => {
      const { id } = await scene.api.created();
      const path = `${seances}/${id}.ics`;

      refusedWith(await scene.api.get(path, { as: null }), 401, 'unauthenticated');
      refusedWith(await scene.api.get(path, { as: 'outsider' }), 404, 'not-found');
      refusedWith(await scene.api.get(`/api/v1/spaces/other/seances/${id}.ics`), 404, 'not-found');
      refusedWith(await scene.api.get(`${seances}/nothing.ics`), 404, 'not-found');
      await scene.api.delete(`${seances}/${id}`);
      refusedWith(await scene.api.get(path), 404, 'not-found');
    });

    it('are not sent again to who has them, until the séance changes', async () => {
      const { id } = await scene.api.created();
      const path = `${seances}/${id}.ics`;
      const first = await scene.api.get(path);
      const etag = first.headers.get('etag') ?? '';
      const again = await scene.api.get(path, { headers: { 'if-none-match': `"other", W/${etag}` } });

      expect([again.status, again.text]).to.deep.equal([304, '']);
      await scene.api.patch(`${seances}/${id}`, { name: 'Other' });
      const changed = await scene.api.get(path, { headers: { 'if-none-match': etag } });
      expect(changed.status).to.equal(200);
      expect(parseCalendar(changed.text).events[0]).to.include({ summary: 'Other', sequence: 2 });
    });

    it('are sent again when the place has another name', async () => {
      const admin = { as: 'admin' };
      const { body: place } = await scene.api.post<{ id: string }>(places, { name: 'Room 1' }, admin);
      const { id } = await scene.api.created({ locationId: place.id });
      const path = `${seances}/${id}.ics`;
      const etag = (await scene.api.get(path)).headers.get('etag') ?? '';
      expect((await scene.api.get(path, { headers: { 'if-none-match': etag } })).status).to.equal(304);

      await scene.api.patch(`${places}/${place.id}`, { name: 'Room 2' }, admin);
      const changed = await scene.api.get(path, { headers: { 'if-none-match': etag } });
      expect(changed.status).to.equal(200);
      expect(parseCalendar(changed.text).events[0]?.location).to.equal('Room 2');
    });
  });

  describe('of a user', () => {
    it('are told once: who asks again learns that there is one, and since when', async () => {
      expect((await scene.api.get(own, { as: 'learner2' })).body).to.deep.equal({
        url: null,
        createdAt: null,
      });
      const { status, body } = await scene.api.send<FeedView>('POST', own, { as: 'learner2' });

      expect(status).to.equal(201);
      expect(body.url).to.match(
        new RegExp(`^${scene.api.origin}${scene.mount.basePath}/api/v1/feeds/[\\w-]{43}\\.ics$`),
      );
      expect((await scene.api.get(own, { as: 'learner2' })).body).to.deep.equal({
        url: null,
        createdAt: body.createdAt,
      });
      expect((await read(pathOf(body.url))).status).to.equal(200);
    });

    it('can be read by nobody once they are revoked, or replaced by a new one', async () => {
      const first = await newFeed('learner1');
      const second = await newFeed('learner1');

      refusedWith(await read(first), 404, 'not-found');
      expect((await read(second)).status).to.equal(200);
      expect((await scene.api.delete(own, { as: 'learner1' })).status).to.equal(204);
      expect((await scene.api.delete(own, { as: 'learner1' })).status).to.equal(204);
      refusedWith(await read(second), 404, 'not-found');
      refusedWith(await read(`/api/v1/feeds/${'x'.repeat(2_000)}.ics`), 404, 'not-found');
    });

    it('keep no secret in the database that could be read there', async () => {
      const token = /([\w-]{43})\.ics$/.exec(await newFeed('learner1'))?.[1] ?? '';
      const stored = JSON.stringify(await scene.database.knex('seance_feed').select('*'));

      expect(token).to.have.length(43);
      expect(stored).to.contain('learner1').and.not.contain(token);
    });

    it('have what a learner takes part in, and a trainer teaches, and nothing else', async () => {
      const automatic = await scene.api.created({ enrolmentMode: 'automatic', trainerIds: ['trainer2'] });
      const manual = await scene.api.created({ enrolmentMode: 'manual', trainerIds: ['trainer2'] });
      const elsewhere = await scene.api.created(
        { enrolmentMode: 'automatic' },
        '/api/v1/spaces/other/seances',
      );
      const learner = uidsIn(await read(await newFeed('learner1')));
      const trainer = uidsIn(await read(await newFeed('trainer2')));
      const outsider = uidsIn(await read(await newFeed('outsider')));

      expect(learner)
        .to.include(uid(automatic))
        .and.not.include.members([uid(manual), uid(elsewhere)]);
      expect(learner).to.not.include(uid(elsewhere));
      expect(trainer)
        .to.include.members([uid(automatic), uid(manual)])
        .and.not.include(uid(elsewhere));
      expect(outsider).to.deep.equal([]);
    });

    it('have the séances in which a learner has a place, as long as they have it', async () => {
      const feed = await newFeed('learner2');
      const one = await scene.api.created({ enrolmentMode: 'public', capacity: 1 });
      const full = await scene.api.created({ enrolmentMode: 'public', capacity: 1 });
      const place = (seance: { readonly id: string }) => `${seances}/${seance.id}/enrolments/me`;
      await scene.api.send('PUT', place(full), { as: 'learner1' });
      for (const seance of [one, full]) await scene.api.send('PUT', place(seance), { as: 'learner2' });
      const seen = async ({ id }: { readonly id: string }) =>
        parseCalendar((await read(feed)).text).events.find((event) => event.uid === uid({ id }))?.status;

      expect(await seen(one)).to.equal('CONFIRMED');
      expect(await seen(full), 'who waits has no place').to.equal(undefined);
      await scene.api.delete(place(full), { as: 'learner1' });
      expect(await seen(full), 'who was promoted has').to.equal('CONFIRMED');
      await scene.api.delete(place(full), { as: 'learner2' });
      expect(await seen(full)).to.equal(undefined);
      await scene.api.delete(`${seances}/${one.id}`);
      expect(await seen(one)).to.equal('CANCELLED');
      await scene.api.send('POST', `${seances}/${one.id}/restore`);
      expect(await seen(one)).to.equal('CONFIRMED');
    });

    it('follow a séance that is moved, deleted and restored, under one id and with growing numbers', async () => {
      const feed = await newFeed('learner1');
      const one = await scene.api.created({ enrolmentMode: 'automatic' });
      const seen = async () => {
        const { events } = parseCalendar((await read(feed)).text);
        const found = events.filter((event) => event.uid === uid(one));
        return found.map(({ status, sequence, startsAt, lastModified, stamp }) => {
          expect(stamp).to.equal(lastModified);
          return { status, sequence, startsAt };
        });
      };

      await scene.api.patch(`${seances}/${one.id}`, { start: '2027-06-01T09:00', end: '2027-06-01T10:00' });
      const startsAt = '2027-06-01T07:00:00Z';
      expect(await seen()).to.deep.equal([{ status: 'CONFIRMED', sequence: 2, startsAt }]);
      scene.clock.advance(60);
      await scene.api.delete(`${seances}/${one.id}`);
      expect(await seen()).to.deep.equal([{ status: 'CANCELLED', sequence: 3, startsAt }]);
      await scene.api.send('POST', `${seances}/${one.id}/restore`);
      expect(await seen()).to.deep.equal([{ status: 'CONFIRMED', sequence: 4, startsAt }]);
    });

    it('are not sent again to who has them, until something changes', async () => {
      const feed = await newFeed('learner1');
      const first = await read(feed);
      const etag = first.headers.get('etag') ?? '';
      expect(first.headers.get('cache-control')).to.equal('private, no-cache');
      scene.clock.advance(3_600);
      const again = await read(feed, { 'if-none-match': etag });

      expect([again.status, again.text, again.headers.get('etag')]).to.deep.equal([304, '', etag]);
      await scene.api.created({ enrolmentMode: 'automatic' });
      const changed = await read(feed, { 'if-none-match': etag });
      expect(changed.status).to.equal(200);
      expect(changed.headers.get('etag')).to.not.equal(etag);
    });

    it('go back 90 days', async () => {
      const old = { enrolmentMode: 'automatic', start: '2026-08-20T09:00', end: '2026-08-20T10:00' };
      const recent = { ...old, start: '2026-09-01T09:00', end: '2026-09-01T10:00' };
      const [before, within] = [await scene.api.created(old), await scene.api.created(recent)];
      const uids = uidsIn(await read(await newFeed('learner1')));

      expect(uids).to.include(uid(within)).and.not.include(uid(before));
    });
  });
});

onHttp('The feed of a user', (scene) => {
  const newFeed = async (as: string) =>
    (await scene.api.send<FeedView>('POST', own, { as })).body.url?.replace(
      `${scene.api.origin}${scene.mount.basePath}`,
      '',
    ) ?? '';
  const names = async (feed: string) => {
    const answer = await scene.api.get(feed, { as: null });
    return parseCalendar(answer.text).events.map(({ summary }) => summary);
  };

  it('shows nothing any more of a space that was closed to its user, or of a session that they left', async () => {
    scene.host.withLearner(currentSession, person('mover', 'Mo', 'VER'));
    await scene.api.created({ name: 'Both', enrolmentMode: 'automatic' });
    const feed = await newFeed('mover');
    expect(await names(feed)).to.deep.equal(['Both']);

    scene.host.permissions.allow('mover', space, { open: false });
    expect(await names(feed)).to.deep.equal([]);
    scene.host.permissions.allow('mover', space, { open: true });
    expect(await names(feed)).to.deep.equal(['Both']);
    scene.host.directory.removeLearner(currentSession, 'mover');
    expect(await names(feed)).to.deep.equal([]);
  });

  it('is in the order of the starts, and converges: the same text for the same séances', async () => {
    await scene.api.created(
      { name: 'B', trainerIds: ['trainer3'], start: '2027-01-02T09:00', end: '2027-01-02T10:00' },
      `${seances}?session=demo-2027`,
    );
    await scene.api.created(
      { name: 'A', trainerIds: ['trainer3'], start: '2027-01-01T09:00', end: '2027-01-01T10:00' },
      `${seances}?session=demo-2027`,
    );
    const feed = await newFeed('trainer3');

    expect(await names(feed)).to.deep.equal(['A', 'B']);
    expect((await scene.api.get(feed, { as: null })).text).to.equal(
      (await scene.api.get(feed, { as: null })).text,
    );
  });

  it('speaks the language that its user had', async () => {
    const [english, french] = ['english', 'trainer1'].map((as) => newFeed(as));
    const nameOf = async (feed: string) => parseCalendar((await scene.api.get(feed, { as: null })).text).name;

    expect(await nameOf((await english) ?? '')).to.equal(
      parseCalendar(new IcalWriter().write('en', [])).name,
    );
    expect(await nameOf((await french) ?? '')).to.equal('Séances');
  });

  it('has the address that the browser uses, where TLS ends before the plugin', async () => {
    const headers = { origin: scene.api.origin.replace('http:', 'https:') };
    const { body } = await scene.api.send<FeedView>('POST', own, { headers });

    expect(body.url).to.match(/^https:\/\//);
  });

  it('is 503 when the host cannot say what its user may see, so that programs keep what they have', async () => {
    const feed = await newFeed('learner1');
    const { directory } = scene.host;
    const learnsIn = directory.learnsIn.bind(directory);
    directory.learnsIn = () => Promise.reject(new Error('down'));
    try {
      refusedWith(await scene.api.get(feed, { as: null }), 503, 'unavailable');
    } finally {
      directory.learnsIn = learnsIn;
    }
  });

  it('takes no address but its own', async () => {
    refusedWith(await scene.api.get('/api/v1/feeds/x', { as: null }), 404, 'not-found');
    refusedWith(await scene.api.get('/api/v1/feeds/.ics', { as: null }), 404, 'not-found');
    refusedWith(await scene.api.delete('/api/v1/feeds/x.ics', { as: null }), 405, 'method-not-allowed');
  });
});
