import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { php, PhpPlatform } from '../support/php-platform.js';
import { describeWith } from '../support/requirement.js';

describeWith(php, 'A platform in PHP keeps what the plugin delivers', function () {
  this.timeout(20_000);
  let platform: PhpPlatform;

  before(async () => {
    platform = await PhpPlatform.start();
  });

  after(() => platform.stop());

  const eventOf = (id: string): object => ({
    id,
    type: 'contract.checked',
    at: '2026-11-23T09:00:00Z',
    actorId: null,
    userId: null,
    spaceId: 'demo',
    sessionId: 'session-2026',
    seanceId: 'seance-1',
    data: { accents: 'été', empty: {}, list: [], nested: [1, 1.5, null, true] },
  });

  it('an event as it was, and once, however often it comes', async () => {
    const id = randomUUID();
    for (const event of [eventOf(id), eventOf(id), { ...eventOf(id), data: {} }])
      expect(await platform.result('events.deliver', { event })).to.equal(null);
    expect((await platform.kept('events'))[id]).to.deep.equal(eventOf(id));
  });

  it('every event of many that come at once', async () => {
    const ids = Array.from({ length: 200 }, () => randomUUID());
    await Promise.all(ids.map((id) => platform.result('events.deliver', { event: eventOf(id) })));
    expect(Object.keys(await platform.kept('events'))).to.include.members(ids);
  });

  it('the newest entry of a séance in its agenda, until it is withdrawn', async () => {
    const entry = {
      seanceId: 'seance-1',
      spaceId: 'demo',
      sessionId: 'session-2026',
      title: 'Atelier <b>',
      place: 'Médiathèque',
      start: '2026-12-01T09:00',
      startsAt: '2026-12-01T08:00:00Z',
      sequence: 2,
    };
    await platform.result('agenda.publish', { entry });
    await platform.result('agenda.publish', { entry: { ...entry, title: 'Too late', sequence: 1 } });
    expect(await platform.kept('agenda')).to.deep.equal({ 'seance-1': entry });

    const agenda = async (space: string): Promise<string> =>
      (await platform.page(`/spaces/${space}/tools/agenda`, await platform.cookieOf('learner1'))).text();
    expect(await agenda('demo')).to.contain('01/12/2026 09:00 · Atelier &lt;b&gt; · Médiathèque');
    expect(await agenda('workshop')).to.not.contain('Atelier &lt;b&gt;');

    for (let time = 1; time <= 2; time += 1)
      await platform.result('agenda.withdraw', { seanceId: 'seance-1' });
    expect(await platform.kept('agenda')).to.deep.equal({});
  });

  it('a message to somebody', async () => {
    const message = { toUserId: 'learner1', subject: 'Été', text: 'Bonjour', html: '<p>Bonjour</p>' };
    await platform.result('mailer.send', { message });
    expect(Object.values(await platform.kept('mail'))).to.deep.equal([message]);
  });
});
