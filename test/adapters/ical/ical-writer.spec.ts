import { expect } from 'chai';
import fc from 'fast-check';
import { IcalWriter } from '../../../src/adapters/ical/ical-writer.js';
import { type Instant, schedule } from '../../../src/domain/time/schedule.js';
import { parseTimeZone } from '../../../src/domain/time/time-zone.js';
import { type WallTime, wallTimeAt } from '../../../src/domain/time/wall-time.js';
import type { CalendarEntry } from '../../../src/ports/calendar-writer.js';
import { type ParsedEvent, parseCalendar } from '../../support/calendars.js';
import { problemsOfCalendar } from '../../support/strict-calendar.js';

interface Times {
  readonly start?: string;
  readonly end?: string;
  readonly zone?: string;
}

function entry(parts: Partial<CalendarEntry> = {}, times: Times = {}): CalendarEntry {
  const { start = '2026-12-01T09:00', end = '2026-12-01T10:30', zone = 'Europe/Brussels' } = times;
  const timeZone = parseTimeZone(zone);
  if (!timeZone) throw new Error(`There is no zone "${zone}".`);
  return {
    ...schedule(start as WallTime, end as WallTime, timeZone),
    seanceId: '01900000-0000-7000-8000-000000000001',
    title: 'Séance',
    description: '',
    place: '',
    informations: [],
    trainers: [],
    onlineUrl: null,
    url: null,
    sequence: 1,
    createdAt: '2026-11-01T08:00:00Z' as Instant,
    changedAt: '2026-11-02T08:00:00Z' as Instant,
    isCancelled: false,
    cancellationReason: '',
    ...parts,
  };
}

/** What a calendar comes to as text. */
function textOf(locale: string, entries: readonly CalendarEntry[]): string {
  return Buffer.from(new IcalWriter().write(locale, entries)).toString();
}

describe('IcalWriter', () => {
  const write = (...entries: readonly CalendarEntry[]) => textOf('fr-BE', entries);
  const written = (one: CalendarEntry): ParsedEvent => {
    const [event] = parseCalendar(write(one)).events;
    if (!event) throw new Error('Nothing was written.');
    return event;
  };

  it('writes what an independent parser reads again', () => {
    const text = write(
      entry({ title: 'Atelier; "matin", \\ 1', description: 'Un\n\ndeux', place: 'Salle É, Rue 1' }),
    );
    const { name, zones, events } = parseCalendar(text);

    expect(name).to.equal('Séances');
    expect(zones).to.deep.equal(['Europe/Brussels']);
    expect(events).to.deep.equal([
      {
        uid: '01900000-0000-7000-8000-000000000001@seances',
        summary: 'Atelier; "matin", \\ 1',
        description: 'Un\n\ndeux',
        location: 'Salle É, Rue 1',
        url: null,
        status: 'CONFIRMED',
        sequence: 1,
        stamp: '2026-11-02T08:00:00Z',
        lastModified: '2026-11-02T08:00:00Z',
        start: '2026-12-01T09:00:00',
        end: '2026-12-01T10:30:00',
        startZone: 'Europe/Brussels',
        startsAt: '2026-12-01T08:00:00Z',
        endsAt: '2026-12-01T09:30:00Z',
      },
    ]);
  });

  it('leaves out what there is nothing of, and names the trainers in the language of the reader', () => {
    expect(written(entry())).to.include({ description: null, location: null });
    const trainers = ['Anh Thao PHAM', '$& Dollar'];
    expect(written(entry({ trainers })).description).to.equal('Formateurs\u00a0: Anh Thao PHAM, $& Dollar');
    const [event] = parseCalendar(textOf('en', [entry({ trainers })])).events;
    expect(event?.description).to.equal('Trainers: Anh Thao PHAM, $& Dollar');
    const { description } = written(entry({ trainers: ['משה', 'Ada'] }));
    expect(description).to.equal('Formateurs\u00a0: \u2068משה\u2069, Ada');
    expect(textOf('nl-BE', [])).to.contain('X-WR-CALNAME:Bijeenkomsten');
    expect(textOf('xx', [entry()])).to.equal(write(entry()));
  });

  it('has the informations, the newest first, with when and by whom, before the trainers and the page', () => {
    const informations = [
      {
        text: 'À 10 h.\nApportez {date}',
        author: 'Anh Thao PHAM',
        createdAt: '2026-11-28T08:05:00Z' as Instant,
      },
      { text: 'Annoncé', author: '', createdAt: '2026-07-01T22:30:00Z' as Instant },
    ];
    const one = entry({
      ...{ description: 'Un\n- deux', informations, trainers: ['Ada'] },
      url: 'https://campus.example/seances?id=1,2;3&x=%20',
    });
    expect(written(one)).to.include({
      description: [
        'Un\n- deux',
        'Information du 28 novembre 2026 à 09:05, Anh Thao PHAM\u00a0:\nÀ 10 h.\nApportez {date}',
        'Information du 2 juillet 2026 à 00:30\u00a0:\nAnnoncé',
        'Formateurs\u00a0: Ada',
        'Page de la séance\u00a0: https://campus.example/seances?id=1,2;3&x=%20',
      ].join('\n\n'),
      url: 'https://campus.example/seances?id=1%2C2%3B3&x=%20',
    });
    const described = (locale: string) => parseCalendar(textOf(locale, [one])).events[0]?.description ?? '';
    expect(described('en-GB')).to.include('Note of 28 November 2026 at 09:05, Anh Thao PHAM:\nÀ 10 h.');
    expect(described('en-US'))
      .to.include('Note of November 28, 2026 at 9:05')
      .and.include('Page of the séance: https');
    expect(described('nl')).to.include('Mededeling van 28 november 2026 om 09:05, Anh Thao PHAM:');
    for (const unknown of ['xx', 'fr_BE', '']) expect(described(unknown)).to.equal(described('fr'));
  });

  it('marks what is cancelled', () => {
    expect(written(entry({ isCancelled: true, sequence: 3 }))).to.include({
      status: 'CANCELLED',
      sequence: 3,
    });
  });

  it('writes lines of at most 75 bytes that end with CRLF, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const lines = write(entry({ title })).split('\r\n');

        expect(lines.pop()).to.equal('');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).to.be.at.most(75);
          expect(line).to.not.match(/[\r\n]/);
        }
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it('gives any text back but for control characters, and no text can start a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const description = `x${text.replaceAll('\r', '')}`;
        const event = written(entry({ description, title: 'a\r\nATTACH:evil' }));

        expect(event.description).to.equal(description.replace(/(?!\n)\p{Cc}/gu, ' '));
        expect(event.summary).to.equal('a \nATTACH:evil');
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it('passes a strict reader, whatever the texts, the zones, the locale and the number of entries', () => {
    const zone = fc.constantFrom(
      'Europe/Brussels',
      'Asia/Calcutta',
      'America/New_York',
      'Etc/UTC',
      'Asia/Tokyo',
    );
    const anyText = fc.string({ unit: 'binary', maxLength: 200 });
    const parts = fc.record({
      ...{
        title: anyText,
        description: anyText,
        place: anyText,
        trainers: fc.array(anyText, { maxLength: 3 }),
      },
      informations: fc.array(
        fc.record({
          text: anyText,
          author: anyText,
          createdAt: fc.constant('2026-11-28T08:05:00Z' as Instant),
        }),
        { maxLength: 3 },
      ),
      url: fc.option(fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href)),
      sequence: fc.nat(),
      isCancelled: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(parts, zone, fc.nat(27)), { maxLength: 6 }),
        fc.constantFrom('fr-BE', 'en', 'nl', 'ar'),
        (made, locale) => {
          const entries = made.map(([part, name, day], index) => {
            // In October, also the hour that a clock change doubles.
            const date = `2026-10-${String(day + 1).padStart(2, '0')}`;
            const times = { zone: name, start: `${date}T02:30`, end: `${date}T03:45` };
            return entry({ ...part, seanceId: `s${index}` }, times);
          });
          const bytes = new IcalWriter().write(locale, entries);

          expect(problemsOfCalendar(bytes)).to.deep.equal([]);
          expect(parseCalendar(bytes).events).to.have.length(entries.length);
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });

  it('writes rules that a strict reader takes, of zones all over the world', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((_, index) => index % 5 === 0);
    const entries = zones.map((zone) => entry({ seanceId: zone }, { zone }));

    expect(problemsOfCalendar(new IcalWriter().write('fr', entries))).to.deep.equal([]);
  });

  it('writes the same with what it remembers as without', () => {
    const entries = ['Europe/Brussels', 'Asia/Tokyo', 'Europe/Brussels'].map((zone, index) =>
      entry({ seanceId: `s${index}` }, { zone }),
    );
    const writer = new IcalWriter();
    const first = writer.write('fr-BE', entries);
    writer.write('en', entries);

    expect(writer.write('fr-BE', entries)).to.deep.equal(first);
    expect(parseCalendar(first).zones).to.deep.equal(['Europe/Brussels', 'Asia/Tokyo']);
  });

  it('writes the same text every time, whatever the zone of the process', () => {
    const before = process.env['TZ'];
    const first = write(entry());
    try {
      process.env['TZ'] = 'Pacific/Kiritimati';
      expect(write(entry())).to.equal(first);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  for (const [what, times, start, startsAt, endsAt] of [
    [
      'before summer time',
      { start: '2026-03-28T09:00', end: '2026-03-28T10:00' },
      '2026-03-28T09:00:00',
      '2026-03-28T08:00:00Z',
      '2026-03-28T09:00:00Z',
    ],
    [
      'in summer time',
      { start: '2026-03-29T09:00', end: '2026-03-29T10:00' },
      '2026-03-29T09:00:00',
      '2026-03-29T07:00:00Z',
      '2026-03-29T08:00:00Z',
    ],
    [
      'that a clock change skips, as the moment when it is',
      { start: '2026-03-29T02:30', end: '2026-03-29T04:00' },
      '2026-03-29T03:30:00',
      '2026-03-29T01:30:00Z',
      '2026-03-29T03:00:00Z',
    ],
    [
      'that a clock change doubles, as the instant of the first of the two, on which programs agree',
      { start: '2026-10-25T02:30', end: '2026-10-25T04:00' },
      '2026-10-25T00:30:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T03:00:00Z',
    ],
    [
      'of a zone with an old name, under that name',
      { start: '2026-12-01T09:00', end: '2026-12-01T10:00', zone: 'Asia/Calcutta' },
      '2026-12-01T09:00:00',
      '2026-12-01T03:30:00Z',
      '2026-12-01T04:30:00Z',
    ],
  ] as const) {
    it(`writes a time ${what}`, () => {
      expect(written(entry({}, times))).to.include({ start, startsAt, endsAt });
    });
  }

  it('gives every zone and moment of the next years the instants that they have', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const from = Date.parse('2026-01-01T00:00:00Z') / 60_000;
    let withZone = 0;
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.nat(5 * 365 * 24 * 4), (zone, quarters) => {
        const [start, end] = [from + quarters * 15, from + quarters * 15 + 100].map(wallTimeAt);
        const one = entry({}, { zone, start: start ?? '', end: end ?? '' });
        const event = written(one);

        expect([event.startsAt, event.endsAt], `${zone} ${start}`).to.deep.equal([one.startsAt, one.endsAt]);
        if (event.startZone === zone) withZone += 1;
      }),
      { seed: 5, numRuns: 200 },
    );
    expect(withZone).to.be.greaterThan(180);
  });

  it('gives the hours around clock changes the instants that they have', () => {
    for (const zone of ['Europe/Brussels', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Chatham']) {
      for (const day of [
        '2026-03-08',
        '2026-03-29',
        '2026-04-05',
        '2026-10-04',
        '2026-10-25',
        '2026-11-01',
      ]) {
        for (let hour = 0; hour < 5; hour += 1) {
          const one = entry({}, { zone, start: `${day}T0${hour}:15`, end: `${day}T0${hour}:50` });
          const { startsAt, endsAt } = written(one);
          expect([startsAt, endsAt], `${zone} ${one.start}`).to.deep.equal([one.startsAt, one.endsAt]);
        }
      }
    }
  });
});
