import { expect } from 'chai';
import type { EnrolmentView } from '../../src/application/enrolment/enrolment-view.js';
import type { SeanceView } from '../../src/application/seance/seance-view.js';
import type { Person } from '../../src/index.js';
import { person } from '../../src/testing/index.js';
import { seances } from '../support/api.js';
import { currentSession } from '../support/campus.js';
import { csvRows, fileOf } from '../support/exported-files.js';
import { onHttp } from '../support/scene.js';

interface Listed<T> {
  readonly items: readonly T[];
}

type Told = readonly [id: string, detail: string | undefined];

onHttp('People of the same name', (scene) => {
  const markup = '<b>Acme</b> & fils';
  const arabic = 'شركة 12';

  before(() => {
    scene.host
      .withLearner(currentSession, person('same1', 'Same', 'Person', ' 4711\n'))
      .withLearner(currentSession, person('same2', 'Same', 'Person', markup))
      .withLearner(currentSession, person('same3', 'Same', 'Person', 'x'.repeat(300)))
      .withTrainer(currentSession, person('twin1', 'Twin', 'Trainer', arabic))
      .withTrainer(currentSession, person('twin2', 'Twin', 'Trainer', ' '));
  });

  const same: readonly Told[] = [
    ['same1', '4711'],
    ['same2', markup],
    ['same3', `${'x'.repeat(127)}…`],
  ];
  const twins: readonly Told[] = [
    ['twin1', arabic],
    ['twin2', undefined],
  ];

  const get = async <T>(path: string, as = 'trainer1') => (await scene.api.get<T>(path, { as })).body;
  const told = (people: readonly { readonly id: string; readonly detail?: string }[]): readonly Told[] =>
    people.map(({ id, detail }) => [id, detail]);
  const usersOf = async (id: string, query = '') => {
    const { items } = await get<Listed<EnrolmentView>>(`${seances}/${id}/enrolments?q=same&size=all${query}`);
    return items.map(({ user }) => user);
  };
  const enrolled = async (capacity: number | null, userIds = same.map(([id]) => id)) => {
    const { id } = await scene.api.created({
      enrolmentMode: 'manual',
      capacity,
      trainerIds: ['twin2', 'twin1'],
    });
    await scene.api.post(`${seances}/${id}/enrolments`, { userIds });
    return id;
  };

  it('are told apart where learners are picked, by a line that is short', async () => {
    const { id } = await scene.api.created({ enrolmentMode: 'manual' });
    const { items } = await get<Listed<Person & { detail?: string }>>(`${seances}/${id}/candidates?q=same`);
    expect(told(items)).to.deep.equal(same);
  });

  it('are told apart among those who are in and those who wait', async () => {
    const id = await enrolled(2);
    expect(told(await usersOf(id))).to.deep.equal(same);
    expect(told(await usersOf(id, '&status=waiting'))).to.deep.equal(same.slice(2));
  });

  it('are told apart in an automatic séance', async () => {
    const { id } = await scene.api.created({ enrolmentMode: 'automatic' });
    expect(told(await usersOf(id))).to.deep.equal(same);
  });

  it('are told apart as the host tells them now, and not when they have left the session', async () => {
    const id = await enrolled(null, ['same1', 'same2']);
    scene.host
      .withLearner(currentSession, person('same1', 'Same', 'Person', '4712'))
      .directory.removeLearner(currentSession, 'same2');
    expect(told(await usersOf(id))).to.deep.equal([
      ['same1', '4712'],
      ['same2', undefined],
    ]);
    scene.host
      .withLearner(currentSession, person('same1', 'Same', 'Person', '4711'))
      .withLearner(currentSession, person('same2', 'Same', 'Person', markup));
  });

  it('are told apart among more participants than a host is asked about at a time', async () => {
    const many = Array.from({ length: 1_100 }, (_, index) => `crowd${index + 1_000}`);
    for (const id of many) scene.host.withLearner(currentSession, person(id, 'Same', 'Crowd', id));
    const id = await enrolled(null, many);
    expect(told(await usersOf(id))).to.deep.equal(many.map((one) => [one, one]));
    for (const one of many) scene.host.directory.removeLearner(currentSession, one);
  });

  it('are told apart where trainers are picked, and as trainers of a séance, to who reads it', async () => {
    const { items } = await get<Listed<Person>>('/api/v1/spaces/demo/trainers?q=twin', 'learner1');
    expect(told(items as never)).to.deep.equal(twins);
    const id = await enrolled(null, ['same1']);
    const chosen = twins.toReversed();
    expect(told((await get<SeanceView>(`${seances}/${id}`, 'learner1')).trainers)).to.deep.equal(chosen);
    const list = await get<Listed<SeanceView>>(`${seances}?size=all`, 'learner1');
    expect(told(list.items.find((one) => one.id === id)?.trainers ?? [])).to.deep.equal(chosen);
    const renamed = await scene.api.patch<SeanceView>(`${seances}/${id}`, { name: 'Autre nom' });
    expect(told(renamed.body.trainers)).to.deep.equal(chosen);
  });

  it('are asked about once for a list of séances, however many trainers these have, and not without any', async () => {
    const { directory } = scene.host;
    const trainersAmong = directory.trainersAmong.bind(directory);
    const asked: (readonly string[])[] = [];
    directory.trainersAmong = async (sessionId, ids) => {
      asked.push(ids);
      return trainersAmong(sessionId, ids);
    };
    const at = (day: string) => ({ start: `${day}T09:00`, end: `${day}T10:00` });
    await scene.api.created({ ...at('2035-01-08'), trainerIds: ['twin1', 'twin2'] });
    await scene.api.created({ ...at('2035-01-09'), trainerIds: ['twin1'] });
    await scene.api.created(at('2035-01-10'));
    asked.length = 0;
    await get(`${seances}?from=2035-01-08&to=2035-01-10`);
    expect(asked).to.deep.equal([['twin1', 'twin2']]);
    await get(`${seances}?from=2035-01-10&to=2035-01-10`);
    expect(asked).to.have.length(1);
    Reflect.deleteProperty(directory, 'trainersAmong');
  });

  it('are told apart in a file by a column of its own, which lists without details do not have', async () => {
    const rows = async (id: string, query = '') =>
      csvRows(await fileOf(scene, `${seances}/${id}/participants.csv${query}`));
    const id = await enrolled(null, ['same1', 'same2', 'learner1']);
    const [head, ...people] = await rows(id);
    expect(head?.slice(0, 4)).to.deep.equal(['Nom', 'Prénom', 'Précision', 'État']);
    expect(people.map((row) => row[2])).to.have.members(['', '4711', markup]);
    expect((await rows(id, '?q=lea'))[0]?.slice(0, 3)).to.deep.equal(['Nom', 'Prénom', 'État']);
  });

  it('are never told apart in what is kept', async () => {
    const id = await enrolled(null);
    expect(
      JSON.stringify(await scene.database.knex('seance_enrolment').where('seance_id', id)),
    ).to.not.contain('4711');
    expect(JSON.stringify(await scene.database.knex('seance_event').where('seance_id', id))).to.not.match(
      /4711|Acme/,
    );
  });
});
