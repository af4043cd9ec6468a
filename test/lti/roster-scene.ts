import { ltiMigrations, migrateToLatest } from '../../src/adapters/knex/migrate.js';
import type { OpenDatabase } from '../../src/adapters/knex/dialect.js';
import type { AnswerLimits } from '../../src/adapters/webhook/judged-fetch.js';
import type { HostEvent } from '../../src/index.js';
import type { Launch } from '../../src/lti/claims.js';
import { Keys } from '../../src/lti/keys.js';
import { ltiDirectory } from '../../src/lti/lti-ports.js';
import { keepLaunch } from '../../src/lti/people.js';
import { Registrations } from '../../src/lti/registrations.js';
import { standingOf } from '../../src/lti/roles.js';
import { rosterParts } from '../../src/lti/roster-parts.js';
import { LtiStore } from '../../src/lti/store.js';
import { FixedClock } from '../../src/testing/fixed-clock.js';
import { RecordingLogger } from '../../src/testing/recording-logger.js';
import type { TestDatabase } from '../support/databases.js';
import { NrpsPeer } from './nrps-peer.js';
import type { CourseRow, MemberRow, MembershipRow } from '../../src/lti/tables.js';

export const learnerRole = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner';
export const staffRole = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor';

/** One process of an LTI host, as far as rosters go. */
export interface RosterProcess extends ReturnType<typeof rosterParts> {
  readonly store: LtiStore;
  readonly told: HostEvent[];
}

/** A platform that lists people, and a tool that knows it. */
export class RosterScene {
  peer = new NrpsPeer();
  readonly clock = new FixedClock('2026-11-30T08:00:00Z');
  readonly logger = new RecordingLogger();
  /** Called before the plugin hears of something: what it throws is a plugin that fails. */
  beforeTelling: (event: HostEvent) => Promise<void> = () => Promise.resolve();
  private first: RosterProcess | undefined;
  private registrationId = '';

  constructor(
    private readonly database: TestDatabase,
    private readonly limits?: AnswerLimits,
  ) {}

  async begin(): Promise<void> {
    this.peer = new NrpsPeer();
    await this.peer.start();
    this.beforeTelling = () => Promise.resolve();
    await migrateToLatest(this.database.knex, ltiMigrations);
    for (const name of ['registration', 'platform', 'space', 'member', 'membership', 'news'])
      await this.database.knex(`seance_lti_${name}`).delete();
    this.first = this.process(this.database.open);
    const registrations = new Registrations(this.store);
    const { origin } = this.peer;
    const registration = await registrations.add({
      ...{ issuer: 'https://lms.example', clientId: 'client-1', name: 'LMS', tokenAudience: null },
      ...{ authUrl: `${origin}/auth`, tokenUrl: `${origin}/token`, keysUrl: `${origin}/keys` },
    });
    this.registrationId = registration?.id ?? '';
  }

  async end(): Promise<void> {
    await this.first?.worker.stop();
    await this.peer.stop();
  }

  process(database: OpenDatabase): RosterProcess {
    const store = new LtiStore(database, this.clock);
    const told: HostEvent[] = [];
    const parts = rosterParts({
      ...{ store, registrations: new Registrations(store), keys: new Keys(store, undefined) },
      ...{ logger: this.logger, judgement: { allowHttp: true, allowPrivate: false } },
      tell: async (event) => {
        await this.beforeTelling(event);
        told.push(event);
      },
      ...(this.limits && { limits: this.limits }),
      every: 1,
    });
    return { ...parts, store, told };
  }

  get running(): RosterProcess {
    if (!this.first) throw new Error('The scene has not begun.');
    return this.first;
  }

  get store(): LtiStore {
    return this.running.store;
  }

  /** Launches somebody into a course, which has a roster. @returns the ids of both */
  async launch(sub: string, role = learnerRole, more: Partial<Launch> = {}) {
    const launch: Launch = {
      ...{ deploymentId: 'deployment-1', messageType: 'LtiResourceLinkRequest', roles: [role] },
      user: {
        ...{ sub, name: `Ada ${sub}`, firstName: 'Ada', lastName: sub, email: '' },
        ...{ locale: null, timeZone: null },
      },
      context: { id: 'course-1', title: 'Course', startsAt: null, endsAt: null },
      ...{
        custom: {},
        membershipsUrl: `${this.peer.origin}/members`,
        lineItemsUrl: null,
        family: null,
        returnOrigin: null,
        deepLinking: null,
      },
      ...more,
    };
    const until = this.store.after(900);
    const tenant = await new Registrations(this.store).tenantOf(this.registrationId, launch.deploymentId, []);
    const kept = await keepLaunch(this.store, tenant.id, launch, standingOf([role]), until);
    return { memberId: kept.member?.id ?? '', courseId: kept.course?.id ?? '' };
  }

  /** A course that staff have opened an hour ago. */
  async course(): Promise<string> {
    const { courseId } = await this.launch('teacher', staffRole);
    this.clock.advance(3_600);
    return courseId;
  }

  /** A whole walk, half an hour after what was before. */
  async walk(courseId: string) {
    this.clock.advance(1_800);
    return this.running.roster.refresh(courseId);
  }

  async courseRow(id: string): Promise<CourseRow | undefined> {
    return this.store.knex<CourseRow>('seance_lti_space').where({ id }).first();
  }

  async member(subject: string): Promise<MemberRow | undefined> {
    return this.store.knex<MemberRow>('seance_lti_member').where({ subject }).first();
  }

  async membership(subject: string): Promise<MembershipRow | undefined> {
    const member = await this.member(subject);
    return this.store
      .knex<MembershipRow>('seance_lti_membership')
      .where({ member_id: member?.id ?? '' })
      .first();
  }

  async isIn(subject: string): Promise<boolean> {
    return Boolean((await this.membership(subject))?.is_active);
  }

  /** Names of the learners of a course, as the plugin is told them. */
  async learnerNames(courseId: string): Promise<readonly string[]> {
    const { items } = await ltiDirectory(this.store).learners(courseId, { page: 1, size: 1_000 });
    return items.map(({ name }) => name);
  }
}
