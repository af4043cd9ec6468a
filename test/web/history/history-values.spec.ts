import { expect } from 'chai';
import french from '../../../src/locales/fr.json' with { type: 'json' };
import type { HistoryEvent } from '../../../src/web/history/history.js';
import { changedValues } from '../../../src/web/history/history-values.js';
import { Locale } from '../../../src/web/core/locale.js';

const locale = new Locale('fr', french.tool, ['fr-BE']);

function edit(data: HistoryEvent['data']): HistoryEvent {
  return { id: '1', type: 'seance.edited', at: '2026-11-26T08:00:00Z', actor: null, user: null, data };
}

describe('What the history shows of an edit', () => {
  it('is that the zone changed, once, when its rules moved both instants of the same wall time', () => {
    const moved = edit({
      changed: ['startsAt', 'endsAt'],
      before: { startsAt: '2998-07-01T06:00:00Z', endsAt: '2998-07-01T08:00:00Z' },
      after: { startsAt: '2998-07-01T07:00:00Z', endsAt: '2998-07-01T09:00:00Z' },
    } as HistoryEvent['data']);

    expect(changedValues(moved, new Map(), locale)).to.deep.equal([
      { label: 'Fuseau horaire', before: undefined, after: undefined },
    ]);
  });

  it('leaves out a field that the page does not know, and has both values of the others', () => {
    const renamed = edit({
      changed: ['name', 'colour'],
      before: { name: 'Atelier' },
      after: { name: '' },
    });

    expect(changedValues(renamed, new Map(), locale)).to.deep.equal([
      { label: 'Nom', before: 'Atelier', after: french.tool['merge.empty'] },
    ]);
  });

  it('is which mark held before, and which does since, with its minutes', () => {
    const told = (data: object) => changedValues(edit(data as HistoryEvent['data']), new Map(), locale);
    const marked = { label: 'Présence', before: french.tool['merge.empty'], after: 'En retard (15 min)' };
    expect(told({ slot: 1, mark: 'late', minutes: 15, before: null })).to.deep.equal([marked]);
    const corrected = { label: 'Présence', before: 'En retard', after: 'Parti plus tôt (5 min)' };
    expect(told({ slot: 1, mark: 'left-early', minutes: 5, before: 'late' })).to.deep.equal([corrected]);
    expect(told({ slot: 2, present: 3, people: 4 })).to.deep.equal([]);
  });
});

describe('What the history says of a half-day that was closed', () => {
  it('is how many were there, of one in the singular', () => {
    const said = (present: number) => locale.text('history.present', { present, people: 40 });
    expect([0, 1, 2].map(said)).to.deep.equal(['0 présent sur 40', '1 présent sur 40', '2 présents sur 40']);
  });
});
