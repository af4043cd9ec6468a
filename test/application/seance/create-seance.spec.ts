import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { invalid, refusedWith, seanceBody, seances } from '../../support/api.js';
import { currentSession, hostRoom, nextSession } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

onHttp('POST seances', (scene) => {
  const create = (parts: Record<string, unknown>, path = seances) =>
    scene.api.post<SeanceView>(path, seanceBody(parts));

  it('creates a séance from a name, a start and an end, with the defaults of the session and the settings', async () => {
    const { status, body, headers } = await create({});

    expect(status).to.equal(201);
    expect(body).to.deep.equal({
      id: body.id,
      sessionId: currentSession,
      spaceId: 'demo',
      name: 'Séance',
      description: '',
      start: '2026-12-01T09:00',
      end: '2026-12-01T10:30',
      timeZone: 'Europe/Brussels',
      startsAt: '2026-12-01T08:00:00Z',
      endsAt: '2026-12-01T09:30:00Z',
      enrolmentMode: 'automatic',
      enrolmentOpens: null,
      enrolmentCloses: null,
      cancelled: null,
      capacity: null,
      enrolledCount: 2,
      waitingCount: 0,
      commentCount: 0,
      location: null,
      onlineUrl: null,
      extraInfo: '',
      trainers: [],
      group: null,
      inAgenda: false,
      origin: 'space',
      seriesId: null,
      baseName: 'Séance',
      state: 'upcoming',
      myEnrolment: null,
      enrolmentRefusal: 'not-a-learner',
      leaveRefusal: null,
      version: 1,
    });
    expect(headers.get('etag')).to.equal('"1"');
    expect(headers.get('location')).to.equal(`${scene.mount.basePath}${seances}/${body.id}`);
  });

  it('can be read at its Location, with the same ETag', async () => {
    const { body, headers } = await create({});
    const path = (headers.get('location') ?? '').slice(scene.mount.basePath.length);
    const read = await scene.api.get(path);

    expect(read.body).to.deep.equal(body);
    expect(read.headers.get('etag')).to.equal(headers.get('etag'));
    expect(read.headers.get('cache-control')).to.equal('no-store');
  });

  it('stores everything that can be said of a séance', async () => {
    const parts = {
      name: '  L’été 😀  ',
      description: '<p>Un <strong>texte</strong></p>',
      extraInfo: '<p>Apporter &amp; lire</p>',
      timeZone: 'asia/tokyo',
      enrolmentMode: 'public',
      capacity: 12,
      locationId: hostRoom.id,
      trainerIds: ['trainer2', 'trainer1'],
      groupName: 'Ateliers du matin',
      inAgenda: true,
    };
    const { body } = await create(parts);

    expect(body).to.deep.include({
      name: 'L’été 😀',
      description: parts.description,
      extraInfo: parts.extraInfo,
      timeZone: 'Asia/Tokyo',
      startsAt: '2026-12-01T00:00:00Z',
      enrolmentMode: 'public',
      capacity: 12,
      location: hostRoom,
      trainers: [
        { id: 'trainer2', name: 'Anh Thao PHAM' },
        { id: 'trainer1', name: 'Zoé Étienne' },
      ],
      inAgenda: true,
    });
    expect(body.group).to.deep.include({ name: 'Ateliers du matin', limit: 1 });
    expect((await scene.api.get<SeanceView>(`${seances}/${body.id}`)).body).to.deep.equal(body);
  });

  it('takes null for nothing, and an empty group name for none', async () => {
    const { body } = await create({
      description: null,
      extraInfo: null,
      capacity: null,
      locationId: null,
      groupName: '',
      trainerIds: [],
    });

    expect(body).to.deep.include({
      description: '',
      extraInfo: '',
      capacity: null,
      location: null,
      group: null,
      trainers: [],
    });
  });

  it('marks what the training manager creates', async () => {
    const { body } = await scene.api.post<SeanceView>(seances, seanceBody(), { as: 'manager' });

    expect(body.origin).to.equal('manager');
  });

  it('creates in the session that is named, in its zone', async () => {
    const { body } = await create({}, `${seances}?session=${nextSession}`);

    expect(body).to.include({
      sessionId: nextSession,
      timeZone: 'America/Montreal',
      startsAt: '2026-12-01T14:00:00Z',
    });
  });

  it('refuses a session of another space, and a space without one', async () => {
    refusedWith(await create({}, `${seances}?session=other-2026`), 404, 'not-found');
    refusedWith(await create({}, '/api/v1/spaces/empty/seances'), 409, 'no-session');
  });

  it('finds the group of the same name again, by name or by id', async () => {
    const first = (await create({ enrolmentMode: 'manual', groupName: 'Les Élèves' })).body.group;

    expect((await create({ enrolmentMode: 'public', groupName: 'les eleves' })).body.group).to.deep.equal(
      first,
    );
    expect((await create({ enrolmentMode: 'public', groupId: first?.id })).body.group).to.deep.equal(first);
  });

  it('refuses a group for an automatic séance, and one of another session', async () => {
    const elsewhere = (
      await create({ enrolmentMode: 'manual', groupName: 'G' }, `${seances}?session=${nextSession}`)
    ).body.group;

    invalid(await create({ groupName: 'G' }), ['/groupName', 'group-needs-enrolment']);
    invalid(await create({ enrolmentMode: 'manual', groupId: elsewhere?.id }), ['/groupId', 'not-proposed']);
    invalid(await create({ enrolmentMode: 'manual', groupId: 'no such group' }), [
      '/groupId',
      'not-proposed',
    ]);
    invalid(await create({ enrolmentMode: 'manual', groupName: 'A', groupId: 'b' }), [
      '/groupId',
      'conflicting-fields',
    ]);
  });

  it('refuses trainers and places that are not proposed, and points at them', async () => {
    invalid(
      await create({ trainerIds: ['trainer1', 'learner1', 'trainer3', '\u0000'] }),
      ['/trainerIds/1', 'not-proposed'],
      ['/trainerIds/2', 'not-proposed'],
      ['/trainerIds/3', 'not-proposed'],
    );
    invalid(await create({ locationId: 'nowhere' }), ['/locationId', 'not-proposed']);
    invalid(await create({ trainerIds: ['trainer1', 'trainer1'] }), ['/trainerIds/1', 'duplicate']);
  });

  it('writes nothing when it refuses', async () => {
    const before = (await scene.api.get<{ total: number }>(seances)).body.total;
    const groups = (await scene.api.get(`/api/v1/spaces/demo/groups`)).body;
    await create({ groupName: 'Never made', enrolmentMode: 'automatic' });
    await create({ groupName: 'Never made', enrolmentMode: 'manual', locationId: 'nowhere' });

    expect((await scene.api.get<{ total: number }>(seances)).body.total).to.equal(before);
    expect((await scene.api.get(`/api/v1/spaces/demo/groups`)).body).to.deep.equal(groups);
  });

  it('resolves a start that the clock change skips, and one that it doubles', async () => {
    const skipped = await create({ start: '2027-03-28T02:30', end: '2027-03-28T03:30' });
    const doubled = await create({ start: '2026-10-25T02:30', end: '2026-10-25T04:00' });

    expect(skipped.body).to.include({
      start: '2027-03-28T02:30',
      startsAt: '2027-03-28T01:30:00Z',
      endsAt: '2027-03-28T02:30:00Z',
    });
    expect(doubled.body).to.include({ startsAt: '2026-10-25T00:30:00Z', endsAt: '2026-10-25T03:00:00Z' });
  });

  describe('of rich text', () => {
    const texts: readonly [string, string, string][] = [
      ['a script', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
      ['event handlers', '<p onclick="x()" onmouseover=y>a</p>', '<p>a</p>'],
      ['javascript: links', '<a href="javascript:alert(1)">a</a>', 'a'],
      ['styles and classes', '<p style="position:fixed" class="x" id="y">a</p>', '<p>a</p>'],
      ['images and frames', '<img src=x onerror=alert(1)>a<iframe src="//evil"></iframe>', 'a'],
      ['tags hidden in tags', '<<script>script>alert(1)</script>a', '&lt;a'],
      ['svg and math', '<svg><a xlink:href="javascript:x"><text>a</text></a></svg>', 'a'],
      [
        'tables, and keeps what they say apart',
        '<h1>Plan</h1><table><tr><td>Nom</td><td><a href="plan.html">Prénom</a></td></tr></table>',
        '<h3>Plan</h3><p>Nom | Prénom</p>',
      ],
    ];
    for (const [what, sent, kept] of texts) {
      it(`leaves out ${what}`, async () => {
        const { body } = await create({ description: sent, extraInfo: sent });

        expect(body.description).to.equal(kept);
        expect(body.extraInfo).to.equal(kept);
      });
    }

    it('keeps nothing of a text that shows nothing', async () => {
      expect((await create({ description: '<p> &nbsp;<br></p>' })).body.description).to.equal('');
    });

    it('survives 10,000 nested tags', async () => {
      const { status, body } = await create({ description: `${'<ul><li>'.repeat(5_000)}a` });

      expect(status).to.equal(201);
      expect(body.description.length).to.be.lessThan(1_000);
    });
  });
});
