import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { invalid, seances } from '../../support/api.js';
import { currentSession, hostRoom, nextSession } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

interface SeancePage {
  readonly items: readonly SeanceView[];
  readonly total: number;
  readonly page: number;
  readonly size: number | 'all';
}

onHttp('GET seances', (scene) => {
  const list = async (query: string, as = 'learner1') => {
    const answer = await scene.api.get<SeancePage>(`${seances}?${query}`, { as });
    expect(answer.status, answer.text).to.equal(200);
    return answer.body;
  };
  const names = async (query: string) => (await list(query)).items.map(({ name }) => name);
  let group: string;

  before(async () => {
    const { api } = scene;
    await api.created({
      name: 'Atelier 10',
      start: '2026-12-03T09:00',
      end: '2026-12-03T10:00',
      capacity: 5,
    });
    const grouped = await api.created({
      name: 'Atelier 2',
      description: "<p>L'<strong>Été</strong></p>",
      start: '2026-12-01T09:00',
      end: '2026-12-04T10:00',
      enrolmentMode: 'public',
      groupName: 'Ateliers du matin',
      capacity: 20,
      trainerIds: ['trainer2'],
    });
    group = grouped.group?.id ?? '';
    await api.created({
      name: 'Œuvre',
      start: '2026-11-23T11:00',
      end: '2026-11-23T12:00',
      enrolmentMode: 'manual',
      locationId: hostRoom.id,
    });
    await api.created({ name: 'Passée', start: '2026-11-02T09:00', end: '2026-11-02T10:00' });
    await api.created({ name: 'Next year' }, `${seances}?session=${nextSession}`);
    await api.created({ name: 'Elsewhere' }, '/api/v1/spaces/other/seances');
  });

  it('gives the séances of the current session by start, 20 to a page', async () => {
    const { items, ...page } = await list('');

    expect(items.map(({ name }) => name)).to.deep.equal(['Passée', 'Œuvre', 'Atelier 2', 'Atelier 10']);
    expect(page).to.deep.equal({ total: 4, page: 1, size: 20 });
    expect(items.map(({ state }) => state)).to.deep.equal(['past', 'ongoing', 'upcoming', 'upcoming']);
    expect(
      items.every(({ sessionId, spaceId }) => sessionId === currentSession && spaceId === 'demo'),
    ).to.equal(true);
  });

  it('switches to another session of the space', async () => {
    expect(await names(`session=${nextSession}`)).to.deep.equal(['Next year']);
    expect((await list(`session=${currentSession}`)).total).to.equal(4);
  });

  const searches: readonly [string, readonly string[]][] = [
    ['ATELIER', ['Atelier 2', 'Atelier 10']],
    ['oeuvre', ['Œuvre']],
    ["l'ete", ['Atelier 2']],
    ['« L’Été »', ['Atelier 2']],
    ['“ateliers‑du—matin”', ['Atelier 2']],
    ['œu\u00advre', ['Œuvre']],
    ['"oeuvre', ['Œuvre']],
    ['strong', []],
    ['hote', ['Œuvre']],
    ['pham', ['Atelier 2']],
    ['matin', ['Atelier 2']],
    ['matin oeuvre', []],
    ['%', []],
  ];
  for (const [q, found] of searches) {
    it(`q=${q} finds ${found.length === 0 ? 'nothing' : found.join(' and ')} in name, text, place, trainers and group`, async () => {
      expect(await names(`q=${encodeURIComponent(q)}`)).to.deep.equal(found);
    });
  }

  it('filters by days, mode, group, place, trainer and state', async () => {
    expect(await names('from=2026-12-02')).to.deep.equal(['Atelier 2', 'Atelier 10']);
    expect(await names('to=2026-11-30')).to.deep.equal(['Passée', 'Œuvre']);
    expect(await names('enrolmentMode=manual')).to.deep.equal(['Œuvre']);
    expect(await names(`group=${group}`)).to.deep.equal(['Atelier 2']);
    expect(await names(`location=${hostRoom.id}`)).to.deep.equal(['Œuvre']);
    expect(await names('trainer=trainer2')).to.deep.equal(['Atelier 2']);
    expect(await names('state=ongoing')).to.deep.equal(['Œuvre']);
    expect(await names('group=none-of-that-id')).to.deep.equal([]);
  });

  const orders: readonly [string, readonly string[]][] = [
    ['start', ['Passée', 'Œuvre', 'Atelier 2', 'Atelier 10']],
    ['-start', ['Atelier 10', 'Atelier 2', 'Œuvre', 'Passée']],
    ['end', ['Passée', 'Œuvre', 'Atelier 10', 'Atelier 2']],
    ['name', ['Atelier 2', 'Atelier 10', 'Œuvre', 'Passée']],
    ['-name', ['Passée', 'Œuvre', 'Atelier 10', 'Atelier 2']],
    ['capacity', ['Atelier 10', 'Atelier 2', 'Passée', 'Œuvre']],
    ['enrolmentMode', ['Passée', 'Atelier 10', 'Œuvre', 'Atelier 2']],
    ['group', ['Atelier 2', 'Passée', 'Œuvre', 'Atelier 10']],
  ];
  for (const [sort, sorted] of orders) {
    it(`sort=${sort}`, async () => {
      expect(await names(`sort=${sort}`)).to.deep.equal(sorted);
    });
  }

  it('pages, and gives everything for size=all', async () => {
    for (let index = 0; index < 9; index += 1)
      await scene.api.created({ name: `Extra ${index}`, start: '2026-12-10T09:00', end: '2026-12-10T10:00' });

    expect((await list('size=10')).items).to.have.length(10);
    expect(await names('size=10&page=2&sort=-start')).to.deep.equal(['Atelier 2', 'Œuvre', 'Passée']);
    expect(await list('size=10&page=3')).to.deep.equal({ items: [], total: 13, page: 3, size: 10 });
    const all = await list('size=all');
    expect([all.items.length, all.total, all.page, all.size]).to.deep.equal([13, 13, 1, 'all']);
  });

  describe('page=now', () => {
    before(async () => {
      for (let index = 0; index < 12; index += 1)
        await scene.api.created({
          name: `Ended ${index}`,
          start: '2026-10-05T09:00',
          end: '2026-10-05T10:00',
        });
    });

    it('is the page of the first that has not ended, by start, with how many have', async () => {
      const { items, ...page } = await list('page=now&size=10');

      expect(page).to.deep.equal({ total: 25, page: 2, size: 10, past: 13 });
      expect(items).to.deep.equal((await list('page=2&size=10')).items);
      expect(items.map(({ state }) => state).indexOf('ongoing')).to.equal(3);
      expect(await list('page=now&size=all')).to.deep.equal({ ...(await list('size=all')), past: 13 });
    });

    it('keeps to the search and the filters, and is the last page where all have ended', async () => {
      expect(await list('page=now&q=atelier')).to.include({ total: 2, page: 1, past: 0 });
      expect(await list('page=now&to=2026-11-22&size=10')).to.include({ total: 13, page: 2, past: 13 });
      expect(await list('page=now&q=nothing+there')).to.include({ total: 0, page: 1, past: 0 });
      const { body } = await scene.api.get('/api/v1/spaces/empty/seances?page=now', { as: 'trainer1' });
      expect(body).to.deep.equal({ items: [], total: 0, page: 1, size: 20, past: 0 });
    });

    for (const sort of ['-start', 'end', 'name']) {
      it(`is refused with sort=${sort}`, async () => {
        invalid(await scene.api.get(`${seances}?page=now&sort=${sort}`), ['?page', 'not-allowed']);
      });
    }
  });

  it('gives an empty list in a space without a session', async () => {
    const { body } = await scene.api.get('/api/v1/spaces/empty/seances', { as: 'trainer1' });

    expect(body).to.deep.equal({ items: [], total: 0, page: 1, size: 20 });
  });

  it('counts the learners of the session in an automatic séance, and says who is in', async () => {
    const [asLearner] = (await list('q=passee')).items;
    const [asTrainer] = (await list('q=passee', 'trainer1')).items;

    expect(asLearner).to.deep.include({ enrolledCount: 2, myEnrolment: { status: 'enrolled' } });
    expect(asTrainer).to.deep.include({ enrolledCount: 2, myEnrolment: null });
  });

  const wrong: readonly [string, string, string][] = [
    ['page=0', '?page', 'too-small'],
    ['page=1.5', '?page', 'wrong-type'],
    ['page=x', '?page', 'wrong-type'],
    ['page=NOW', '?page', 'wrong-type'],
    ['page=99999999999999999999', '?page', 'wrong-type'],
    ['size=15', '?size', 'not-allowed'],
    ['size=ALL', '?size', 'not-allowed'],
    ['sort=id', '?sort', 'not-allowed'],
    ['sort=', '?sort', 'not-allowed'],
    ['sort=start&sort=end', '?sort', 'not-allowed'],
    ['q=a&q=b', '?q', 'wrong-type'],
    [`q=${'x'.repeat(256)}`, '?q', 'too-long'],
    ['from=2027-02-30', '?from', 'invalid-date'],
    ['to=yesterday', '?to', 'invalid-date'],
    ['enrolmentMode=AUTOMATIC', '?enrolmentMode', 'not-allowed'],
    ['state=deleted', '?state', 'not-allowed'],
    [`trainer=${'x'.repeat(129)}`, '?trainer', 'too-long'],
    ['unknown=1', '?unknown', 'unknown-field'],
    ['constructor=1', '?constructor', 'unknown-field'],
    ['__proto__=1', '?__proto__', 'unknown-field'],
  ];
  for (const [query, pointer, code] of wrong) {
    it(`refuses ${query.slice(0, 30)}: ${code}`, async () => {
      const { errors } = (
        await scene.api.get<{ errors: { pointer: string; code: string }[] }>(`${seances}?${query}`)
      ).body;

      expect(errors[0]).to.include({ pointer, code });
    });
  }

  it('names every wrong parameter', async () => {
    invalid(
      await scene.api.get(`${seances}?page=0&size=3&x=1`),
      ['?page', 'too-small'],
      ['?size', 'not-allowed'],
      ['?x', 'unknown-field'],
    );
  });
});
