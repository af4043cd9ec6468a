import { expect } from 'chai';
import { names, withoutOthers, withoutPerson } from '../../../src/domain/personal-data/personal-data.js';

const own = { id: 'own', name: 'Own Name' };
const other = { id: 'other', name: 'Other Name' };
const place = { id: 'other', name: 'Hall', city: 'Namur' };

describe('What JSON says of people', () => {
  it('is without others: those of lists and those that stand alone, and nothing else', () => {
    const value = {
      author: other,
      editor: own,
      before: { trainers: [other, own], locationId: 'other', place },
      outcomes: [
        { userId: 'other', outcome: 'enrolled' },
        { userId: 'own', outcome: 'waiting' },
      ],
      created: { trainers: ['other', 'own'] },
      actors: ['other'],
      texts: ['other', 1, null, true],
    };

    expect(withoutOthers(value, 'own')).to.deep.equal({
      editor: own,
      before: { trainers: [own], locationId: 'other', place },
      outcomes: [{ userId: 'own', outcome: 'waiting' }],
      created: { trainers: ['own'] },
      actors: [],
      texts: ['other', 1, null, true],
    });
  });

  it('is without one person: neither id nor name, while that they were there stays', () => {
    const value = {
      author: own,
      trainers: [other, own],
      place: { ...place, id: 'own' },
      outcomes: [{ userId: 'own', outcome: 'enrolled', by: own }],
      created: { trainers: ['other', 'own'] },
      actors: ['own'],
    };

    expect(withoutPerson(value, 'own')).to.deep.equal({
      author: { id: '', name: '' },
      trainers: [other, { id: '', name: '' }],
      place: { ...place, id: 'own' },
      outcomes: [{ userId: '', outcome: 'enrolled', by: { id: '', name: '' } }],
      created: { trainers: ['other', ''] },
      actors: [''],
    });
  });

  it('is about a person whom it names in one of these ways, and not because an id is like theirs', () => {
    for (const value of [own, [own], { userId: 'own' }, { trainers: ['own'] }, { a: [{ actors: ['own'] }] }])
      expect(names(value, 'own'), JSON.stringify(value)).to.equal(true);
    for (const value of [other, 'own', ['own'], { locationId: 'own' }, { ...place, id: 'own' }, null])
      expect(names(value, 'own'), JSON.stringify(value)).to.equal(false);
  });

  it('is what it was when it is no object', () => {
    for (const value of ['own', 1, null, true, []]) {
      expect(withoutOthers(value, 'own')).to.deep.equal(value);
      expect(withoutPerson(value, 'own')).to.deep.equal(value);
    }
  });
});
