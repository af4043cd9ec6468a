import type { Logger } from '../index.js';
import { rosterScope } from './claims.js';
import type { Registration, Registrations } from './registrations.js';
import type { RosterNews } from './roster-news.js';
import { firstPageOf, readPage, type RosterMember } from './roster-page.js';
import { type RosterStore, Superseded, type Walk } from './roster-store.js';
import { ServiceFault, type ServiceProblem, type ServiceTokens } from './service-token.js';
import type { LtiStore } from './store.js';

/** What a roster is made of. */
export interface RosterParts {
  readonly store: LtiStore;
  readonly rosters: RosterStore;
  readonly registrations: Registrations;
  readonly tokens: ServiceTokens;
  readonly news: RosterNews;
  readonly logger: Logger;
}

/**
 * How a refresh ended: the roster was read as a whole; somebody else reads it, or there is none; somebody else has begun
 * again, or this process is about to end; or what is wrong.
 */
export type RosterOutcome = 'whole' | 'not-begun' | 'superseded' | 'stopped' | ServiceProblem;

const accept = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

/** This process is about to end. */
class Stopped extends Error {}

/** More than any course has, so that what has no end is ended. */
const most = { pages: 1_000, members: 100_000 };
/** How many members are written together. */
const batchSize = 1_000;
/** How old a roster may be when staff open a course, in seconds. */
const oldForStaff = 600;

/** The people of courses as their platforms list them (Names and Role Provisioning Services 2.0), copied into our tables. */
export class Roster {
  private readonly underWay = new Set<Promise<unknown>>();
  private isStopping = false;

  constructor(private readonly parts: RosterParts) {}

  /**
   * Reads the roster of a course, unless another process does, and tells the plugin what follows.
   *
   * @param olderThan when given, only a roster that was not read as a whole for so many seconds.
   */
  async refresh(courseId: string, olderThan?: number): Promise<RosterOutcome> {
    const walk = await this.parts.rosters.claim(courseId, olderThan);
    if (!walk) return 'not-begun';
    const outcome = await this.outcomeOf(walk);
    if (outcome !== 'superseded') await this.parts.news.tellAll();
    return outcome;
  }

  /** Reads a roster in the background when it is older than ten minutes: staff have opened the course. */
  refreshIfOld(courseId: string): void {
    const work = this.refresh(courseId, oldForStaff)
      .catch((error: unknown) => {
        this.parts.logger.error({ course: courseId, error: String(error) }, 'a roster was not read');
      })
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /**
   * Takes those off who are missing from a roster that shrank too much to be believed without a word of staff. The plugin is
   * told by the worker, soon.
   *
   * @returns how many they were
   */
  async confirmLeavers(courseId: string): Promise<number> {
    return this.parts.rosters.confirmLeavers(courseId);
  }

  /** Ends what is under way behind the page that it is at. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.settled();
  }

  /** Resolves when nothing is in the background. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async outcomeOf(walk: Walk): Promise<RosterOutcome> {
    const { rosters, logger } = this.parts;
    try {
      await this.walkThrough(walk);
      return 'whole';
    } catch (error) {
      if (error instanceof Superseded) return 'superseded';
      if (!(error instanceof Stopped || error instanceof ServiceFault)) throw error;
      const problem = error instanceof ServiceFault ? error.problem : null;
      if (problem !== null)
        logger.warn(
          { course: walk.course.id, problem, reason: error.message },
          'a roster was not read as a whole',
        );
      await rosters.giveUp(walk, problem);
      return problem ?? 'stopped';
    }
  }

  /** @throws ServiceFault, Stopped, Superseded */
  private async walkThrough(walk: Walk): Promise<void> {
    const { rosters } = this.parts;
    const gone = new Set<string>();
    let batch = new Map<string, RosterMember>();
    const keepBatch = async (): Promise<void> => {
      await rosters.keep(walk, [...batch.values()]);
      batch = new Map();
    };
    try {
      for await (const member of this.members(walk)) {
        if (member.isGone) gone.add(member.sub);
        else batch.set(member.sub, member);
        if (batch.size === batchSize) await keepBatch();
      }
    } finally {
      // Whoever was read of is there, however the walk ends.
      if (batch.size > 0) await keepBatch();
    }
    await rosters.finish(walk, [...gone]);
  }

  /** Whoever is in a roster, page by page. */
  private async *members({ course, until }: Walk): AsyncGenerator<RosterMember> {
    const registration = await this.registrationOf(course.platform_id);
    const asked = new Set<string>();
    let count = 0;
    for (let url: string | null = firstPageOf(course.memberships_url); url !== null;) {
      if (this.isStopping) throw new Stopped();
      asked.add(url);
      const answer = await this.parts.tokens.ask(registration, rosterScope, url, { headers: { accept } });
      const { members, next } = readPage(answer, url);
      count += members.length;
      const isTooLong = asked.size === most.pages && next !== null;
      if (isTooLong || count > most.members || this.parts.store.now() > until || asked.has(next ?? ''))
        throw new ServiceFault('endless', `a roster goes on behind ${asked.size} pages and ${count} members`);
      yield* members;
      url = next;
    }
  }

  private async registrationOf(platformId: string): Promise<Registration> {
    const registration = await this.parts.registrations.ofTenant(platformId);
    if (!registration) throw new ServiceFault('token-refused', 'the platform is not registered any more');
    return registration;
  }
}
