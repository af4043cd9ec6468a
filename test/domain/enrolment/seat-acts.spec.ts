import { expect } from 'chai';
import { SeatingWorld } from './seating-world.js';

const hour = 60;
const [lea, max, zoe] = ['lea', 'max', 'zoe'] as const;

/** Séances 0 and 1 of a group, and séance 2 that is in none: public, with a place each, in three hours. */
function world(capacity = 1): SeatingWorld {
  const seance = { mode: 'public', start: 3 * hour, capacity } as const;
  const grouped = { ...seance, isInGroup: true };
  return new SeatingWorld([grouped, grouped, { ...seance, isInGroup: false }], [lea, max, zoe]);
}

/** Who is in and who waits, as `lea enrolled, max waiting`. */
function line(of: SeatingWorld, index: number): string {
  return of
    .lineOf(index)
    .map(({ learner, status }) => `${learner.id} ${status}`)
    .join(', ');
}

describe('A learner who takes a place', () => {
  it('has it while one is free, and waits when none is', () => {
    const of = world();

    expect([of.enrol(lea, 2), of.enrol(max, 2), of.enrol(lea, 2)]).to.deep.equal([
      'enrolled',
      'waiting',
      'already',
    ]);
    expect(line(of, 2)).to.equal('lea enrolled, max waiting');
  });

  it('waits beside a free place when others wait for it', () => {
    const of = world();
    of.changeSettings({ ...of.settings, promotion: 'staff' });
    for (const user of [lea, max]) of.enrol(user, 2);
    of.remove(lea, 2, 'learner');

    expect(of.enrol(zoe, 2)).to.equal('waiting');
  });

  it('is refused when the limit of the group is used up', () => {
    const of = world();
    of.enrol(lea, 0);

    expect(of.enrol(lea, 1)).to.equal('refused');
    expect(of.enrol(lea, 2)).to.equal('enrolled');
  });

  it('gives up another one of the group for it at once when it is free', () => {
    const of = world();
    of.enrol(lea, 0);

    expect(of.enrol(lea, 1, 0)).to.equal('enrolled');
    expect([line(of, 0), line(of, 1)]).to.deep.equal(['', 'lea enrolled']);
  });

  it('is moved on by a wish of theirs that comes true with it, and has had the place all the same', () => {
    const seance = { mode: 'public', start: 3 * hour, capacity: 1, isInGroup: true } as const;
    const of = new SeatingWorld([seance, seance, seance], [lea, max]);
    of.enrol(lea, 0);
    of.enrol(max, 1);
    of.enrol(lea, 1, 0);
    of.enrol(lea, 2, 0);
    of.resize(1, 2);

    expect(of.enrol(lea, 0, 2)).to.equal('enrolled');
    expect([0, 1, 2].map((index) => line(of, index))).to.deep.equal(['', 'max enrolled, lea enrolled', '']);
  });

  it('keeps the other one of the group until this one is certain', () => {
    const of = world();
    of.enrol(lea, 0);
    of.enrol(max, 1);

    expect(of.enrol(lea, 1, 0)).to.equal('waiting');
    expect(line(of, 0)).to.equal('lea enrolled');
    of.remove(max, 1, 'learner');
    expect([line(of, 0), line(of, 1)]).to.deep.equal(['', 'lea enrolled']);
  });

  it('is refused when the other one may not be left any more', () => {
    const of = world();
    of.enrol(lea, 0);
    of.changeStart(0, of.now);

    expect(of.enrol(lea, 1, 0)).to.equal('refused');
    expect(line(of, 0)).to.equal('lea enrolled');
  });

  it('has a free place that the limit kept from them once they name another one to give up for it', () => {
    const of = world();
    of.enrol(max, 1);
    of.enrol(lea, 1);
    of.enrol(lea, 0);
    of.remove(max, 1, 'learner');
    expect(line(of, 1)).to.equal('lea waiting');

    expect(of.enrol(lea, 1, 0)).to.equal('already');
    expect([line(of, 0), line(of, 1)]).to.deep.equal(['', 'lea enrolled']);
  });
});

describe('Staff', () => {
  it('accept somebody who may not leave another place any more, which goes to who waits for it', () => {
    const of = world();
    for (const user of [lea, max]) of.enrol(user, 0);
    of.enrol(zoe, 1);
    of.enrol(lea, 1, 0);
    of.changeSettings({ ...of.settings, closingDelayMinutes: 3 * hour });
    of.remove(zoe, 1, 'staff');
    expect(line(of, 1)).to.equal('lea waiting');

    expect(of.accept(lea, 1)).to.equal('done');
    expect([line(of, 0), line(of, 1)]).to.deep.equal(['max enrolled', 'lea enrolled']);
  });

  it('accept somebody before those who came earlier, and never over the capacity', () => {
    const of = world();
    of.changeSettings({ ...of.settings, promotion: 'staff' });
    for (const user of [lea, max, zoe]) of.enrol(user, 2);

    expect(of.accept(zoe, 2)).to.equal('refused');
    of.remove(lea, 2, 'staff');
    expect(of.accept(zoe, 2)).to.equal('done');
    expect(line(of, 2)).to.equal('max waiting, zoe enrolled');
  });

  it('enrol several in one go, each by the rules, in the order in which they are named', () => {
    const of = world(2);
    of.enrol(max, 1);

    expect(of.enrolByStaff([zoe, max, lea], 0)).to.deep.equal(['enrolled', 'refused', 'enrolled']);
    expect(line(of, 0)).to.equal('zoe enrolled, lea enrolled');
  });

  it('move somebody to a free place, and nobody into a queue', () => {
    const of = world();
    of.enrol(lea, 0);
    of.enrol(max, 2);

    expect(of.move(lea, 0, 2)).to.equal('refused');
    expect(of.move(lea, 0, 1)).to.equal('done');
    expect([line(of, 0), line(of, 1), line(of, 2)]).to.deep.equal(['', 'lea enrolled', 'max enrolled']);
  });

  it('move somebody to where they wait when a place is free there', () => {
    const of = world();
    of.changeSettings({ ...of.settings, promotion: 'staff' });
    of.enrol(lea, 2);
    for (const user of [max, lea]) of.enrol(user, 0);
    of.remove(max, 0, 'staff');

    expect(of.move(lea, 2, 0)).to.equal('done');
    expect([line(of, 0), line(of, 2)]).to.deep.equal(['lea enrolled', '']);
  });
});

describe('Staff who correct the list of what has begun', () => {
  /** What the last act said, as `cancelled correction`. */
  const said = (of: SeatingWorld) =>
    of.events.map(
      ({ type, data }) => `${type.slice('enrolment.'.length)}${data['correction'] ? ' correction' : ''}`,
    );

  it('take out who did not come, and nobody moves up', () => {
    const of = world();
    for (const user of [lea, max]) of.enrol(user, 0);
    of.changeStart(0, of.now);

    expect(of.remove(lea, 0, 'learner')).to.equal('refused');
    expect(of.remove(lea, 0, 'staff')).to.equal('done');
    expect(said(of)).to.deep.equal(['cancelled correction']);
    expect(line(of, 0)).to.equal('max waiting');
  });

  it('add who came, before those who waited in vain, and never over the capacity or the limit', () => {
    const of = world();
    for (const user of [lea, max]) of.enrol(user, 0);
    of.changeStart(0, of.now);

    expect(of.enrolByStaff([zoe], 0)).to.deep.equal(['refused']);
    of.remove(lea, 0, 'staff');
    of.enrol(lea, 1);
    expect(of.enrolByStaff([lea, zoe, lea], 0)).to.deep.equal(['refused', 'enrolled', 'refused']);
    expect(said(of)).to.deep.equal(['enrolled correction']);
    expect(line(of, 0)).to.equal('max waiting, zoe enrolled');
  });

  it('give who waited the place that is free', () => {
    const of = world();
    for (const user of [lea, max]) of.enrol(user, 2);
    of.changeStart(2, of.now);

    expect(of.accept(max, 2)).to.equal('refused');
    of.remove(lea, 2, 'staff');
    expect(of.accept(max, 2)).to.equal('done');
    expect(said(of)).to.deep.equal(['promoted correction']);
  });

  it('move somebody from it and back, and who waits elsewhere for their place moves up until it begins', () => {
    const of = world();
    of.enrol(lea, 0);
    of.changeStart(0, of.now);

    expect(of.move(lea, 0, 1)).to.equal('done');
    expect(said(of)).to.deep.equal(['enrolled', 'cancelled correction']);
    of.enrol(max, 1);
    expect(of.move(lea, 1, 0)).to.equal('done');
    expect(said(of)).to.deep.equal(['enrolled correction', 'cancelled', 'promoted']);
    expect([line(of, 0), line(of, 1)]).to.deep.equal(['lea enrolled', 'max enrolled']);
  });

  it('do not take somebody out of it by accepting them where they wait for another place', () => {
    const of = world();
    of.changeSettings({ ...of.settings, promotion: 'staff' });
    of.enrol(max, 1);
    of.enrol(lea, 0);
    of.enrol(lea, 1, 0);
    of.remove(max, 1, 'staff');
    of.changeStart(0, of.now);

    expect(of.accept(lea, 1)).to.equal('refused');
    expect(of.move(lea, 0, 1)).to.equal('done');
    expect([line(of, 0), line(of, 1)]).to.deep.equal(['', 'lea enrolled']);
  });
});

describe('Somebody who is gone', () => {
  it('leaves what has begun only when they are gone altogether', () => {
    const of = world();
    of.enrol(lea, 0);
    of.enrol(lea, 2);
    of.changeStart(0, of.now);

    of.leaveAll(lea, 'left-session');
    expect([line(of, 0), line(of, 2)]).to.deep.equal(['lea enrolled', '']);
    of.leaveAll(lea, 'user-gone');
    expect(line(of, 0)).to.equal('');
  });
});
