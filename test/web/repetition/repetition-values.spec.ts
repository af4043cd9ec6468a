import { expect } from 'chai';
import fc from 'fast-check';
import { planRepetition, type RepetitionPlan } from '../../../src/domain/repetition/plan.js';
import type { RepetitionRule } from '../../../src/domain/repetition/rule.js';
import { schedule } from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import type { CalendarDate, WallTime } from '../../../src/domain/time/wall-time.js';
import {
  chooseDate,
  followStart,
  hasDates,
  initialRepetition,
  inTheWay,
  isWrong,
  leaveOut,
  repetitionFieldOf,
  switchWeekday,
  toRepetition,
  type RepetitionValues,
} from '../../../src/web/repetition/repetition-values.js';
import type { PlannedSeance } from '../../../src/web/series/series.js';

const source = {
  start: '2026-12-01T10:00' as WallTime,
  end: '2026-12-01T12:00' as WallTime,
  timeZone: 'Europe/Brussels' as TimeZone,
};
const dates = Array.from({ length: 8 }, (_, index) => `2026-12-${21 + index}` as CalendarDate);
const closed = [{ name: 'Noël', startsOn: dates[3]!, endsOn: dates[5]! }];

const empty: RepetitionValues = {
  weekdays: ['TU'],
  until: '',
  weeks: '4',
  interval: '1',
  exceptDates: [],
  keepDates: [],
  skipClosedDays: true,
  numbering: true,
};

const there = [
  schedule(`${dates[1]!}T09:00` as WallTime, `${dates[1]!}T10:30` as WallTime, source.timeZone),
  schedule(`${dates[4]!}T11:00` as WallTime, `${dates[4]!}T13:00` as WallTime, source.timeZone),
];

/** What the server would make of the form. */
function planned(values: RepetitionValues): RepetitionPlan {
  const rule = toRepetition(values) as object as RepetitionRule;
  return planRepetition(source, rule, dates, { closed, there, cap: 1_000 });
}

/** Ticks or unticks a date in the preview. */
function tick(values: RepetitionValues, date: string, isWanted: boolean): RepetitionValues {
  const reason = planned(values).skipped.find((day) => day.date === date)?.reason;
  const isThere = there.some(({ start }) => start.startsWith(date));
  const skipped = reason ?? (isThere ? 'same-series' : 'closed-day');
  return { ...values, ...chooseDate(values, { date, isWanted, skipped }) };
}

const isPlanned = (values: RepetitionValues, date: string): boolean =>
  planned(values).occurrences.some(({ start }) => start.startsWith(date));

describe('The dates that are ticked in the preview of a repetition', () => {
  it('are created, and those that are not are not, whatever was ticked before', () => {
    const step = fc.record({ date: fc.constantFrom(...dates), isWanted: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, skipClosedDays) => {
        const wanted = new Map(steps.map(({ date, isWanted }) => [date, isWanted]));
        const values = steps.reduce(
          // A box is only switched when it says something else.
          (now, { date, isWanted }) => (isPlanned(now, date) === isWanted ? now : tick(now, date, isWanted)),
          { ...empty, skipClosedDays },
        );
        for (const [date, isWanted] of wanted) expect(isPlanned(values, date), date).to.equal(isWanted);
      }),
    );
  });

  it('leave a closed day closed, and no exception behind, when it is put back and taken away again', () => {
    const values = tick(tick(empty, dates[4]!, true), dates[4]!, false);

    expect(values).to.deep.equal(empty);
  });

  it('leave the series as it is, and no exception behind, likewise', () => {
    for (const skipClosedDays of [true, false]) {
      const values = { ...empty, skipClosedDays };
      expect(isPlanned(values, dates[1]!)).to.equal(false);
      expect(isPlanned(tick(values, dates[1]!, true), dates[1]!)).to.equal(true);
      expect(tick(tick(values, dates[1]!, true), dates[1]!, false)).to.deep.equal(values);
    }
  });

  it('are remembered as exceptions when they are unticked, and forgotten when they are ticked again', () => {
    const without = tick(empty, dates[0]!, false);

    expect(without.exceptDates).to.deep.equal([dates[0]]);
    expect(tick(without, dates[0]!, true)).to.deep.equal(empty);
  });
});

describe('The form of a repetition', () => {
  it('keeps the days in the order of the week', () => {
    expect(switchWeekday(switchWeekday(['TU'], 'SU'), 'MO')).to.deep.equal(['MO', 'TU', 'SU']);
    expect(switchWeekday(['MO', 'TU'], 'MO')).to.deep.equal(['TU']);
  });

  it('sends an end or a duration, whichever stands in it', () => {
    expect(toRepetition({ ...empty, weeks: '', until: '2026-12-31' })).to.include({ until: '2026-12-31' });
    expect(toRepetition({ ...empty, weeks: '', until: '2026-12-31' })).not.to.have.property('weeks');
    expect(toRepetition(empty)).to.include({ weeks: 4, interval: 1 }).and.not.to.have.property('until');
  });

  it('has dates once it has a day and an end', () => {
    expect(hasDates(empty)).to.equal(true);
    expect(hasDates({ ...empty, weekdays: [] })).to.equal(false);
    expect(hasDates({ ...empty, weeks: '' })).to.equal(false);
    expect(hasDates({ ...empty, weeks: '', until: '2026-12-31' })).to.equal(true);
  });
});

describe('What a repetition proposes', () => {
  const until = (endsOn: string | null) =>
    initialRepetition({ start: '2027-06-29T10:00' }, { numbering: true }, { endsOn }).until;

  it('ends with the session, when the séance is before that and the session ends', () => {
    expect(until('2027-06-30')).to.equal('2027-06-30');
    expect(until('2027-06-29')).to.equal('');
    expect(until(null)).to.equal('');
  });
});

describe('The dates that run into something', () => {
  const dateWith = (date: string, ...codes: PlannedSeance['warnings'][number]['code'][]) =>
    ({
      start: `${date}T10:00`,
      warnings: codes.map((code) => ({ code, field: 'start', start: `${date}T10:00`, seance: null })),
    }) as unknown as PlannedSeance;
  const occurrences = [
    dateWith('2026-12-21'),
    dateWith('2026-12-22', 'trainer-busy'),
    dateWith('2026-12-23', 'location-busy', 'past'),
    dateWith('2026-12-24', 'closed-day'),
    dateWith('2026-12-25', 'same-series', 'outside-session'),
  ];

  it('are those outside the session and with clashes, not what somebody keeps', () => {
    const found = inTheWay({ occurrences }).map(({ start }) => start.slice(0, 10));
    expect(found).to.deep.equal(['2026-12-22', '2026-12-23', '2026-12-25']);
  });

  it('are left out at once, those that were kept by not keeping them', () => {
    const values = { ...empty, exceptDates: ['2026-12-28'], keepDates: ['2026-12-24', '2026-12-25'] };
    const left = leaveOut(values, inTheWay({ occurrences }));
    expect(left.exceptDates).to.deep.equal(['2026-12-28', '2026-12-22', '2026-12-23']);
    expect(left.keepDates).to.deep.equal(['2026-12-24']);
  });
});

describe('The rule of a séance that is moved to another day', () => {
  const [tuesday, friday] = ['2026-12-01T10:00', '2026-12-04T10:00'];

  it('has the other day of the week, as long as it has only its own', () => {
    expect(followStart(empty, tuesday, friday)).to.deep.equal({ ...empty, weekdays: ['FR'] });
  });

  it('stays as it was chosen, and while a day is being typed', () => {
    const chosen = { ...empty, weekdays: ['MO', 'TU'] } as const;
    expect(followStart(chosen, tuesday, friday)).to.equal(chosen);
    expect(followStart(empty, tuesday, '')).to.equal(empty);
    expect(followStart(empty, '', friday)).to.equal(empty);
  });

  it('proposes no day of the week before there is one', () => {
    const { weekdays } = initialRepetition({ start: '' }, { numbering: true }, { endsOn: null });
    expect(weekdays).to.deep.equal([]);
  });
});

describe('What is wrong with a repetition', () => {
  it('is said at the same field, whether the repetition is all of the body or inside it', () => {
    expect(repetitionFieldOf('until')).to.equal('until');
    expect(repetitionFieldOf('repetition', 'weeks')).to.equal('weeks');
    expect([repetitionFieldOf('repetition'), repetitionFieldOf('name', 'until')]).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('is told from what is wrong with the rest of a form', () => {
    expect([
      isWrong({ name: 'Too long.' }),
      isWrong({ name: 'Too long.', until: 'Too early.' }),
    ]).to.deep.equal([false, true]);
  });
});
