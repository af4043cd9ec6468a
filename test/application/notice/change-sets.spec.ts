import { expect } from 'chai';
import fc from 'fast-check';
import { onDatabase } from '../../support/databases.js';
import { NoticesUnderTest } from './notices-under-test.js';
import { type Seen, ToldModel, type ToldNotice } from './told-model.js';

const learners = ['learner1', 'learner2', 'learner3'];
/** Two of a series, one alone, and one that everybody is in. */
const seances = 4;
const runs = Number(process.env['MODEL_RUNS'] ?? 25);

const workers = ['deriving', 'telling'] as const;
type Worker = (typeof workers)[number];

type Does = (real: NoticesUnderTest, seen: readonly Seen[]) => Promise<void>;

/** What somebody does, whatever becomes of it. */
class Act implements fc.AsyncCommand<ToldModel, NoticesUnderTest> {
  constructor(
    private readonly actor: string,
    private readonly title: string,
    private readonly does: Does,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: ToldModel, real: NoticesUnderTest): Promise<void> {
    const before = await real.seen();
    await this.does(real, before);
    model.happened(this.actor, real.now, before, await real.seen());
  }

  toString(): string {
    return `${this.actor} ${this.title}`;
  }
}

/** Time goes by, and some of those who derive and tell work again at its end. */
class Pause implements fc.AsyncCommand<ToldModel, NoticesUnderTest> {
  constructor(
    private readonly seconds: number,
    private readonly at: readonly Worker[],
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: ToldModel, real: NoticesUnderTest): Promise<void> {
    real.pass(this.seconds);
    await work(this.at, model, real);
  }

  toString(): string {
    return `${this.seconds} s pass, then these are at work: ${this.at.join()}`;
  }
}

async function work(at: readonly Worker[], model: ToldModel, real: NoticesUnderTest): Promise<void> {
  if (at.includes('deriving')) await real.derive();
  if (!at.includes('telling')) return;
  const expected = model.told(await real.derivedUntil(), await real.seen());
  await real.tell();
  expect(inOrder(await real.newlyTold())).to.deep.equal(inOrder(expected));
}

function inOrder(notices: readonly ToldNotice[]): readonly ToldNotice[] {
  const key = ({ kind, userId, seances: theirs }: ToldNotice) => JSON.stringify([kind, userId, theirs]);
  return notices.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

const staff = fc.constantFrom('trainer1', 'trainer1', 'manager');
const learner = fc.constantFrom(...learners);
const index = fc.nat(seances - 1);
const scope = fc.constantFrom('this', 'this', 'all');
const hour = fc.constantFrom(9, 10, 14);
const several = fc.uniqueArray(index, { minLength: 2, maxLength: 3 });

const changes = [
  fc
    .tuple(staff, index, scope, hour)
    .map(
      ([as, at, reach, start]) =>
        new Act(as, `moves ${at} (${reach}) to ${start}:00`, (real, seen) =>
          real.send(as, 'PATCH', at, `?scope=${reach}`, timesOf(seen[at], start)),
        ),
    ),
  fc
    .tuple(staff, index, scope, fc.constantFrom('room-a', 'room-b', null))
    .map(
      ([as, at, reach, locationId]) =>
        new Act(as, `puts ${at} (${reach}) into ${locationId}`, (real) =>
          real.send(as, 'PATCH', at, `?scope=${reach}`, { locationId }),
        ),
    ),
  fc
    .tuple(staff, index, scope, fc.constantFrom('Neige', 'Grève', ''))
    .map(
      ([as, at, reach, reason]) =>
        new Act(as, `cancels ${at} (${reach}): ${reason}`, (real) =>
          real.send(as, 'POST', at, `/cancel?scope=${reach}`, { reason }),
        ),
    ),
  fc
    .tuple(staff, index, scope)
    .map(
      ([as, at, reach]) =>
        new Act(as, `reinstates ${at} (${reach})`, (real) =>
          real.send(as, 'POST', at, `/reinstate?scope=${reach}`, {}),
        ),
    ),
  fc
    .tuple(staff, several, fc.constantFrom('cancel' as const, 'reinstate' as const))
    .map(([as, all, act]) => new Act(as, `${act}s ${all.join()}`, (real) => real.ticked(as, act, all))),
  fc
    .tuple(staff, index, fc.subarray(['trainer1', 'trainer2']))
    .map(
      ([as, at, trainerIds]) =>
        new Act(as, `gives ${at} to ${trainerIds.join()}`, (real) =>
          real.send(as, 'PATCH', at, '', { trainerIds }),
        ),
    ),
  fc
    .tuple(staff, index)
    .map(([as, at]) => new Act(as, `deletes ${at}`, (real) => real.send(as, 'DELETE', at))),
  fc
    .tuple(staff, index)
    .map(([as, at]) => new Act(as, `restores ${at}`, (real) => real.send(as, 'POST', at, '/restore'))),
];

const places = [
  fc
    .tuple(learner, index)
    .map(
      ([who, at]) => new Act(who, `enrols in ${at}`, (real) => real.send(who, 'PUT', at, '/enrolments/me')),
    ),
  fc
    .tuple(learner, index)
    .map(
      ([who, at]) => new Act(who, `leaves ${at}`, (real) => real.send(who, 'DELETE', at, '/enrolments/me')),
    ),
  fc
    .tuple(staff, learner, index)
    .map(
      ([as, who, at]) =>
        new Act(as, `puts ${who} into ${at}`, (real) =>
          real.send(as, 'POST', at, '/enrolments', { userIds: [who] }),
        ),
    ),
  fc
    .tuple(staff, learner, index, fc.option(index))
    .map(
      ([as, who, from, to]) =>
        new Act(as, `takes ${who} from ${from} to ${to}`, (real) => real.place(as, who, from, to)),
    ),
  fc
    .tuple(staff, index, fc.constantFrom(1, 2, null))
    .map(
      ([as, at, capacity]) =>
        new Act(as, `makes ${capacity} places in ${at}`, (real) =>
          real.send(as, 'PATCH', at, '', { capacity }),
        ),
    ),
];

const time = fc
  .tuple(fc.constantFrom(0, 30, 90, 119, 120, 121, 300), fc.subarray([...workers]))
  .map(([seconds, at]) => new Pause(seconds, at));

const story = fc.commands([...changes, ...changes, ...places, ...places, time, time, time, time, time], {
  maxCommands: 40,
  size: 'max',
});

onDatabase('What people are told, whatever is done in whatever order', (database) => {
  it('is what is different for them when it has been quiet, once, and nothing that they did', async () => {
    const real = new NoticesUnderTest(database, learners.length);
    const property = fc.asyncProperty(story, async (acts) => {
      const model = new ToldModel(learners);
      await fc.asyncModelRun(async () => {
        await real.begin();
        return { model, real };
      }, acts);
      real.pass(600);
      await work(workers, model, real);
    });
    await fc.assert(property, { numRuns: runs });
  }).timeout(120_000);
});

function timesOf(seance: Seen | undefined, hour: number): object {
  const day = String(seance?.shown['start']).slice(0, 11);
  const two = (number: number) => String(number).padStart(2, '0');
  return { start: `${day}${two(hour)}:00`, end: `${day}${two(hour + 1)}:00` };
}
