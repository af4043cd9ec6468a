import { expect } from 'chai';
import fc from 'fast-check';
import { barTo, type EnrolmentBar } from '../../../src/domain/enrolment/enrolment-rules.js';
import { type EnrolmentMode, enrolmentModes } from '../../../src/domain/seance/seance-content.js';
import { type Instant, shiftInstant } from '../../../src/domain/time/schedule.js';

const startsAt = '2026-12-01T09:00:00Z' as Instant;
const lastSecond = '2026-12-01T08:59:59Z' as Instant;
/** Half an hour before the start, with a delay of 30 minutes. */
const closes = '2026-12-01T08:30:00Z' as Instant;
const beforeClosing = '2026-12-01T08:29:59Z' as Instant;
const delay = 30;

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
    barTo('take', 'staff', { enrolmentMode, startsAt }, settings(enabled), now),
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
    barTo('leave', 'staff', { enrolmentMode, startsAt }, settings(enabled), now),
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
    barTo('leave', 'acceptance', { enrolmentMode, startsAt }, settings(enabled), now),
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
    barTo('take', 'learner', { enrolmentMode, startsAt }, settings(enabled), now),
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
    barTo('leave', 'learner', { enrolmentMode, startsAt }, settings(enabled), now),
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
    barTo('take', 'queue', { enrolmentMode, startsAt }, settings(enabled), now),
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
    barTo('leave', 'queue', { enrolmentMode, startsAt }, settings(enabled), now),
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
          const what = { enrolmentMode: mode, startsAt };
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
