import { expect } from 'chai';
import fc from 'fast-check';
import {
  barTo,
  type EnrolmentBar,
  momentOf,
  type PlaceChanger,
} from '../../../src/domain/enrolment/enrolment-rules.js';
import { type EnrolmentMode, enrolmentModes } from '../../../src/domain/seance/seance-content.js';
import { type Instant, shiftInstant } from '../../../src/domain/time/schedule.js';

const startsAt = '2026-12-01T09:00:00Z' as Instant;
const lastSecond = '2026-12-01T08:59:59Z' as Instant;
/** Half an hour before the start, with a delay of 30 minutes. */
const closes = '2026-12-01T08:30:00Z' as Instant;
const beforeClosing = '2026-12-01T08:29:59Z' as Instant;
const delay = 30;

/** Of a séance that says nothing of its own. */
const open = { opensAt: null, closesAt: null, isCancelled: false };

type Case = readonly [EnrolmentMode, enabled: boolean, now: Instant, bar: EnrolmentBar | undefined];

const settings = (enrolmentEnabled: boolean, closingDelayMinutes = delay) => ({
  enrolmentEnabled,
  closingDelayMinutes,
});

function describeBar(
  title: string,
  cases: readonly Case[],
  barOf: (...asked: [Case[0], boolean, Instant]) => unknown,
) {
  describe(title, () => {
    for (const [mode, enabled, now, bar] of cases) {
      it(`is ${bar ?? 'none'} for ${mode}, switched ${enabled ? 'on' : 'off'}, at ${now}`, () => {
        expect(barOf(mode, enabled, now)).to.equal(bar);
      });
    }
  });
}

describeBar(
  'What keeps staff from enrolling somebody',
  [
    ['manual', true, lastSecond, undefined],
    ['public', true, lastSecond, undefined],
    ['manual', true, closes, undefined],
    ['manual', true, startsAt, undefined],
    ['public', true, startsAt, undefined],
    ['automatic', true, lastSecond, 'enrolment-automatic'],
    ['automatic', true, startsAt, 'enrolment-automatic'],
    ['manual', false, lastSecond, 'enrolment-disabled'],
    ['manual', false, startsAt, 'enrolment-disabled'],
    ['automatic', false, lastSecond, 'enrolment-disabled'],
  ],
  (enrolmentMode, enabled, now) =>
    barTo('take', 'staff', { ...open, enrolmentMode, startsAt }, settings(enabled), now),
);

describeBar(
  'What keeps staff from taking somebody out',
  [
    ['manual', false, lastSecond, undefined],
    ['public', true, closes, undefined],
    ['manual', true, startsAt, undefined],
    ['automatic', true, lastSecond, 'enrolment-automatic'],
    ['automatic', true, startsAt, 'enrolment-automatic'],
  ],
  (enrolmentMode, enabled, now) =>
    barTo('leave', 'staff', { ...open, enrolmentMode, startsAt }, settings(enabled), now),
);

describeBar(
  'What keeps staff who accept somebody from giving up the place that these named',
  [
    ['manual', false, lastSecond, undefined],
    ['public', true, closes, undefined],
    ['public', true, startsAt, 'seance-started'],
    ['automatic', true, lastSecond, 'enrolment-automatic'],
  ],
  (enrolmentMode, enabled, now) =>
    barTo('leave', 'acceptance', { ...open, enrolmentMode, startsAt }, settings(enabled), now),
);

describeBar(
  'What keeps a learner from enrolling themselves',
  [
    ['public', true, beforeClosing, undefined],
    ['public', true, closes, 'enrolment-closed'],
    ['public', true, lastSecond, 'enrolment-closed'],
    ['public', true, startsAt, 'seance-started'],
    ['manual', true, beforeClosing, 'not-public'],
    ['manual', true, closes, 'not-public'],
    ['manual', true, startsAt, 'seance-started'],
    ['automatic', true, beforeClosing, 'enrolment-automatic'],
    ['public', false, beforeClosing, 'enrolment-disabled'],
  ],
  (enrolmentMode, enabled, now) =>
    barTo('take', 'learner', { ...open, enrolmentMode, startsAt }, settings(enabled), now),
);

describeBar(
  'What keeps a learner from leaving',
  [
    ['public', true, beforeClosing, undefined],
    ['public', false, beforeClosing, undefined],
    ['public', false, closes, 'enrolment-closed'],
    ['public', false, startsAt, 'seance-started'],
    ['manual', false, beforeClosing, 'not-public'],
    ['automatic', true, beforeClosing, 'enrolment-automatic'],
  ],
  (enrolmentMode, enabled, now) =>
    barTo('leave', 'learner', { ...open, enrolmentMode, startsAt }, settings(enabled), now),
);

describeBar(
  'What keeps the queue from giving a place',
  [
    ['public', true, closes, undefined],
    ['manual', true, lastSecond, undefined],
    ['public', true, startsAt, 'seance-started'],
    ['automatic', true, lastSecond, 'enrolment-automatic'],
    ['public', false, lastSecond, 'enrolment-disabled'],
  ],
  (enrolmentMode, enabled, now) =>
    barTo('take', 'queue', { ...open, enrolmentMode, startsAt }, settings(enabled), now),
);

describeBar(
  'What keeps the queue from giving up the place of a learner who wished it',
  [
    ['public', false, beforeClosing, undefined],
    ['public', true, closes, 'enrolment-closed'],
    ['manual', true, beforeClosing, 'not-public'],
    ['public', true, startsAt, 'seance-started'],
  ],
  (enrolmentMode, enabled, now) =>
    barTo('leave', 'queue', { ...open, enrolmentMode, startsAt }, settings(enabled), now),
);

describe('The bars of learners and of staff', () => {
  it('let a learner do nothing that staff may not, and until the start all that staff may when public without a delay', () => {
    const delays = fc.constantFrom(0, 1, 30, 1_440);
    const seconds = fc.oneof(fc.integer({ min: -90_000, max: 90_000 }), fc.integer({ min: -2, max: 2 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...enrolmentModes),
        fc.boolean(),
        delays,
        seconds,
        (mode, on, minutes, later) => {
          const now = shiftInstant(startsAt, later);
          const what = { ...open, enrolmentMode: mode, startsAt };
          const staff = barTo('take', 'staff', what, settings(on), now);
          const learner = barTo('take', 'learner', what, settings(on, minutes), now);

          if (staff) expect(learner).to.equal(staff);
          else if (later >= 0) expect(learner).to.equal('seance-started');
          else if (mode !== 'public') expect(learner).to.equal('not-public');
          else expect(learner).to.equal(later < -60 * minutes ? undefined : 'enrolment-closed');
        },
      ),
    );
  });
});

describe('The window of a séance', () => {
  const window = {
    ...{ enrolmentMode: 'public' as const, startsAt, isCancelled: false },
    opensAt: '2026-12-01T08:00:00Z' as Instant,
    closesAt: '2026-12-01T08:50:00Z' as Instant,
  };
  const barAt = (time: string, act: 'take' | 'leave', by: PlaceChanger = 'learner') =>
    barTo(act, by, window, settings(true), `2026-12-01T${time}Z` as Instant);

  it('keeps learners from taking a place before it opens, and nobody from leaving', () => {
    expect(barAt('07:59:59', 'take')).to.equal('enrolment-not-open');
    expect(barAt('07:59:59', 'leave')).to.equal(undefined);
    expect(barAt('08:00:00', 'take')).to.equal(undefined);
  });

  it('closes instead of the delay of the platform, for taking and leaving', () => {
    expect(barAt('08:49:59', 'take')).to.equal(undefined);
    expect(barAt('08:49:59', 'leave')).to.equal(undefined);
    expect(barAt('08:50:00', 'take')).to.equal('enrolment-closed');
    expect(barAt('08:50:00', 'leave')).to.equal('enrolment-closed');
  });

  it('binds neither staff nor the queue that moves until the start', () => {
    for (const time of ['07:00:00', '08:55:00']) {
      expect(barAt(time, 'take', 'staff'), time).to.equal(undefined);
      expect(barAt(time, 'take', 'queue'), time).to.equal(undefined);
    }
    expect(barAt('09:00:00', 'take', 'queue')).to.equal('seance-started');
  });

  it('is told with the moment that it names', () => {
    const momentOfBar = (bar: EnrolmentBar, what = {}) =>
      momentOf(bar, { ...window, ...what }, settings(true));
    expect(momentOfBar('enrolment-not-open')).to.equal(window.opensAt);
    expect(momentOfBar('enrolment-closed')).to.equal(window.closesAt);
    expect(momentOfBar('enrolment-closed', { closesAt: null })).to.equal(closes);
    expect(momentOfBar('not-public')).to.equal(undefined);
  });
});

describe('What keeps everybody from a cancelled séance', () => {
  for (const by of ['learner', 'staff', 'acceptance', 'queue'] as const)
    for (const act of ['take', 'leave'] as const)
      for (const enrolmentMode of enrolmentModes)
        it(`is that: ${by}, ${act}, ${enrolmentMode}`, () => {
          const what = { ...open, isCancelled: true, enrolmentMode, startsAt };
          expect(barTo(act, by, what, settings(false), beforeClosing)).to.equal('seance-cancelled');
        });
});
