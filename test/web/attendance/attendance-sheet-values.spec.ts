import { expect } from 'chai';
import french from '../../../src/locales/fr.json' with { type: 'json' };
import {
  countsOf,
  foundEntries,
  instantOf,
  markText,
  proposedMinutes,
  slotHours,
  slotName,
  slotOfNow,
  typedMinutes,
} from '../../../src/web/attendance/attendance-sheet-values.js';
import { Locale } from '../../../src/web/core/locale.js';
import { entryOf, slotOf } from './sheets.js';

const locale = new Locale('fr', french.tool, ['fr-BE']).with(french.attendance);
const morning = slotOf();
const afternoon = slotOf({
  ...{ id: 2, start: '2026-12-07T13:00', end: '2026-12-07T16:30', minutes: 210 },
  ...{ startsAt: '2026-12-07T12:00:00Z', endsAt: '2026-12-07T15:30:00Z', state: 'not-open' },
});
const at = (time: string) => Date.parse(`2026-12-07T${time}Z`);

describe('The sheet of presence', () => {
  it('counts who was there, at least for a part, and who has no mark', () => {
    const marked = (['present', 'late', 'left-early', 'remote', 'excused', 'absent', null] as const).map(
      (mark) => ({ mark }),
    );
    expect(countsOf(marked)).to.deep.equal({ there: 4, unmarked: 1, people: 7 });
  });

  it('begins with the half-day of now, then with what is left to close', () => {
    const slots = [morning, afternoon];
    expect(slotOfNow(slots, at('09:00:00'))?.id, 'in the morning').to.equal(1);
    expect(slotOfNow(slots, at('12:10:00'))?.id, 'until the afternoon is open').to.equal(1);
    const open = { ...afternoon, state: 'open' } as const;
    expect(slotOfNow([morning, open], at('12:10:00'))?.id, 'in the afternoon').to.equal(2);
    expect(slotOfNow([morning, open], at('18:00:00'))?.id, 'in the evening').to.equal(2);
    const closed = { ...morning, state: 'closed' } as const;
    expect(slotOfNow([closed, afternoon], at('11:00:00'))?.id, 'after the morning').to.equal(2);
    expect(
      slotOfNow([closed, { ...open, state: 'closed' }], at('18:00:00'))?.id,
      'when all is done',
    ).to.equal(2);
    expect(slotOfNow([], at('09:00:00'))).to.equal(undefined);
  });

  it('finds people by parts of their names in any order, whatever the accents, and by what tells them apart', () => {
    const people = [
      entryOf('1', { user: { id: '1', name: 'Éléonore COLLIGNON' } }),
      entryOf('2', { user: { id: '2', name: 'Léa WAUTERS', detail: 'Haute école de Namur' } }),
    ];
    const found = (q: string) => foundEntries(people, q).map(({ user }) => user.id);
    expect(found('')).to.deep.equal(['1', '2']);
    expect(found('coll ele')).to.deep.equal(['1']);
    expect(found('NAMUR')).to.deep.equal(['2']);
    expect(found('x')).to.deep.equal([]);
  });

  it('proposes how late it is, or how much is left, and nothing where that makes no sense', () => {
    expect(proposedMinutes('late', morning, at('08:12:20'))).to.equal('12');
    expect(proposedMinutes('left-early', morning, at('11:30:00'))).to.equal('30');
    expect(proposedMinutes('late', morning, at('07:50:00')), 'before the start').to.equal('');
    expect(proposedMinutes('left-early', morning, at('12:05:00')), 'after the end').to.equal('');
  });

  it('takes minutes that leave something of the half-day', () => {
    expect(
      ['1', '239', '0', '240', '', '1.5', '-3', 'x'].map((typed) => typedMinutes(typed, morning)),
    ).to.deep.equal([1, 239, ...Array<undefined>(6).fill(undefined)]);
  });

  it('calls half-days by their part of the day, with the day where there are several', () => {
    expect(slotName(morning, [morning], locale)).to.equal('');
    const day = [morning, afternoon];
    expect(day.map((slot) => slotName(slot, day, locale))).to.deep.equal(['Matin', 'Après-midi']);
    const next = slotOf({ id: 3, start: '2026-12-08T09:00', end: '2026-12-08T12:00' });
    const days = [...day, next];
    expect(days.map((slot) => slotName(slot, days, locale))).to.deep.equal([
      'lun. 7 Matin',
      'lun. 7 Après-midi',
      'mar. 8 Matin',
    ]);
    expect(slotHours(afternoon, locale)).to.equal('13:00–16:30');
  });

  it('says marks with their minutes', () => {
    expect(markText({ mark: 'late', minutes: 12 }, locale)).to.equal('En retard (12 min)');
    expect(markText({ mark: 'remote' }, locale)).to.equal('À distance');
    expect(markText({ mark: null }, locale)).to.equal('Sans marque');
  });

  it('writes instants to the second', () => {
    expect(instantOf(at('08:12:20.987'))).to.equal('2026-12-07T08:12:20Z');
  });
});
