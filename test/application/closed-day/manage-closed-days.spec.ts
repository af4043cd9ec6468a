import { expect } from 'chai';
import { invalid, refusedWith, seances, type Sending } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

const closedDays = '/api/v1/admin/closed-days';
const as = 'admin';

interface Day {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
interface Falling {
  readonly total: number;
  readonly items: readonly { readonly id: string; readonly spaceName: string | null }[];
}
interface ClosedDay extends Day {
  readonly seances: Falling;
}
onHttp('The administration of the closed days', (scene) => {
  const add = async (json: object, sending: Sending = {}): Promise<ClosedDay> => {
    const answer = await scene.api.post<ClosedDay>(closedDays, json, { as, ...sending });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };
  const list = async (query = '') =>
    (
      await scene.api.get<{ readonly items: readonly Day[]; readonly total: number }>(
        `${closedDays}${query}`,
        { as },
      )
    ).body;
  afterEach(async () => {
    await scene.database.knex('seance_closed_day').delete();
  });

  it('closes a day and a range of days, and lists them by first day, paged', async () => {
    await add({ name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-12' });
    const { seances: falling, ...day } = await add({ name: ' Fête ', startsOn: '2027-01-01' });

    expect(day).to.deep.equal({ id: day.id, name: 'Fête', startsOn: '2027-01-01', endsOn: '2027-01-01' });
    expect(falling).to.deep.equal({ total: 0, items: [] });
    const { items, total } = await list();
    expect(items[0]).to.deep.equal(day);
    expect([items.map(({ name }) => name), total]).to.deep.equal([['Fête', 'Congé'], 2]);
    expect((await list('?page=2&size=10')).items).to.deep.equal([]);
    expect((await list('?from=2027-02-12&size=all')).items.map(({ name }) => name)).to.deep.equal(['Congé']);
  });

  it('adds one day for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'day-1' };
    const day = { name: 'Fête', startsOn: '2027-01-01' };

    expect(await add(day, { headers })).to.deep.equal(await add(day, { headers }));
    expect((await list()).total).to.equal(1);
  });

  it('says which séances fall on the days, by their own day, and leaves them as they are', async () => {
    const at = { start: '2028-03-07T23:30', end: '2028-03-08T01:00', timeZone: 'America/New_York' };
    const falling = await scene.api.created({ name: 'Tombe un jour fermé', ...at });
    await scene.api.created({ start: '2028-03-08T00:00', end: '2028-03-08T01:00' });
    await scene.api.created({ start: '2028-03-05T22:00', end: '2028-03-06T00:00' });
    const deleted = await scene.api.created(at);
    await scene.api.delete(`${seances}/${deleted.id}`);
    const day = await add({ name: 'Fermé', startsOn: '2028-03-06', endsOn: '2028-03-07' });

    expect(day.seances).to.deep.equal({
      total: 1,
      items: [
        { id: falling.id, name: 'Tombe un jour fermé', start: at.start, spaceId: 'demo', spaceName: 'demo' },
      ],
    });
    expect((await scene.api.get(`${closedDays}/${day.id}`, { as })).body).to.deep.equal(day);
    expect((await scene.api.get(`${seances}/${falling.id}`)).body).to.deep.equal(falling);
  });

  it('names no space for a séance whose space the host no longer has', async () => {
    const { id } = await scene.api.created({ start: '2027-02-08T09:00', end: '2027-02-08T10:00' });
    await scene.database.knex('seance').where({ id }).update({ space_id: 'gone' });
    const { seances: falling } = await add({ name: 'Congé', startsOn: '2027-02-08' });

    expect(falling.items.map((item) => [item.id, item.spaceName])).to.deep.equal([[id, null]]);
  });

  it('changes what the body names, and opens the days again', async () => {
    const { id } = await add({ name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-12' });
    const edited = await scene.api.patch<ClosedDay>(`${closedDays}/${id}`, { endsOn: '2027-02-08' }, { as });
    expect(edited.body).to.include({ name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-08' });
    expect((await scene.api.delete(`${closedDays}/${id}`, { as })).status).to.equal(204);

    expect((await list()).total).to.equal(0);
    for (const answer of [
      await scene.api.get(`${closedDays}/${id}`, { as }),
      await scene.api.patch(`${closedDays}/${id}`, { name: 'x' }, { as }),
      await scene.api.delete(`${closedDays}/${id}`, { as }),
    ])
      refusedWith(answer, 404, 'not-found');
  });

  it('refuses days that do not exist, an end before the start, and wrong fields', async () => {
    const { id } = await add({ name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-12' });
    const post = (json: object) => scene.api.post(closedDays, json, { as });

    invalid(await post({ name: 'x', startsOn: '2027-02-30' }), ['/startsOn', 'invalid-date']);
    invalid(await post({ name: 'x', startsOn: '2027-02-02', endsOn: '2027-02-01' }), [
      '/endsOn',
      'end-before-start',
    ]);
    invalid(
      await post({ endsOn: 1, more: 1 }),
      ['/name', 'required'],
      ['/startsOn', 'required'],
      ['/endsOn', 'wrong-type'],
      ['/more', 'unknown-field'],
    );
    invalid(await scene.api.patch(`${closedDays}/${id}`, { startsOn: '2027-02-13' }, { as }), [
      '/endsOn',
      'end-before-start',
    ]);
    expect((await list()).items).to.deep.equal([
      { id, name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-12' },
    ]);
  });
});
