import { expect } from 'chai';
import fc from 'fast-check';
import type { EnrolmentStatus } from '../../../src/domain/enrolment/enrolment.js';
import type { Places } from '../../../src/domain/enrolment/places.js';
import type { EnrolmentMode } from '../../../src/domain/seance/seance-content.js';
import { onSqlite } from '../../support/databases.js';
import { type BeginningSeance, SeatingWorld } from '../../domain/enrolment/seating-world.js';
import { PlacesUnderTest } from './places-under-test.js';

const learners = ['learner1', 'learner2', 'learner3', 'learner4'];
/** Three séances of a group, and one that is in none. */
const grouped = 3;
const hour = 60;
const runs = Number(process.env['MODEL_RUNS'] ?? 20);

type Run<T> = (model: SeatingWorld, real: PlacesUnderTest) => Promise<{ expected: T; actual: T }>;

/** A command that may be given when `check` says so, and that comes to the same by the rules alone and in the plugin. */
class Command implements fc.AsyncCommand<SeatingWorld, PlacesUnderTest> {
  constructor(
    private readonly title: string,
    readonly check: (model: SeatingWorld) => boolean,
    private readonly does: Run<unknown>,
  ) {}

  async run(model: SeatingWorld, real: PlacesUnderTest): Promise<void> {
    const { expected, actual } = await this.does(model, real);
    expect(actual, this.title).to.deep.equal(expected);
    const lines = model.places.map((_, at) =>
      model.lineOf(at).map(({ learner, status }) => [learner.id, status === 'enrolled']),
    );
    expect(await real.lines(), `the places after: ${this.title}`).to.deep.equal(lines);
  }

  toString(): string {
    return this.title;
  }
}

const user = fc.constantFrom(...learners);
const index = fc.nat(grouped);
const capacity = fc.constantFrom(null, 1, 2, 3);

const isThere = (model: SeatingWorld, at: number) => model.places[at]?.isDeleted === false;
const hasMode = (model: SeatingWorld, at: number, ...modes: readonly EnrolmentMode[]) =>
  isThere(model, at) && modes.includes((model.places[at] as Places).enrolmentMode);
const isIn = (model: SeatingWorld, who: string, at: number) => model.rowOf(who, at) !== undefined;

const places = [
  fc.tuple(user, index, fc.option(index)).map(
    ([who, at, instead]) =>
      new Command(
        `${who} enrols in ${at} instead of ${instead}`,
        (model) => hasMode(model, at, 'public'),
        async (model, real) => ({
          expected: model.enrol(who, at, instead),
          actual: await real.enrol(who, at, instead),
        }),
      ),
  ),
  fc.tuple(fc.uniqueArray(user, { minLength: 1 }), index).map(
    ([who, at]) =>
      new Command(
        `staff enrol ${who.join()} in ${at}`,
        (model) => hasMode(model, at, 'public', 'manual'),
        async (model, real) => ({
          expected: model.enrolByStaff(who, at),
          actual: await real.enrolByStaff(who, at),
        }),
      ),
  ),
  fc.tuple(user, index).map(
    ([who, at]) =>
      new Command(
        `${who} leaves ${at}`,
        (model) => hasMode(model, at, 'public'),
        async (model, real) => ({
          expected: model.remove(who, at, 'learner'),
          actual: await real.leave(who, at),
        }),
      ),
  ),
  fc.tuple(user, index).map(
    ([who, at]) =>
      new Command(
        `staff remove ${who} from ${at}`,
        (model) => hasMode(model, at, 'public', 'manual') && isIn(model, who, at),
        async (model, real) => ({
          expected: model.remove(who, at, 'staff'),
          actual: await real.remove(who, at),
        }),
      ),
  ),
  fc.tuple(user, index).map(
    ([who, at]) =>
      new Command(
        `staff accept ${who} in ${at}`,
        (model) => hasMode(model, at, 'public', 'manual') && isIn(model, who, at),
        async (model, real) => ({ expected: model.accept(who, at), actual: await real.accept(who, at) }),
      ),
  ),
  fc
    .tuple(user, index, index)
    .filter(([, from, to]) => from !== to)
    .map(
      ([who, from, to]) =>
        new Command(
          `staff move ${who} from ${from} to ${to}`,
          (model) =>
            [from, to].every((at) => hasMode(model, at, 'public', 'manual')) && isIn(model, who, from),
          async (model, real) => ({
            expected: model.move(who, from, to),
            actual: await real.move(who, from, to),
          }),
        ),
    ),
];

/** Where somebody has a place in the group that they may change for one in `at`; -1 for nowhere. */
const hasInstead = (model: SeatingWorld, who: string, at: number) =>
  model.places.findIndex(
    (_, other) => other !== at && other < grouped && model.rowOf(who, other)?.status === 'enrolled',
  );
const first = (model: SeatingWorld, at: number, status: EnrolmentStatus) =>
  model.lineOf(at).find((row) => row.status === status)?.learner.id ?? 'nobody';
/** The séance that somebody who waits in `at` would give up; -1 for none. */
const wished = (model: SeatingWorld, at: number) =>
  model.indexOf(model.lineOf(at).find(({ insteadOf }) => insteadOf !== null)?.insteadOf ?? null);
const firstDeleted = (model: SeatingWorld) => model.places.findIndex(({ isDeleted }) => isDeleted);

/** What makes a wish, and what makes it come true: chance alone seldom names the place that somebody has. */
const changes = [
  fc.tuple(user, fc.nat(grouped - 1)).map(
    ([who, at]) =>
      new Command(
        `${who} changes to ${at}`,
        (model) => hasMode(model, at, 'public') && hasInstead(model, who, at) >= 0,
        async (model, real) => {
          const instead = hasInstead(model, who, at);
          return { expected: model.enrol(who, at, instead), actual: await real.enrol(who, at, instead) };
        },
      ),
  ),
  fc.nat(grouped - 1).map(
    (at) =>
      new Command(
        `staff remove the first of ${at}`,
        (model) => hasMode(model, at, 'public', 'manual') && first(model, at, 'enrolled') !== 'nobody',
        async (model, real) => {
          const who = first(model, at, 'enrolled');
          return { expected: model.remove(who, at, 'staff'), actual: await real.remove(who, at) };
        },
      ),
  ),
  fc.nat(grouped - 1).map(
    (at) =>
      new Command(
        `staff accept the first who waits in ${at}`,
        (model) => hasMode(model, at, 'public', 'manual') && first(model, at, 'waiting') !== 'nobody',
        async (model, real) => {
          const who = first(model, at, 'waiting');
          return { expected: model.accept(who, at), actual: await real.accept(who, at) };
        },
      ),
  ),
  fc.nat(grouped - 1).map(
    (at) =>
      new Command(
        `what somebody would give up for ${at} begins`,
        (model) => isThere(model, wished(model, at)),
        async (model, real) => {
          const begun = wished(model, at);
          return {
            expected: model.changeStart(begun, model.now),
            actual: await real.changeStart(begun, model.now),
          };
        },
      ),
  ),
  fc.constant(
    new Command(
      'the first that is deleted is restored',
      (model) => firstDeleted(model) >= 0,
      async (model, real) => {
        const at = firstDeleted(model);
        return { expected: model.restore(at), actual: await real.restore(at) };
      },
    ),
  ),
];

const rules = [
  fc.tuple(index, capacity).map(
    ([at, most]) =>
      new Command(
        `the capacity of ${at} becomes ${most}`,
        (model) => isThere(model, at),
        async (model, real) => ({
          expected: model.resize(at, most),
          actual: await real.edit(at, { capacity: most }),
        }),
      ),
  ),
  fc.tuple(index, fc.constantFrom('public' as const, 'manual' as const, 'automatic' as const)).map(
    ([at, mode]) =>
      new Command(
        `${at} becomes ${mode}`,
        (model) => isThere(model, at) && (at === grouped || mode !== 'automatic'),
        async (model, real) => ({
          expected: model.changeMode(at, mode),
          actual: await real.edit(at, { enrolmentMode: mode }),
        }),
      ),
  ),
  fc.tuple(index, fc.constantFrom(-2 * hour, hour, 5 * hour)).map(
    ([at, later]) =>
      new Command(
        `${at} is moved to ${later} minutes from now`,
        (model) => isThere(model, at),
        async (model, real) => ({
          expected: model.changeStart(at, model.now + later),
          actual: await real.changeStart(at, model.now + later),
        }),
      ),
  ),
  fc.integer({ min: 1, max: 3 }).map(
    (limit) =>
      new Command(
        `the limit of the group becomes ${limit}`,
        () => true,
        async (model, real) => ({
          expected: model.changeLimit(limit),
          actual: await real.changeLimit(limit),
        }),
      ),
  ),
  index.map(
    (at) =>
      new Command(
        `${at} is deleted`,
        (model) => isThere(model, at),
        async (model, real) => ({ expected: model.delete(at), actual: await real.delete(at) }),
      ),
  ),
  fc
    .record({
      promotion: fc.constantFrom('automatic' as const, 'automatic' as const, 'staff' as const),
      enrolmentEnabled: fc.constantFrom(true, true, false),
      closingDelayMinutes: fc.constantFrom(0, 2 * hour),
    })
    .map(
      (settings) =>
        new Command(
          `the settings become ${JSON.stringify(settings)}`,
          () => true,
          async (model, real) => ({
            expected: model.changeSettings(settings),
            actual: await real.changeSettings(settings),
          }),
        ),
    ),
];

const time = fc.constantFrom(hour / 2, hour).map(
  (minutes) =>
    new Command(
      `${minutes} minutes pass`,
      () => true,
      (model, real) => {
        model.pass(minutes);
        real.pass(minutes);
        return Promise.resolve({ expected: undefined, actual: undefined });
      },
    ),
);

/** Places are asked for, freed and moved more often than the rules change. */
const commandsInAnyOrder = fc.commands(
  [...places, ...places, ...changes, ...changes, ...changes, ...rules, time, time],
  { maxCommands: 60, size: 'max' },
);

onSqlite('Enrolment, whatever is done in whatever order', (database) => {
  it('comes to what the rules say: places, queues, limits and answers', async () => {
    const real = new PlacesUnderTest(database, learners.length);
    const check = fc.asyncProperty(commandsInAnyOrder, async (sequence) => {
      const model = new SeatingWorld(startingSeances(), learners);
      await fc.asyncModelRun(async () => {
        await real.begin(startingSeances());
        for (const [who, at, instead] of wishes) {
          expect(await real.enrol(who, at, instead)).to.equal(model.enrol(who, at, instead));
        }
        return { model, real };
      }, sequence);
      expect(await real.bookErrors(model.queuesMove)).to.deep.equal([]);
    });
    await fc.assert(check, { numRuns: runs });
  }).timeout(120_000);
});

/** Some have a place already, and two wait to change it: what chance seldom brings together. */
const wishes = [
  ['learner1', 0, null],
  ['learner2', 1, null],
  ['learner3', 1, null],
  ['learner4', 2, null],
  ['learner1', 1, 0],
  ['learner4', 1, 2],
] as const;

function startingSeances(): readonly BeginningSeance[] {
  return [1, 2, 1, 1].map((places, at) => ({
    isInGroup: at < grouped,
    mode: 'public',
    start: (3 + 2 * at) * hour,
    capacity: places,
  }));
}
