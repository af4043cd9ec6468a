import { expect } from 'chai';
import type { Locale } from '../../../src/web/core/locale.js';
import { timeWarnings } from '../../../src/web/seance/form-warnings.js';
import type { FormValues } from '../../../src/web/seance/form-values.js';
import type { TrainingSession } from '../../../src/web/space/space.js';

const locale = { text: (key: string) => key, day: (day: string) => day } as unknown as Locale;
const session = { startsOn: '2027-01-01', endsOn: '2027-06-30' } as TrainingSession;

function warnings(start: string, end: string) {
  const values = { start, end, timeZone: 'Europe/Brussels' } as FormValues;
  return timeWarnings(values, session, new Date('2026-12-01T12:00:00Z'), locale);
}

describe('Warnings about the times of a form', () => {
  const none = { start: undefined, end: undefined };

  it('say which end is outside of the session', () => {
    expect(warnings('2026-12-31T20:00', '2027-07-01T00:01')).to.deep.equal({
      start: 'form.outsideSession',
      end: 'form.outsideSession',
    });
    expect(warnings('2027-01-01T00:00', '2027-06-30T23:59')).to.deep.equal(none);
  });

  it('take an end at midnight for the day before', () => {
    expect(warnings('2027-06-30T20:00', '2027-07-01T00:00')).to.deep.equal(none);
  });

  it('say nothing of what is not filled in yet', () => {
    expect(warnings('', '')).to.deep.equal(none);
  });
});
