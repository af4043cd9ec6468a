import { expect } from 'chai';
import fc from 'fast-check';
import { decide } from '../../../src/domain/enrolment/decide.js';
import { before, checkInvariants } from './seating-invariants.js';
import { type Outcome, SeatingWorld } from './seating-world.js';

const learners = ['l1', 'l2', 'l3', 'l4', 'l5'];
const hour = 60;
/** Three séances of a group, and one that is in none. */
const seances = [1, 2, 1, 1].map((capacity, at) => ({
  ...{ isInGroup: at < 3, mode: 'public' as const, start: (3 + 2 * at) * hour, capacity },
}));

interface Chance {
  readonly who: string;
  readonly at: number;
  readonly other: number;
  readonly number: number;
}

type Command = (world: SeatingWorld, chance: Chance) => Outcome | readonly Outcome[] | undefined;

/** Where somebody has a place that they may change; chance alone seldom names it. */
const placeOf = (world: SeatingWorld, who: string) =>
  world.places.findIndex(
    ({ groupId }, at) => groupId !== null && world.rowOf(who, at)?.status === 'enrolled',
  );
const isThere = (world: SeatingWorld, at: number) => world.places[at]?.isDeleted === false;
const isListed = (world: SeatingWorld, at: number) =>
  isThere(world, at) && world.places[at]?.enrolmentMode !== 'automatic';
const modes = ['public', 'public', 'manual', 'automatic'] as const;

const commands: Readonly<Record<string, Command>> = {
  enrols: (world, { who, at }) => (isThere(world, at) ? world.enrol(who, at) : undefined),
  changes: (world, { who, at }) =>
    isThere(world, at) ? world.enrol(who, at, Math.max(0, placeOf(world, who))) : undefined,
  wishes: (world, { who, at, other }) => (isThere(world, at) ? world.enrol(who, at, other) : undefined),
  'are enrolled by staff': (world, { at, number }) =>
    isListed(world, at) ? world.enrolByStaff(learners.slice(number), at) : undefined,
  leaves: (world, { who, at }) => (isThere(world, at) ? world.remove(who, at, 'learner') : undefined),
  'is removed': (world, { who, at }) => (isListed(world, at) ? world.remove(who, at, 'staff') : undefined),
  'is accepted': (world, { who, at }) => (isListed(world, at) ? world.accept(who, at) : undefined),
  'is moved': (world, { who, at, other }) =>
    at !== other && isListed(world, at) && isListed(world, other) ? world.move(who, at, other) : undefined,
  'has left the session': (world, { who }) => world.leaveAll(who, 'left-session'),
  'is gone': (world, { who }) => world.leaveAll(who, 'user-gone'),
  'has another capacity': (world, { at, number }) =>
    isThere(world, at) ? world.resize(at, number === 3 ? null : number + 1) : undefined,
  'has another mode': (world, { at, number }) => {
    const mode = modes[at < 3 ? number % 3 : number] ?? 'public';
    return isThere(world, at) ? world.changeMode(at, mode) : undefined;
  },
  'begins at another time': (world, { at, number }) =>
    isThere(world, at) ? world.changeStart(at, world.now + (2 * number - 1) * hour) : undefined,
  'has another limit': (world, { number }) => world.changeLimit(number),
  'is deleted, or restored': (world, { at }) => (isThere(world, at) ? world.delete(at) : world.restore(at)),
  'is cancelled, or reinstated': (world, { at }) => {
    if (!isThere(world, at)) return undefined;
    return world.places[at]?.isCancelled ? world.reinstate(at) : world.cancel(at);
  },
  'has a window': (world, { at, other, number }) =>
    isThere(world, at)
      ? world.changeWindow(
          at,
          other === 3 ? null : world.now + (other - 2) * hour,
          number === 3 ? null : world.now + (number - 1) * hour,
        )
      : undefined,
  'has other settings': (world, { at, other, number }) =>
    world.changeSettings({
      promotion: at === 0 ? 'staff' : 'automatic',
      enrolmentEnabled: other > 0,
      closingDelayMinutes: number === 1 ? 2 * hour : 0,
    }),
  'time passes': (world, { number }) => world.pass((number * hour) / 2),
};

/** Places are asked for, freed and exchanged more often than the rules change. */
const often = ['enrols', 'changes', 'changes', 'wishes', 'leaves', 'is removed', 'is accepted', 'is moved'];
const oneCommand = fc.record({
  command: fc.constantFrom(...Object.keys(commands), ...often, ...often),
  who: fc.constantFrom(...learners),
  at: fc.nat(3),
  other: fc.nat(3),
  number: fc.nat(3),
});

const runs = Number(process.env['SEATING_RUNS'] ?? 240);
const mostCommands = 300;

/** @param check is told of the world before each command, and after it. */
function inWorlds(
  check: (world: SeatingWorld, was: ReturnType<typeof before>, outcome: unknown) => void,
  decided?: ConstructorParameters<typeof SeatingWorld>[2],
  worlds = runs,
): void {
  const property = fc.property(fc.array(oneCommand, { maxLength: mostCommands, size: 'max' }), (sequence) => {
    const world = new SeatingWorld(seances, learners, decided);
    for (const { command, ...chance } of sequence) {
      const was = before(world);
      const outcome = commands[command]?.(world, chance);
      if (outcome !== undefined) check(world, was, outcome);
    }
  });
  fc.assert(property, { numRuns: worlds });
}

describe('Seating, whatever is done in whatever order', () => {
  it('keeps capacities, limits, turns and the order of queues, and lets nobody wait without need, through thousands of commands', () => {
    const outcomes = new Set<unknown>();
    let count = 0;
    inWorlds((world, was, outcome) => {
      checkInvariants(world, was);
      outcomes.add(outcome);
      count += 1;
    });
    expect(outcomes).to.include.keys('enrolled', 'waiting', 'already', 'refused', 'done');
    expect(count, 'commands that were carried out').to.be.above(80 * runs);
  }).timeout(240_000);

  it('changes nothing when it refuses', () => {
    inWorlds(
      (world, was, outcome) => {
        if (outcome !== 'refused') return;
        expect(world.events).to.deep.equal([]);
        expect({ rows: world.rows, places: world.places }).to.deep.equal(was);
      },
      undefined,
      runs / 10,
    );
  }).timeout(240_000);

  it('decides alike whether it asks for rows or knows them all from the start', () => {
    inWorlds(
      () => undefined,
      (world, act, { answer, events, writes }) => {
        const everything = {
          enrolments: world.places.flatMap(({ seanceId }) =>
            learners.map((userId) => ({ seanceId, userId })),
          ),
          counts: learners.map((userId) => ({ groupId: 'g', userId })),
        };
        const known = world.read(world.seating, everything);
        const lines = new Map(
          [...known.lines].map(([id, line]) => [id, { ...line, queueTo: Infinity, allTo: Infinity }]),
        );
        const again = decide({ ...known, lines }, act);
        expect(again).to.deep.include({ answer, events, writes });
      },
      runs / 10,
    );
  }).timeout(240_000);
});
