import { expect } from 'chai';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { piecesOn } from '../../../src/web/calendar/day-pieces.js';
import { moveOf, standingAt, standingOf, standingsOn } from '../../../src/web/calendar/standing.js';
import type { Seance } from '../../../src/web/seance/seance.js';
import { addDays } from '../../../src/web/time/days.js';
import { zones } from '../../domain/repetition/oracles/rule-samples.js';

const day = '2027-03-01';

/** Séances around two years of clock changes, from a minute to five days long, in any zone. */
const seances = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    start: fc.nat(2 * 365 * 24 * 60),
    length: fc.integer({ min: 1, max: 5 * 24 * 60 }),
  })
  .map(({ timeZone, start, length }) => {
    const from = Temporal.Instant.from('2026-06-01T00:00:00Z').add({ minutes: start });
    const to = from.add({ minutes: length });
    const shown = (instant: Temporal.Instant) =>
      instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    return {
      id: `${start}`,
      ...{ timeZone, start: shown(from), end: shown(to) },
      startsAt: from.toString(),
      endsAt: to.toString(),
    } as unknown as Seance;
  });
const readers = fc.constantFrom(...zones);

const clock = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

const at = (date: string, minutes: number): string =>
  Temporal.PlainDateTime.from(`${date}T00:00`).add({ minutes }).toString({ smallestUnit: 'minute' });

describe('Where a séance stands in the calendar', () => {
  it('is where its instants are on the clocks of the reader, in whatever zones the two are', () => {
    fc.assert(
      fc.property(fc.array(seances, { minLength: 1, maxLength: 5 }), readers, (items, timeZone) => {
        const first = items.map(({ startsAt }) => clock(startsAt, timeZone).slice(0, 10)).sort()[0] ?? day;
        const days = Array.from({ length: 10 }, (_, index) => addDays(first, index - 1));
        const standings = standingsOn(items, days, timeZone);

        for (const item of items) {
          const pieces = days.flatMap((date) =>
            piecesOn(standings, date)
              .filter((piece) => piece.item.seance === item)
              .map((piece) => ({ ...piece, date })),
          );
          const [begun, ended] = [pieces[0], pieces.at(-1)];
          const start = clock(item.startsAt, timeZone);
          if (start.slice(0, 10) > (days.at(-1) ?? '')) {
            expect(pieces).to.deep.equal([]);
            continue;
          }
          expect(begun && at(begun.date, begun.from), 'its start').to.equal(start);
          expect(pieces.map((piece) => piece.day)).to.deep.equal(pieces.map((_, index) => index + 1));
          if (ended?.day !== ended?.days) continue;
          const end = clock(item.endsAt, timeZone);
          const shown = ended && at(ended.date, ended.to);
          const length = Temporal.Instant.from(item.startsAt).until(item.endsAt).total('minutes');
          expect(shown, 'its end, or as long as it is where clocks go back over all of it').to.equal(
            end > start
              ? end
              : Temporal.PlainDateTime.from(start)
                  .add({ minutes: length })
                  .toString({ smallestUnit: 'minute' }),
          );
        }
      }),
      { seed: 16, numRuns: 2_000 },
    );
  });

  it('is left as it was written when nothing was moved, also in an hour that clocks skip or double', () => {
    fc.assert(
      fc.property(seances, readers, (seance, timeZone) => {
        const { start, end } = seance;
        const standing = standingOf(seance, timeZone);
        expect(moveOf(standingAt(seance, standing), timeZone)).to.deep.equal({ seance, start, end });
      }),
      { seed: 16, numRuns: 1_000 },
    );
    const skipped = {
      ...{ timeZone: 'Europe/Brussels', start: '2027-03-28T02:30', end: '2027-03-28T03:00' },
      ...{ startsAt: '2027-03-28T01:30:00Z', endsAt: '2027-03-28T02:00:00Z' },
    } as Seance;
    const standing = standingOf(skipped, 'Europe/Brussels');
    expect(standing).to.include({ start: '2027-03-28T03:30', until: '2027-03-28T04:00' });
    expect(moveOf(standing, 'Europe/Brussels')).to.include({
      start: '2027-03-28T02:30',
      end: '2027-03-28T03:00',
    });
  });

  it('is moved to where it is dropped: to that instant, in the words of its own zone', () => {
    const seance = {
      ...{ timeZone: 'America/Montreal', start: '2026-12-10T09:00', end: '2026-12-10T10:30' },
      ...{ startsAt: '2026-12-10T14:00:00Z', endsAt: '2026-12-10T15:30:00Z' },
    } as Seance;
    const standing = standingOf(seance, 'Europe/Brussels');
    expect(standing).to.include({ start: '2026-12-10T15:00', end: '2026-12-10T16:30' });
    const dropped = standingAt(seance, { start: '2026-12-11T02:00', end: '2026-12-11T03:30' });
    expect(moveOf(dropped, 'Europe/Brussels')).to.include({
      start: '2026-12-10T20:00',
      end: '2026-12-10T21:30',
    });
  });
});
