import type { Named } from '../../domain/event/seance-event.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Directory } from '../../ports/directory.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import { wholeList } from '../page-walk.js';
import { peopleAmong } from '../people-among.js';

/** Thrown in a transaction that has to know who is in an automatic séance: the host is asked outside of it. */
export class RosterMissing extends Error {
  constructor() {
    super('The host has to be asked first who the learners of the session are.');
    this.name = 'RosterMissing';
  }
}

/** What the host has to be asked of an automatic séance. */
interface Question {
  readonly sessionId: string;
  readonly userIds: readonly string[];
  readonly isWhole: boolean;
}

/**
 * Who is in a séance now: by its enrolments, and in an automatic one the learners of its session, whom the host was asked
 * about before the transaction.
 */
export class AskedPeople {
  private constructor(
    private readonly everybody: readonly Named[] | null,
    private readonly among: ReadonlyMap<string, Named>,
  ) {}

  /** Of which nothing has to be asked: nobody comes by an automatic enrolment. */
  static readonly none = new AskedPeople(null, new Map());

  /** What is known by several questions. */
  static together(asked: readonly AskedPeople[]): AskedPeople {
    const everybody = asked.find((one) => one.everybody !== null)?.everybody ?? null;
    return new AskedPeople(everybody, new Map(asked.flatMap(({ among }) => [...among])));
  }

  static async ask(directory: Directory, { sessionId, userIds, isWhole }: Question): Promise<AskedPeople> {
    if (isWhole) {
      const { items } = await wholeList((page) => directory.learners(sessionId, page));
      const everybody = items.map(named);
      return new AskedPeople(everybody, new Map(everybody.map((one) => [one.id, one])));
    }
    const found = await peopleAmong((ids) => directory.learnersAmong(sessionId, ids), userIds);
    return new AskedPeople(null, new Map(found.map((one) => [one.id, named(one)])));
  }

  /** Those of some people who are in. */
  async inNow(
    { enrolments }: Repositories,
    seance: Seance,
    userIds: readonly string[],
  ): Promise<readonly Named[]> {
    if (seance.enrolmentMode === 'automatic')
      return userIds.flatMap((id) => {
        const known = this.among.get(id);
        return known ? [known] : [];
      });
    const found = await enrolments.find(userIds.map((userId) => ({ seanceId: seance.id, userId })));
    return found.filter(({ status }) => status === 'enrolled').map(({ learner }) => named(learner));
  }

  /** Everybody who is in, by name. @throws RosterMissing */
  async everybodyIn({ enrolments }: Repositories, seance: Seance): Promise<readonly Named[]> {
    if (seance.enrolmentMode === 'automatic') {
      if (!this.everybody) throw new RosterMissing();
      return this.everybody;
    }
    const search = { spaceId: seance.spaceId, seanceId: seance.id, status: 'enrolled' as const };
    const { items } = await wholeList((page) => enrolments.search({ ...search, ...page }));
    return items.map(({ enrolment }) => named(enrolment.learner));
  }
}

function named({ id, name }: Named): Named {
  return { id, name };
}
