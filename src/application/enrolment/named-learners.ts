import type { Learner } from '../../domain/enrolment/enrolment.js';
import { Refusal } from '../../domain/refusal.js';
import type { Directory } from '../../ports/directory.js';
import { wholeList } from '../page-walk.js';
import { peopleAmong } from '../people-among.js';

/** Whom staff enrol. */
export interface EnrolmentRequest {
  readonly userIds?: readonly string[];
  /** Groups of the host: everybody in them who is a learner of the session. */
  readonly groupIds?: readonly string[];
}

/** Who was named, each once and in that order, and those of them who are learners of the session, by id. */
export interface Named {
  readonly wanted: readonly string[];
  readonly learners: ReadonlyMap<string, Learner>;
}

/** Finds the learners of a session that a request names, by their ids or by groups of the host. */
export class NamedLearners {
  constructor(private readonly directory: Directory) {}

  /** @throws Refusal `validation` with `not-proposed` at each group that has no learner of the session. */
  async of(sessionId: string, { userIds = [], groupIds = [] }: EnrolmentRequest): Promise<Named> {
    const [named, grouped] = await Promise.all([
      peopleAmong((ids) => this.directory.learnersAmong(sessionId, ids), userIds),
      this.members(sessionId, groupIds),
    ]);
    const learners = new Map([...named, ...grouped].map((learner) => [learner.id, learner]));
    return { wanted: [...new Set([...userIds, ...grouped.map(({ id }) => id)])], learners };
  }

  private async members(sessionId: string, groupIds: readonly string[]): Promise<readonly Learner[]> {
    const members: Learner[] = [];
    const unknown: number[] = [];
    for (const [index, groupId] of groupIds.entries()) {
      const { items } = await wholeList((page) => this.directory.learners(sessionId, { groupId, ...page }));
      if (items.length === 0) unknown.push(index);
      members.push(...items);
    }
    if (unknown.length > 0) {
      throw new Refusal(
        'validation',
        unknown.map((index) => ({ field: ['groupIds', index], code: 'not-proposed' })),
      );
    }
    return members;
  }
}
