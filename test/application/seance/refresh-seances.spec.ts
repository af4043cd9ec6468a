import { expect } from 'chai';
import { SanitizeHtmlSanitizer } from '../../../src/adapters/html/sanitize-html-sanitizer.js';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import type { SeanceRow } from '../../../src/adapters/knex/tables.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { EventRecorder } from '../../../src/application/event/event-recorder.js';
import { RefreshSeances } from '../../../src/application/seance/refresh-seances.js';
import { SeanceDrafts } from '../../../src/application/seance/seance-drafts.js';
import { ReadSettings } from '../../../src/application/settings/read-settings.js';
import { Transactions } from '../../../src/application/transactions.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import { FixedClock } from '../../../src/testing/index.js';
import { seances } from '../../support/api.js';
import { hostRoom, today } from '../../support/campus.js';
import { onDatabase, type TestDatabase } from '../../support/databases.js';
import { eventually } from '../../support/eventually.js';
import { startPlugin, stopPlugins, type PluginUnderTest } from '../../support/plugin-under-test.js';
import { rejection } from '../../support/rejections.js';
import { noon, place, type RecordParts, seanceRecord } from '../../support/seance-records.js';
import { settingsInForce } from '../../support/settings.js';
import { contentsOf } from '../../support/table-contents.js';

const later = '2026-11-23T13:00:00Z';
const many = 10_000;
const batch = 200;
type Versions = Pick<SeanceRow, 'version' | 'entry_changes'> & { readonly count: number };

const room = place('room', 'Salle Avant');
const undone = { kind: 'location', subjectId: room.id, name: '', run: 'run' } as const;
const ada = { id: 'ada', name: 'Ada Avant' };

onDatabase('The séances of a place or a trainer that gets another name', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  let plugin: PluginUnderTest;

  const added = async (...parts: readonly RecordParts[]) => {
    const records = parts.map((part) => seanceRecord(part));
    await work().write((repositories) => repositories.seances.insert(records));
    return records.map(({ seance }) => seance.id);
  };
  const addedMany = async (count: number, parts: RecordParts) => {
    for (let left = count; left > 0; left -= 1_000)
      await added(...Array.from({ length: Math.min(left, 1_000) }, () => parts));
  };
  const rename = (name: string) =>
    plugin.api.patch(`/api/v1/admin/locations/${room.id}`, { name }, { as: 'admin' });
  /** How many séances have which version of their entry; the version of the séance is 1. */
  const entryVersions = async () => {
    const rows = await database
      .knex<SeanceRow>('seance')
      .select('version', 'entry_changes')
      .count<Versions[]>({ count: '*' })
      .groupBy('version', 'entry_changes')
      .orderBy('entry_changes');
    return rows.map(({ version, entry_changes: more, count }) => [version + more, count]);
  };
  const found = async (word: string) => {
    return (await database.knex('seance').where('search_text', 'like', `%${word}%`)).length;
  };
  const left = () => database.knex('seance_refresh').select('kind', 'subject_id', 'after_id');
  const told = () => database.knex('seance_event').where({ type: 'seance.refreshed' }).pluck('data');

  before(async () => {
    plugin = await startPlugin(database.knex);
  });

  beforeEach(async () => {
    for (const table of Object.keys(await contentsOf(database.knex))) await database.knex(table).delete();
    await work().write(({ locations }) => locations.saveOwn('', room));
  });

  afterEach(() => failing(database, false));
  after(stopPlugins);

  it(`are found by it, ${many} of them, each entry with one version more and each séance with none`, async () => {
    await addedMany(many - 2, { location: room });
    await added({ location: room, spaceId: 'other' }, { location: room, deletedAt: noon });
    await added({ name: 'elsewhere' });
    expect((await rename('Salle Après')).status).to.equal(200);

    expect(await entryVersions()).to.deep.equal([
      [1, 1],
      [2, many],
    ]);
    expect(await found('apres')).to.equal(many);
    expect(await left()).to.deep.equal([]);
    expect(await told()).to.have.length(many - 1);
  });

  it('are changed in transactions of some hundreds, after the one of the name', async () => {
    await addedMany(batch * 3, { location: room });
    await failing(database, true);
    const answer = await rename('Salle Après');

    expect([answer.status, answer.body]).to.deep.equal([
      200,
      { ...room, name: 'Salle Après', readOnly: false },
    ]);
    expect(await entryVersions()).to.deep.equal([
      [1, 2 * batch],
      [2, batch],
    ]);
    expect(await left()).to.have.length(1);
  });

  it('are all changed, and none twice, by the next who comes after a failure in the middle', async () => {
    await addedMany(batch * 3, { location: room });
    await failing(database, true);
    await rename('Salle Après');
    await refresher(database, today).all();
    expect(await entryVersions(), 'as long as somebody may be at it').to.deep.equal([
      [1, 2 * batch],
      [2, batch],
    ]);
    expect(await rejection(refresher(database).all()))
      .to.have.property('message')
      .that.includes('refused');
    await failing(database, false);
    await refresher(database, '2026-11-23T14:00:00Z').all();

    expect(await entryVersions()).to.deep.equal([[2, 3 * batch]]);
    expect([await found('apres'), await found('avant')]).to.deep.equal([3 * batch, 0]);
    expect(await left()).to.deep.equal([]);
  });

  it('are changed by the background work of any process', async () => {
    await added({ location: room }, { location: room });
    await work().write(async ({ locations, seanceRefreshes }) => {
      await locations.saveOwn('', { ...room, name: 'Salle Après' });
      await seanceRefreshes.begin({ ...undone, dueAt: today as Instant });
    });
    const until = Date.now() + 20_000;
    while ((await left()).length > 0 && Date.now() < until)
      await new Promise((done) => setTimeout(done, 200));

    expect(await entryVersions()).to.deep.equal([[2, 2]]);
  });

  it('are changed once where several do it at once', async () => {
    await addedMany(batch * 4, { location: room });
    await work().write(({ seanceRefreshes }) =>
      seanceRefreshes.begin({ ...undone, dueAt: today as Instant }),
    );
    await Promise.all([1, 2, 3].map(() => refresher(database).of('location', room.id)));

    expect(await entryVersions()).to.deep.equal([[2, 4 * batch]]);
    expect(await left()).to.deep.equal([]);
  });

  it('have the last of two names that are given at once, all of them', async () => {
    await addedMany(batch * 2, { trainers: [ada] });
    const names = ['Ada Une', 'Ada Deux', 'Ada Trois'];
    await Promise.all(
      names.map((name) =>
        plugin.plugin.tell({ type: 'user.renamed', userId: ada.id, name, firstName: '', lastName: name }),
      ),
    );

    const shown = await database.knex('seance_trainer').distinct('name').pluck('name');
    expect(shown).to.have.length(1);
    expect(names).to.include(shown[0]);
    expect(await found(String(shown[0]).split(' ')[1]?.toLowerCase() ?? '')).to.equal(batch * 2);
  });

  it('stay as they are when the host tells a trainer what they are called already', async () => {
    await added({ trainers: [ada] }, { trainers: [{ ...ada, name: 'Old' }] });
    const { id: userId, name } = ada;
    await plugin.plugin.tell({ type: 'user.renamed', userId, name, firstName: '', lastName: name });

    expect(await entryVersions()).to.deep.equal([
      [1, 1],
      [2, 1],
    ]);
    expect(await told()).to.deep.equal(['{"part":"trainer"}']);
  });

  it('follow, those that are being created there too', async () => {
    const created = Array.from({ length: 8 }, () => plugin.api.created({ locationId: room.id }));
    const renamed = rename('Salle Après');
    await Promise.all([...created, renamed]);

    expect(await found('apres')).to.equal(8);
    expect(await left()).to.deep.equal([]);
  });

  it('follow an address too, and no telephone number', async () => {
    await added({ location: room });
    const edit = (changes: object) =>
      plugin.api.patch(`/api/v1/admin/locations/${room.id}`, changes, { as: 'admin' });
    await edit({ phone: '+32 2 1' });
    expect(await entryVersions()).to.deep.equal([[1, 1]]);
    await edit({ city: 'Namur' });

    expect(await entryVersions()).to.deep.equal([[2, 1]]);
  });

  it('follow a place of the host, once one of them is saved with its new name', async () => {
    const [one, two] = [
      await plugin.api.created({ locationId: hostRoom.id }),
      await plugin.api.created({ locationId: hostRoom.id }),
    ];
    expect(await left()).to.deep.equal([]);
    // As it was when both were saved.
    await work().write(({ locations }) => locations.saveCopy({ ...hostRoom, name: 'Salle Avant' }));
    await plugin.api.patch(`${seances}/${one.id}`, { locationId: hostRoom.id, name: 'Edited' });
    await refresher(database).all();

    const [row] = await database
      .knex<SeanceRow>('seance')
      .where({ id: two.id })
      .select('version', 'entry_changes');
    expect(row).to.deep.equal({ version: 1, entry_changes: 1 });
    // The plugin does the same beside it, and may be the last.
    await eventually(async () => expect(await left()).to.deep.equal([]));
  });
});

/** Work as another process would do it, on connections of its own where the engine takes several writers. */
function refresher(database: TestDatabase, now = later): RefreshSeances {
  const [ids, clock] = [new UuidGenerator(), new FixedClock(now)];
  const work = new KnexUnitOfWork(database.engine === 'sqlite' ? database.open : database.openAnother());
  const settings = new ReadSettings(work, settingsInForce());
  const transactions = new Transactions(work, settings, new EventRecorder(ids), ids, clock);
  return new RefreshSeances(transactions, new SeanceDrafts(new SanitizeHtmlSanitizer(), ids));
}

/** Has the database refuse every batch but the first, whoever does it. */
async function failing({ knex, engine }: TestDatabase, isOn: boolean): Promise<void> {
  await knex.raw('drop trigger if exists refuse_batches');
  if (!isOn) return;
  await knex.raw(
    engine === 'sqlite'
      ? `create trigger refuse_batches before update on seance_refresh when old.after_id <> ''
           begin select raise(abort, 'refused'); end`
      : `create trigger refuse_batches before update on seance_refresh for each row
           begin if old.after_id <> '' then signal sqlstate '45000' set message_text = 'refused'; end if; end`,
  );
}
