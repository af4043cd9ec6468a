import { expect } from 'chai';
import fc from 'fast-check';
import type { EnrolmentMode } from '../../src/domain/seance/seance.js';
import { onSqlite } from '../support/databases.js';
import { type ModelSeance, PlacesModel } from './places-model.js';
import { PlacesUnderTest } from './places-under-test.js';

const learners = ['learner1', 'learner2', 'learner3', 'learner4'];
/** Three séances of a group, and one that is in none. */
const grouped = 3;
const hour = 60;
const runs = Number(process.env['MODEL_RUNS'] ?? 40);

type Run<T> = (model: PlacesModel, real: PlacesUnderTest) => Promise<{ expected: T; actual: T }>;

/** A command that may be given when `check` says so, and that comes to the same in the model and in the plugin. */
class Command implements fc.AsyncCommand<PlacesModel, PlacesUnderTest> {
  constructor(
    private readonly title: string,
    readonly check: (model: PlacesModel) => boolean,
    private readonly does: Run<unknown>,
  ) {}

  async run(model: PlacesModel, real: PlacesUnderTest): Promise<void> {
    const { expected, actual } = await this.does(model, real);
    expect(actual, this.title).to.deep.equal(expected);
    const lines = model.seances.map(({ line }) => line.map(({ user, isIn }) => [user, isIn]));
    expect(await real.lines(), `the places after: ${this.title}`).to.deep.equal(lines);
  }

  toString(): string {
    return this.title;
  }
}

const user = fc.constantFrom(...learners);
const index = fc.nat(grouped);
const capacity = fc.constantFrom(null, 1, 2, 3);

const isThere = (model: PlacesModel, at: number) => model.seances[at]?.isDeleted === false;
const hasMode = (model: PlacesModel, at: number, ...modes: readonly EnrolmentMode[]) =>
  isThere(model, at) && modes.includes((model.seances[at] as ModelSeance).mode);
const isIn = (model: PlacesModel, who: string, at: number) => model.turnOf(who, at) !== undefined;

const places = [
  fc.tuple(user, index, fc.option(index)).map(
    ([who, at, instead]) =>
      new Command(
        `${who} enrols in ${at} instead of ${instead}`,
        (model) => hasMode(model, at, 'public') && model.isEnabled,
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
        (model) => hasMode(model, at, 'public', 'manual') && model.isEnabled,
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
        (model) => hasMode(model, at, 'public', 'manual') && isIn(model, who, at) && model.isEnabled,
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
            [from, to].every((at) => hasMode(model, at, 'public', 'manual')) &&
            isIn(model, who, from) &&
            model.isEnabled,
          async (model, real) => ({
            expected: model.move(who, from, to),
            actual: await real.move(who, from, to),
          }),
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
  index.map(
    (at) =>
      new Command(
        `${at} is restored`,
        (model) => !isThere(model, at),
        async (model, real) => ({ expected: model.restore(at), actual: await real.restore(at) }),
      ),
  ),
  fc
    .record({
      promotion: fc.constantFrom('automatic' as const, 'staff' as const),
      enrolmentEnabled: fc.boolean(),
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
        model.now += minutes;
        real.pass(minutes);
        return Promise.resolve({ expected: undefined, actual: undefined });
      },
    ),
);

/** Places are asked for, freed and moved more often than the rules change. */
const commandsInAnyOrder = fc.commands([...places, ...places, ...places, ...rules, time], {
  maxCommands: 60,
  size: 'max',
});

onSqlite('Enrolment, whatever is done in whatever order', (database) => {
  it('comes to what the model says: places, queues, limits and answers', async () => {
    const real = new PlacesUnderTest(database, learners.length);
    const check = fc.asyncProperty(commandsInAnyOrder, async (sequence) => {
      const model = new PlacesModel(startingSeances(), learners);
      await fc.asyncModelRun(async () => {
        await real.begin(model.seances);
        return { model, real };
      }, sequence);
      expect(await real.bookErrors(model.queuesMove)).to.deep.equal([]);
    });
    await fc.assert(check, { numRuns: runs });
  }).timeout(120_000);
});

function startingSeances(): ModelSeance[] {
  return [1, 2, 1, 1].map((places, at) => ({
    isInGroup: at < grouped,
    mode: 'public',
    start: (3 + 2 * at) * hour,
    capacity: places,
    isDeleted: false,
    line: [],
  }));
}
