import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { SanitizeHtmlSanitizer } from '../../../src/adapters/html/sanitize-html-sanitizer.js';
import { IcalWriter } from '../../../src/adapters/ical/ical-writer.js';
import { CalendarEntries } from '../../../src/application/feed/calendar-entries.js';
import { EntryContents } from '../../../src/application/feed/entry-contents.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import type { SeanceRecord } from '../../../src/ports/seance-repository.js';
import { parseCalendar } from '../../support/calendars.js';
import { onDatabase } from '../../support/databases.js';
import { seanceRecord } from '../../support/seance-records.js';

onDatabase('Calendars that are written later than they are looked at', (database) => {
  const trainer = { id: 't1', name: 'Ada' };
  const work = () => new KnexUnitOfWork(database.open);
  let entries: CalendarEntries;
  let asked: string[][];
  let pageOf: (id: string) => string | null;

  const calendar = async () => {
    const query = { userId: trainer.id, learnsIn: [], endingAfter: '' as Instant, limit: 10 };
    const glances = await work().read(({ feedEntries }) => feedEntries.ofUser(query));
    return entries.calendarOf('fr', glances, (ids) => {
      asked.push([...ids]);
      return work().read(({ feedEntries }) => feedEntries.entries(ids));
    });
  };
  const titles = ({ text }: { readonly text: Uint8Array }) =>
    parseCalendar(text).events.map(({ summary }) => summary);
  const added = async (...names: readonly string[]) => {
    const records = names.map((name) => seanceRecord({ name, trainers: [trainer] }));
    await work().write(({ seances }) => seances.insert(records));
    return records as [SeanceRecord, ...SeanceRecord[]];
  };
  const renamed = (record: SeanceRecord, name: string) => {
    const seance = { ...record.seance, name, version: record.seance.version + 1 };
    return work().write(({ seances }) => seances.update([{ ...record, seance }]));
  };

  beforeEach(async () => {
    for (const table of ['seance', 'seance_trainer']) await database.knex(table).delete();
    pageOf = (id) => `https://campus.example/${id}`;
    const pages = { subscriptionOf: () => null, addressOf: (_: string, id: string) => pageOf(id) };
    const contents = new EntryContents(new SanitizeHtmlSanitizer(), pages);
    entries = new CalendarEntries(contents, new IcalWriter());
    asked = [];
  });

  it('say the state that their text has: a séance that changed meanwhile is as it is now', async () => {
    const [one] = await added('One', 'Two');
    const before = await calendar();
    await renamed(one, 'Changed');
    const written = await before.write();

    expect(titles(written)).to.deep.equal(['Changed', 'Two']);
    expect(written.state).not.to.equal(before.state);
    expect(written.state).to.equal((await calendar()).state);
  });

  it('leave out what was removed meanwhile', async () => {
    const [one] = await added('One', 'Two');
    const before = await calendar();
    await database.knex('seance').where({ id: one.seance.id }).delete();
    await database.knex('seance_trainer').where({ seance_id: one.seance.id }).delete();
    const written = await before.write();

    expect(titles(written)).to.deep.equal(['Two']);
    expect(written.state).to.equal((await calendar()).state);
  });

  it('read again only what has changed', async () => {
    const [one, two] = await added('One', 'Two');
    const first = await (await calendar()).write();
    expect(await (await calendar()).write()).to.deep.equal(first);
    await renamed(one, 'Changed');
    expect(titles(await (await calendar()).write())).to.deep.equal(['Changed', 'Two']);

    expect(asked).to.deep.equal([[one.seance.id, two?.seance.id], [one.seance.id]]);
  });

  it('have another state when the host gives a séance another address', async () => {
    const [one] = await added('One');
    const before = await (await calendar()).write();
    pageOf = () => null;
    const after = await (await calendar()).write();

    const urls = [before, after].map(({ text }) => parseCalendar(text).events[0]?.url);
    expect(urls).to.deep.equal([`https://campus.example/${one.seance.id}`, null]);
    expect(after.state).not.to.equal(before.state);
  });

  it('read nothing until they are written', async () => {
    await added('One');
    await calendar();

    expect(asked).to.deep.equal([]);
  });

  it('have the texts of a séance that are there, with a blank line between two', async () => {
    for (const [description, extraInfo, expected] of [
      ['<p>Un</p>', '<p>Deux</p>', 'Un\n\nDeux'],
      ['', '<p>Deux</p>', 'Deux'],
      ['<p>Un</p>', '<p> </p>', 'Un'],
    ] as const) {
      const { seance, ...rest } = seanceRecord({ trainers: [trainer] });
      const record = { ...rest, seance: { ...seance, description, extraInfo } };
      await work().write(({ seances }) => seances.insert([record]));
      const { text } = await (await calendar()).write();
      await database.knex('seance').delete();

      const [event] = parseCalendar(text).events;
      expect(event?.description?.split('\n\nFormateurs')[0]).to.equal(expected);
    }
  });
});
