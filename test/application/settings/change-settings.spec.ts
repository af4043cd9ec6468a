import { expect } from 'chai';
import { readManifest } from '../../../src/index.js';
import { invalid, refusedWith } from '../../support/api.js';
import { today } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

const settings = '/api/v1/admin/settings';
const as = 'admin';

interface Review {
  readonly values: Readonly<Record<string, unknown>>;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly changes: readonly {
    readonly name: string;
    readonly before: unknown;
    readonly after: unknown;
    readonly actor: { readonly id: string; readonly name: string };
    readonly at: string;
  }[];
}

onHttp('The administration of the settings', (scene) => {
  const read = async () => (await scene.api.get<Review>(settings, { as })).body;
  const put = (json: unknown) => scene.api.send<Review>('PUT', settings, { as, json });

  afterEach(async () => {
    await scene.database.knex('seance_setting').delete();
    await scene.database.knex('seance_setting_change').delete();
  });

  it('shows the defaults of the manifest and its schema as long as nobody has changed anything', async () => {
    const { values, schema, changes } = await read();

    expect(values).to.include({
      enrolmentEnabled: true,
      retentionDays: 30,
      defaultTimeZone: 'Europe/Brussels',
    });
    expect(schema).to.deep.equal(readManifest().settings);
    expect(changes).to.deep.equal([]);
  });

  it('changes what the body names, leaves the rest, and says who changed what when', async () => {
    const { status, body } = await put({ retentionDays: 7, numbering: false });

    expect(status).to.equal(200);
    expect(body.values).to.include({ retentionDays: 7, numbering: false, maxOccurrences: 1_000 });
    expect(body.changes).to.have.deep.members([
      { name: 'retentionDays', before: 30, after: 7, actor: { id: 'admin', name: 'Ada Min' }, at: today },
      { name: 'numbering', before: true, after: false, actor: { id: 'admin', name: 'Ada Min' }, at: today },
    ]);
    expect(await read()).to.deep.equal(body);
  });

  it('goes by the default of a setting that somebody has stored wrongly by hand, until it is set again', async () => {
    const rows = [
      { name: 'retentionDays', value: 'ninety' },
      { name: 'maxOccurrences', value: '"many"' },
    ];
    await scene.database.knex('seance_setting').insert(rows);
    expect((await read()).values).to.include({ retentionDays: 30, maxOccurrences: 1_000 });
    const { status, body } = await put({ retentionDays: 7 });

    expect(status).to.equal(200);
    expect(body.values).to.include({ retentionDays: 7, maxOccurrences: 1_000 });
    expect(body.changes.map(({ before, after }) => [before, after])).to.deep.equal([[null, 7]]);
  });

  it('is what the tool of every space goes by from then on', async () => {
    await put({ defaultEnrolmentMode: 'manual', maxOccurrences: 1 });
    const space = await scene.api.get<{ readonly settings: object }>('/api/v1/spaces/demo');

    expect(space.body.settings).to.include({ defaultEnrolmentMode: 'manual', maxOccurrences: 1 });
    expect((await scene.api.created()).enrolmentMode).to.equal('manual');
  });

  it('gives free places to those who wait, once it holds their queues up no more', async () => {
    await put({ promotion: 'staff' });
    const { id } = await scene.api.created({ enrolmentMode: 'public', capacity: 1 });
    const mine = `/api/v1/spaces/demo/seances/${id}/enrolments/me`;
    for (const learner of ['learner1', 'learner2']) await scene.api.send('PUT', mine, { as: learner });
    await scene.api.delete(mine, { as: 'learner1' });
    const counts = async () =>
      (await scene.api.get<object>(`/api/v1/spaces/demo/seances/${id}`, { as: 'trainer1' })).body;
    expect(await counts()).to.include({ enrolledCount: 0, waitingCount: 1 });
    await put({ promotion: 'automatic' });

    expect(await counts()).to.include({ enrolledCount: 1, waitingCount: 0 });
  });

  it('writes down nothing for a value that was there already, and the latest change first', async () => {
    await put({ retentionDays: 30 });
    expect((await read()).changes).to.deep.equal([]);
    await put({ retentionDays: 5 });
    await put({ retentionDays: 5 });
    await put({ retentionDays: 6 });

    expect((await read()).changes.map(({ before, after }) => [before, after])).to.deep.equal([
      [5, 6],
      [30, 5],
    ]);
  });

  it('takes the complete settings as they were read, and an empty body', async () => {
    const { values } = await read();

    expect((await put(values)).status).to.equal(200);
    expect((await put({})).body).to.deep.equal(await read());
    expect((await read()).changes).to.deep.equal([]);
    expect(await scene.database.knex('seance_setting'), 'a default of a later version counts').to.deep.equal(
      [],
    );
  });

  it('points at every setting that is wrong, and changes none', async () => {
    const answer = await put({
      retentionDays: -1,
      maxOccurrences: 5_001,
      defaultDurationMinutes: '60',
      closingDelayMinutes: 1.5,
      promotion: 'never',
      numbering: null,
      defaultTimeZone: 'Europe/Atlantis',
      enrolmentEnabled: false,
      'a/b~': 1,
    });

    expect(
      new Map(
        (answer.body as never as { errors: { pointer: string; code: string }[] }).errors.map(
          ({ pointer, code }) => [pointer, code],
        ),
      ),
    ).to.deep.equal(
      new Map([
        ['/a~1b~0', 'unknown-field'],
        ['/retentionDays', 'too-small'],
        ['/maxOccurrences', 'too-large'],
        ['/defaultDurationMinutes', 'wrong-type'],
        ['/closingDelayMinutes', 'wrong-type'],
        ['/promotion', 'not-allowed'],
        ['/numbering', 'wrong-type'],
        ['/defaultTimeZone', 'unknown-time-zone'],
      ]),
    );
    expect((await read()).values).to.include({ enrolmentEnabled: true });
  });

  it('refuses what is no object, and names of every object', async () => {
    invalid(await put([]), ['', 'wrong-type']);
    invalid(await put({ constructor: 1 }), ['/constructor', 'unknown-field']);
    const sent = { as, raw: '{"__proto__":1}', headers: { 'content-type': 'application/json' } };
    invalid(await scene.api.send('PUT', settings, sent), ['/__proto__', 'unknown-field']);
  });

  it('writes zones as the zone data does', async () => {
    expect((await put({ defaultTimeZone: 'america/montreal' })).body.values['defaultTimeZone']).to.match(
      /^America\/Montreal$/,
    );
  });

  it('is for administrators alone', async () => {
    refusedWith(await scene.api.get(settings, { as: 'manager' }), 403, 'forbidden');
    refusedWith(await scene.api.send('PUT', settings, { as: 'trainer1', json: {} }), 403, 'forbidden');
    refusedWith(await scene.api.get(settings, { as: null }), 401, 'unauthenticated');
  });
});
