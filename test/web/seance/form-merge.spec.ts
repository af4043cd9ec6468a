import { expect } from 'chai';
import { compareForms, mergeForms } from '../../../src/web/seance/form-merge.js';
import { changesBetween, type FormValues } from '../../../src/web/seance/form-values.js';

const original: FormValues = {
  ...{
    name: 'Atelier',
    description: '',
    extraInfo: '',
    groupName: '',
    capacity: '12',
    locationId: '',
    onlineUrl: '',
    enrolmentOpens: '',
    enrolmentCloses: '',
  },
  ...{ start: '2026-12-07T09:00', end: '2026-12-07T10:30', timeZone: 'Europe/Brussels' },
  ...{ enrolmentMode: 'public', inAgenda: true, trainerIds: ['a', 'b'] },
};

describe('What two people make of one form', () => {
  it('is theirs where they alone changed it, and a conflict where both did, and not to the same', () => {
    const mine = { ...original, name: 'Mien', capacity: '20', locationId: 'x' };
    const theirs = { ...original, name: 'Leur', capacity: '20', inAgenda: false };
    expect(compareForms(original, mine, theirs)).to.deep.equal({ theirs: ['inAgenda'], conflicts: ['name'] });
  });

  it('is no conflict when the same trainers are named in another order', () => {
    const theirs = { ...original, trainerIds: ['b', 'a'] };
    expect(compareForms(original, { ...original, name: 'Mien' }, theirs)).to.deep.equal({
      theirs: [],
      conflicts: [],
    });
  });

  it('keeps what the reader typed, but for the fields that they give up', () => {
    const mine = { ...original, name: 'Mien', capacity: '20' };
    const theirs = { ...original, name: 'Leur', inAgenda: false };
    expect(mergeForms(mine, theirs, ['inAgenda'])).to.deep.equal({ ...mine, inAgenda: false });
  });

  it('sends only what then differs from what is stored', () => {
    const theirs = { ...original, name: 'Leur' };
    const merged = mergeForms({ ...original, capacity: '' }, theirs, ['name']);
    expect(changesBetween(theirs, merged)).to.deep.equal({ capacity: null });
  });
});
