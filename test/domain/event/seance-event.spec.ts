import { expect } from 'chai';
import { differenceOf } from '../../../src/domain/event/seance-event.js';
import type { Seance } from '../../../src/domain/seance/seance.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import type { WallTime } from '../../../src/domain/time/wall-time.js';
import { seanceOf } from '../../application/series/series-samples.js';

describe('differenceOf', () => {
  const difference = (parts: Partial<Seance>) => differenceOf(seanceOf(), { ...seanceOf(), ...parts });

  const short: Partial<Seance> = {
    name: 'Cours',
    start: '2025-03-03T10:30' as WallTime,
    end: '2025-03-03T12:00' as WallTime,
    timeZone: 'Asia/Kathmandu' as TimeZone,
    enrolmentMode: 'public',
    capacity: 12,
    locationId: 'room-a',
    trainers: [{ id: 'trainer1', name: 'Ada' }],
    groupId: 'group',
    inAgenda: true,
    seriesId: null,
  };
  for (const field of Object.keys(short) as (keyof Seance)[]) {
    it(`names ${field} with its values before and after`, () => {
      expect(difference({ [field]: short[field] })).to.deep.equal({
        changed: [field],
        before: { [field]: seanceOf()[field] },
        after: { [field]: short[field] },
      });
    });
  }

  for (const field of ['description', 'extraInfo'] as const) {
    it(`names ${field}, and repeats neither of its texts`, () => {
      expect(difference({ [field]: '<p>Oui</p>' })).to.deep.equal({
        changed: [field],
        before: {},
        after: {},
      });
    });
  }

  it('names the short fields before the texts, whatever order they are edited in', () => {
    const { changed } = difference({ extraInfo: 'x', description: 'y', inAgenda: true, name: 'Cours' });

    expect(changed).to.deep.equal(['name', 'inAgenda', 'description', 'extraInfo']);
  });

  it('compares trainers by what they are, not by which array they are in', () => {
    const taught = { ...seanceOf(), trainers: [{ id: 'trainer1', name: 'Ada' }] };

    expect(
      differenceOf(taught, { ...taught, trainers: [{ id: 'trainer1', name: 'Ada' }] }).changed,
    ).to.deep.equal([]);
    expect(differenceOf(taught, { ...taught, trainers: [] }).changed).to.deep.equal(['trainers']);
  });

  it('is empty for what an edit does not write: version, dates of change, fields of its own', () => {
    expect(
      difference({ version: 2, seriesNumber: 4, ownFields: ['name'], updatedAt: seanceOf().startsAt }),
    ).to.deep.equal({ changed: [], before: {}, after: {} });
  });
});
