import { expect } from 'chai';
import french from '../../../src/locales/fr.json' with { type: 'json' };
import { Locale } from '../../../src/web/core/locale.js';
import { RequestFailure } from '../../../src/web/core/request-failure.js';
import type { Seance } from '../../../src/web/seance/seance.js';
import {
  inBrief,
  commonValues,
  presentValues,
  toChanges,
  touchedFields,
  type SelectionField,
} from '../../../src/web/selection/selection-values.js';

const locale = new Locale('fr', french.tool, ['fr-BE']);
const burns = { id: 'b', name: 'Burns' };
const smith = { id: 's', name: 'Smith' };

function seance(parts: Partial<Seance> = {}): Seance {
  return {
    ...{ start: '2031-03-03T09:00', end: '2031-03-03T10:30', capacity: 12, inAgenda: true },
    ...{ location: { id: 'l', name: 'DG' }, trainers: [burns, smith] },
    ...parts,
  } as Seance;
}
const chosen = (...names: readonly SelectionField[]): ReadonlySet<SelectionField> => new Set(names);

describe('The values of several séances', () => {
  it('are proposed where they are alike, in whatever order the trainers are, and empty where not', () => {
    const others = [
      seance({ trainers: [smith, burns], end: '2031-03-04T10:30' }),
      seance({ capacity: null }),
    ];
    expect(commonValues([seance(), ...others])).to.deep.equal({
      ...{ locationId: 'l', trainerIds: ['b', 's'], startTime: '09:00', endTime: '10:30' },
      ...{ capacity: '', inAgenda: true },
    });
    expect(commonValues([seance(), seance({ inAgenda: false, location: null })])).to.deep.include({
      ...{ locationId: '', inAgenda: false },
    });
  });

  it('are told apart where trainers have the same name', () => {
    const twins = [
      seance({ trainers: [burns] }),
      seance({ trainers: [{ ...smith, name: 'Burns', detail: '4711' }] }),
    ];
    expect(presentValues('trainerIds', twins, locale)).to.deep.equal(['Burns', 'Burns (4711)']);
  });

  it('are said as they are now, each once, and how many more there are', () => {
    expect(presentValues('capacity', [seance(), seance(), seance({ capacity: null })], locale)).to.deep.equal(
      [...['12', 'Illimité']],
    );
    expect(presentValues('locationId', [seance({ location: null })], locale)).to.deep.equal([
      'Aucune localisation',
    ]);
    const hours = [8, 9, 10, 11, 12].map((hour) =>
      seance({ start: `2031-03-03T${String(hour).padStart(2, '0')}:00` }),
    );
    expect(presentValues('startTime', hours, locale)).to.deep.equal([
      ...['08:00', '09:00', '10:00', 'et 2 autres'],
    ]);
  });

  it('are sent where they were ticked alone, and not before a time is whole', () => {
    const values = { ...commonValues([seance()]), locationId: '', capacity: '' };
    expect(toChanges(values, chosen())).to.equal(undefined);
    expect(toChanges(values, chosen('capacity', 'locationId', 'startTime'))).to.deep.equal({
      ...{ locationId: null, startTime: '09:00', capacity: null },
    });
    expect(toChanges({ ...values, startTime: '' }, chosen('capacity'))).to.deep.equal({ capacity: null });
    expect(toChanges({ ...values, startTime: '' }, chosen('capacity', 'startTime'))).to.equal(undefined);
  });

  it('are touched once they are other ones', () => {
    const values = commonValues([seance()]);
    expect(touchedFields(values, { ...values, trainerIds: ['s', 'b'] })).to.deep.equal([]);
    expect(touchedFields(values, { ...values, trainerIds: [], endTime: '11:00' })).to.deep.equal([
      ...['trainerIds', 'endTime'],
    ]);
  });
});

describe('A refused edit of several séances', () => {
  it('names the first few séances of what is wrong with a field', () => {
    const problem = (pointer: string, message: string) => ({ pointer, message, code: 'x' });
    const fields = [
      ...[1, 2, 3, 4, 5, 6, 7].map((index) => problem('/changes/capacity', `${index} : non.`)),
      problem('/changes/trainerIds/0', 'Inconnu.'),
      problem('/ids/0', 'Partie.'),
    ];
    const failure = new RequestFailure('refused', { status: 409, code: 'c', detail: 'd', fields });
    const told = inBrief(failure, locale);
    expect([told.kind, told.status, told.code, told.detail]).to.deep.equal(['refused', 409, 'c', 'd']);
    expect(told.fields.map(({ pointer, message }) => [pointer, message])).to.deep.equal([
      ['/changes/capacity', '1 : non. 2 : non. 3 : non. 4 : non. 5 : non. et 2 autres'],
      ['/changes/trainerIds/0', 'Inconnu.'],
      ['/ids/0', 'Partie.'],
    ]);
  });
});
