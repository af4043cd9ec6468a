import { expect } from 'chai';
import { relationOf } from '../../../src/web/calendar/relation.js';
import { toneCount, tonesOf } from '../../../src/web/calendar/tones.js';
import type { Seance } from '../../../src/web/seance/seance.js';

const seance = (place: string | null, trainers: readonly string[] = []) =>
  ({
    location: place === null ? null : { id: place, name: `Salle ${place}` },
    group: null,
    trainers: trainers.map((id) => ({ id, name: id.toUpperCase() })),
    myEnrolment: null,
  }) as unknown as Seance;

describe('The colours of the calendar', () => {
  it('stand for one thing each as long as there are enough, and are named in order', () => {
    const places = Array.from({ length: toneCount }, (_, index) => `p${index + 3}`);
    const { key } = tonesOf(
      places.map((place) => seance(place)),
      'location',
      'fr',
    );

    expect(new Set(key.map(({ tone }) => tone)).size).to.equal(toneCount);
    expect(key.map(({ name }) => name)).to.deep.equal(places.map((place) => `Salle ${place}`));
  });

  it('begin again when there are more things than colours, and every thing has one', () => {
    const seances = Array.from({ length: 3 * toneCount }, (_, index) => seance(`${index}`));
    const tones = tonesOf(seances, 'location', 'fr');
    for (const one of seances) expect(tones.of(one)?.tone).to.be.within(0, toneCount - 1);
  });

  it('are the same on another page with the same things', () => {
    const [one, other] = [seance('a'), seance('b')];
    const tones = tonesOf([one, other], 'location', 'fr');
    expect(tonesOf([other, one, one], 'location', 'fr').of(one)).to.deep.equal(tones.of(one));
  });

  it('are named so that trainers of the same name are told apart', () => {
    const [one, other] = [seance(null, ['ann']), seance(null, ['bob'])];
    const named = (of: Seance, detail: string) => ({
      ...of,
      trainers: [{ id: detail, name: 'Ann', detail }],
    });
    const { key } = tonesOf([named(one, 'Mons'), named(other, 'Liège')], 'trainer', 'fr');
    expect(key.map(({ name }) => name)).to.deep.equal(['Ann (Liège)', 'Ann (Mons)']);
  });

  it('are those of the first trainer, and none where there is nothing to have one from', () => {
    const tones = tonesOf([seance(null, ['ann', 'bob']), seance(null)], 'trainer', 'fr');
    expect(tones.of(seance(null, ['ann']))?.name).to.equal('ANN');
    expect(tones.of(seance(null))).to.equal(undefined);
    expect(tonesOf([seance('a', ['ann'])], 'none', 'fr').key).to.deep.equal([]);
  });
});

describe('What a séance is to its reader', () => {
  it('is what they teach before what they have a place in, and what they wait for', () => {
    const taught = { ...seance(null, ['me']), myEnrolment: { status: 'waiting' } } as unknown as Seance;
    expect(relationOf(taught, 'me')).to.equal('teaches');
    expect(relationOf(taught, 'somebody')).to.equal('waiting');
    expect(relationOf(seance(null, ['you']), 'me')).to.equal('other');
  });
});
