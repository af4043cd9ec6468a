import { expect } from 'chai';
import { invalid } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

const administered = '/api/v1/admin/closed-days';
const path = '/api/v1/spaces/demo/closed-days';

onHttp('The closed days of a period', (scene) => {
  const as = 'learner1';
  const between = async (from: string, to: string) => {
    const answer = await scene.api.get<{ readonly items: readonly { readonly name: string }[] }>(
      `${path}?from=${from}&to=${to}`,
      { as },
    );
    expect(answer.status, answer.text).to.equal(200);
    return answer.body.items.map(({ name }) => name);
  };
  before(async () => {
    for (const day of [
      { name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-12' },
      { name: 'Fête', startsOn: '2027-01-01', endsOn: '2027-01-01' },
    ])
      await scene.api.post(administered, day, { as: 'admin' });
  });

  it('are told to everybody who reads the space, by first day and without what administrators see', async () => {
    const answer = await scene.api.get(`${path}?from=2027-01-01&to=2027-12-31`, { as });

    expect(answer.status).to.equal(200);
    expect(answer.body).to.deep.equal({
      items: [
        { name: 'Fête', startsOn: '2027-01-01', endsOn: '2027-01-01' },
        { name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-12' },
      ],
    });
  });

  it('are those that fall wholly or partly in it, both ends inclusive', async () => {
    expect(await between('2027-02-12', '2027-03-01')).to.deep.equal(['Congé']);
    expect(await between('2027-01-02', '2027-02-08')).to.deep.equal(['Congé']);
    expect(await between('2027-02-10', '2027-02-10')).to.deep.equal(['Congé']);
    expect(await between('2027-01-02', '2027-02-07')).to.deep.equal([]);
    expect(await between('2027-02-13', '2027-03-01')).to.deep.equal([]);
  });

  it('are asked for with two days in order, at most 366 of them', async () => {
    expect(await between('2027-01-01', '2028-01-01')).to.deep.equal(['Fête', 'Congé']);

    for (const [query, pointer, code] of [
      ['from=2027-01-01&to=2028-01-02', '?to', 'period-too-long'],
      ['from=2027-01-02&to=2027-01-01', '?to', 'end-before-start'],
      ['from=2027-02-01&to=2027-02-30', '?to', 'invalid-date'],
      ['from=2027-02-01', '?to', 'required'],
      ['to=2027-02-01', '?from', 'required'],
    ] as const)
      invalid(await scene.api.get(`${path}?${query}`, { as }), [pointer, code]);
  });
});
