import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { keyOf, php, PhpPlatform, signed } from '../support/php-platform.js';
import { describeWith } from '../support/requirement.js';

interface Person {
  readonly id: string;
  readonly name: string;
}

interface PageOfPeople {
  readonly items: readonly Person[];
  readonly total: number;
}

const session = 'session-2026';
const all = { page: 1, size: 1_000 };
const question = JSON.stringify({ id: 'q', method: 'capabilities', params: {} });
const minutesAgo = (minutes: number): number => Math.floor(Date.now() / 1000) - minutes * 60;

describeWith(php, 'A platform in PHP answers the plugin', function () {
  this.timeout(20_000);
  let platform: PhpPlatform;

  before(async () => {
    platform = await PhpPlatform.start();
  });

  after(() => platform.stop());

  const people = async (method: string, params: object): Promise<PageOfPeople> =>
    (await platform.result(method, params)) as PageOfPeople;
  const ids = ({ items }: PageOfPeople): readonly string[] => items.map(({ id }) => id);
  const headersWith = (secret: string): Readonly<Record<string, string>> => signed(secret, question);

  describe('when the question is signed', () => {
    it('with an answer that is signed as well, with the id that was asked', async () => {
      const response = await platform.send(question, signed(platform.secret, question, { id: 'msg_1' }));
      const body = await response.text();

      expect(response.status).to.equal(200);
      expect(response.headers.get('content-type')).to.equal('application/json');
      expect(JSON.parse(body)).to.have.property('id', 'q');
      const { headers } = response;
      const timestamp = Number(headers.get('webhook-timestamp'));
      expect(headers.get('webhook-id')).to.equal('msg_1');
      expect(timestamp).to.be.closeTo(minutesAgo(0), 60);
      expect(headers.get('webhook-signature')).to.equal(
        signed(platform.secret, body, { id: 'msg_1', timestamp })['webhook-signature'],
      );
    });

    it('by one of several signatures, as while a secret is replaced', async () => {
      const headers = headersWith(platform.secret);
      const signature = `v1,AAAA v1a,BBBB ${headers['webhook-signature']}`;
      const response = await platform.send(question, { ...headers, 'webhook-signature': signature });
      expect(response.status).to.equal(200);
    });

    it('with a secret that is plain text', async () => {
      const other = await PhpPlatform.start(undefined, 'un secret écrit en clair');
      try {
        expect(await other.result('directory.space', { spaceId: 'demo' })).to.have.property('id', 'demo');
      } finally {
        await other.stop();
      }
    });
  });

  describe('and nobody else: it refuses a question', () => {
    const refusals: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
      'without a signature': () => ({}),
      'with an empty signature': () => ({ ...headersWith(platform.secret), 'webhook-signature': '' }),
      'signed with another secret': () => headersWith('another secret, as long'),
      'with the signature of another body': () => signed(platform.secret, `${question} `),
      'with another id than was signed': () => ({ ...headersWith(platform.secret), 'webhook-id': 'other' }),
      'without an id': () => signed(platform.secret, question, { id: '' }),
      'from more than five minutes ago': () =>
        signed(platform.secret, question, { timestamp: minutesAgo(6) }),
      'from more than five minutes ahead': () =>
        signed(platform.secret, question, { timestamp: minutesAgo(-6) }),
      'without a time': () => ({ ...headersWith(platform.secret), 'webhook-timestamp': '' }),
      'with a time that is none': () =>
        signed(platform.secret, question, { timestamp: `${minutesAgo(0)}x` as unknown as number }),
    };
    for (const [title, headers] of Object.entries(refusals))
      it(title, async () => {
        const response = await platform.send(question, headers());
        expect(response.status).to.equal(401);
        expect(await response.text()).to.equal('');
      });

    it('that is too long', async () => {
      const body = JSON.stringify({ method: 'capabilities', params: {}, filler: 'x'.repeat(2_000_000) });
      expect((await platform.send(body, signed(platform.secret, body))).status).to.equal(413);
    });
  });

  describe('in words', () => {
    it('when there is no such method', async () => {
      for (const method of ['directory.nobody', '', 'toString'])
        expect((await platform.ask(method, {})).error?.code).to.equal('unknown-method');
    });

    it('when a question cannot be understood, and signs that too', async () => {
      for (const body of ['{', 'null', '[]', '{"method": []}', '{"method": "directory.space"}']) {
        const response = await platform.send(body, signed(platform.secret, body));
        expect(response.status, body).to.equal(200);
        expect(response.headers.has('webhook-signature'), body).to.equal(true);
        expect(await response.json(), body).to.have.nested.property('error.code');
      }
    });

    it('when a parameter is missing, and goes on', async () => {
      expect((await platform.ask('directory.learners', { sessionId: session })).error?.code).to.equal(
        'failed',
      );
      expect(await platform.result('directory.learnerCount', { sessionId: session })).to.equal(40);
    });
  });

  it('which of the optional methods it has, and has them', async () => {
    const methods = (await platform.result('capabilities')) as readonly string[];
    expect(methods).to.have.members([
      'directory.learnsIn',
      'locations.search',
      'locations.find',
      'events.deliver',
      'agenda.publish',
      'agenda.withdraw',
      'mailer.send',
      'contacts.of',
    ]);
    for (const method of methods)
      expect((await platform.ask(method, {})).error?.code, method).to.not.equal('unknown-method');
  });

  describe('who makes a request', () => {
    const identify = async (cookie: string | null): Promise<unknown> =>
      platform.result('identity.identify', { cookie, authorization: null });

    it('by the cookie of who has signed in', async () => {
      const cookie = await platform.cookieOf('learner5');
      const actor = { id: 'learner5', name: 'Éléonore COLLIGNON', locale: 'fr', timeZone: 'Europe/Brussels' };
      expect(await identify(cookie)).to.deep.equal(actor);
      expect(await identify(`other=1; ${cookie}; more=2`)).to.deep.equal(actor);
    });

    it('until a day has passed', async () => {
      const content = `learner5.${minutesAgo(1)}`;
      const key = createHmac('sha256', keyOf(platform.secret)).update('sign-in').digest();
      const mac = createHmac('sha256', key).update(content).digest('hex');
      expect(await identify(`platform_user=${content}.${mac}`)).to.equal(null);
      expect(await platform.cookieOf('learner5')).to.match(/^platform_user=learner5\.\d+\.[0-9a-f]{64}$/);
    });

    it('or null, also for a cookie that somebody has changed', async () => {
      const cookie = await platform.cookieOf('learner5');
      for (const wrong of [null, '', 'platform_user=admin', cookie.replace('learner5', 'admin')])
        expect(await identify(wrong), String(wrong)).to.equal(null);
    });
  });

  it('what somebody may do, by their role and where they learn', async () => {
    const inSpace = async (id: string, spaceId: string): Promise<unknown> =>
      platform.result('permissions.inSpace', { actor: { id }, spaceId });
    const [everything, nothing] = [
      { open: true, edit: true, enrol: true },
      { open: false, edit: false, enrol: false },
    ];
    for (const id of ['admin', 'manager', 'trainer1']) {
      expect(await inSpace(id, 'demo'), id).to.deep.equal(everything);
      expect(await inSpace(id, 'unknown'), id).to.deep.equal(nothing);
    }
    expect(await inSpace('learner1', 'workshop')).to.deep.equal({ ...nothing, open: true });
    expect(await inSpace('learner1', 'empty')).to.deep.equal(nothing);
    for (const id of ['outsider', 'unknown', ''])
      expect(await inSpace(id, 'demo'), id).to.deep.equal(nothing);
    for (const id of ['admin', 'manager', 'learner1', 'unknown'])
      expect(await platform.result('permissions.mayAdminister', { actor: { id } })).to.equal(id === 'admin');
  });

  it('which spaces and sessions there are', async () => {
    expect(await platform.result('directory.space', { spaceId: 'demo' })).to.deep.equal({
      id: 'demo',
      name: 'Former les formateurs',
    });
    expect(await platform.result('directory.sessionsOf', { spaceId: 'demo' })).to.deep.equal([
      {
        id: session,
        name: 'Session 2026-2027',
        startsOn: '2026-09-01',
        endsOn: '2027-06-30',
        timeZone: 'Europe/Brussels',
      },
      { id: 'session-2027', name: 'Session 2027-2028', startsOn: '2027-09-01', endsOn: null, timeZone: null },
    ]);
    for (const spaceId of ['Demo', 'demo ', 'unknown', '']) {
      expect(await platform.result('directory.space', { spaceId })).to.equal(null);
      expect(await platform.result('directory.sessionsOf', { spaceId })).to.deep.equal([]);
    }
  });

  describe('who is in a session', () => {
    it('in pages that meet everybody once, by last name whatever its accents', async () => {
      const everybody = ids(await people('directory.learners', { sessionId: session, search: all }));
      const walked: string[] = [];
      for (let page = 1; page <= 6; page += 1) {
        const found = await people('directory.learners', { sessionId: session, search: { page, size: 7 } });
        expect(found.total).to.equal(40);
        walked.push(...ids(found));
      }
      expect(walked).to.deep.equal(everybody);
      expect(new Set(everybody).size).to.equal(40);
      const sameName = everybody.filter((id) => ['learner9', 'learner10'].includes(id));
      expect(sameName, 'by id').to.deep.equal(['learner10', 'learner9']);
      expect(everybody.indexOf('learner11'), 'ÉTIENNE before FONTAINE').to.be.below(
        everybody.indexOf('learner12'),
      );
      expect(
        await people('directory.learners', { sessionId: session, search: { page: 9, size: 7 } }),
      ).to.deep.equal({ items: [], total: 40 });
    });

    it('by words of the name, whatever their case, accents and order', async () => {
      const found = async (q: string): Promise<readonly string[]> =>
        ids(await people('directory.learners', { sessionId: session, search: { ...all, q } }));
      for (const q of [
        'Éléonore COLLIGNON',
        'ÉLÉONORE',
        'eleonore',
        'collignon Éléo',
        'E\u0301le\u0301onore',
      ])
        expect(await found(q), q).to.deep.equal(['learner5']);
      expect(await found('oestges'), 'Œ').to.deep.equal(['learner40']);
      expect(await found('lukasz wisniewski')).to.deep.equal(['learner39']);
      expect(await found("d'haene")).to.deep.equal(['learner8']);
      expect(await found('zoe mertens'), 'two of the same name').to.deep.equal(['learner26', 'learner27']);
      for (const q of ['%', '_', '*', 'Éléonore xyz']) expect(await found(q), q).to.deep.equal([]);
      expect(await found('  ')).to.have.length(40);
    });

    it('in a group of the platform', async () => {
      const inGroup = async (sessionId: string, groupId: string): Promise<PageOfPeople> =>
        people('directory.learners', { sessionId, search: { ...all, groupId } });
      expect((await inGroup(session, 'class-b')).total).to.equal(20);
      expect((await inGroup('session-2027', 'class-b')).total).to.equal(0);
      expect((await inGroup(session, 'unknown')).total).to.equal(0);
      const groups = async (sessionId: string): Promise<readonly string[]> =>
        ids(await people('directory.groups', { sessionId, search: all }));
      expect(await groups(session)).to.deep.equal(['class-a', 'class-b', 'evening']);
      expect(await groups('session-2027')).to.deep.equal(['class-a', 'evening']);
    });

    it('out of those who are asked for', async () => {
      const userIds = ['outsider', 'unknown', 'learner1', 'trainer1'];
      const params = { sessionId: session, userIds };
      const learner = { id: 'learner1', name: 'Aurélie ADAM', firstName: 'Aurélie', lastName: 'ADAM' };
      expect(await platform.result('directory.learnersAmong', params)).to.deep.equal([learner]);
      expect(await platform.result('directory.trainersAmong', params)).to.have.length(1);
      expect(await platform.result('directory.learnersAmong', { ...params, userIds: [] })).to.deep.equal([]);
    });

    it('or nobody, where the session is not known', async () => {
      const sessionId = 'unknown';
      for (const method of ['directory.trainers', 'directory.learners', 'directory.groups'])
        expect(await people(method, { sessionId, search: all })).to.deep.equal({ items: [], total: 0 });
      expect(await platform.result('directory.learnerCount', { sessionId })).to.equal(0);
      for (const method of ['directory.trainersAmong', 'directory.learnersAmong'])
        expect(await platform.result(method, { sessionId, userIds: ['learner1'] })).to.deep.equal([]);
    });

    it('who manages it, and where somebody learns, once for each space', async () => {
      const manages = async (sessionId: string, userId: string): Promise<unknown> =>
        platform.result('directory.isTrainingManager', { sessionId, userId });
      expect(await manages(session, 'manager')).to.equal(true);
      expect(await manages(session, 'trainer1')).to.equal(false);
      expect(await manages('unknown', 'manager')).to.equal(false);
      expect(await platform.result('directory.learnsIn', { userId: 'learner30' })).to.deep.equal([
        { spaceId: 'demo', sessionId: session },
        { spaceId: 'workshop', sessionId: session },
      ]);
      expect(await platform.result('directory.learnsIn', { userId: 'trainer1' })).to.deep.equal([]);
    });
  });

  it('where those of some users are written to whom it knows', async () => {
    const userIds = ['learner1', 'unknown', 'learner1', 'trainer1'];
    const contact = { locale: 'fr', timeZone: 'Europe/Brussels' };
    expect(await platform.result('contacts.of', { userIds })).to.deep.equal([
      { userId: 'learner1', address: 'learner1@example.org', ...contact },
      { userId: 'trainer1', address: 'trainer1@example.org', ...contact },
    ]);
    expect(await platform.result('contacts.of', { userIds: [] })).to.deep.equal([]);
  });

  it('which places it has', async () => {
    const found = await people('locations.search', { search: { ...all, q: 'MEDIATHEQUE' } });
    expect(ids(found)).to.deep.equal(['library']);
    expect(await platform.result('locations.find', { id: 'library' })).to.deep.equal(found.items[0]);
    expect(await platform.result('locations.find', { id: 'unknown' })).to.equal(null);
  });
});
