import type { Logger, PersonAttendance, PluginEvent } from '../index.js';
import { lineItemScope, scoreScope } from './claims.js';
import type { DueGrade, GradedCourse, GradeStore } from './grade-store.js';
import type { Registration, Registrations } from './registrations.js';
import { nextOf } from './roster-page.js';
import { objectOf, ServiceFault, type ServiceTokens } from './service-token.js';
import type { LtiStore } from './store.js';

/** What grades are made of. */
export interface GradeParts {
  readonly store: LtiStore;
  readonly grades: GradeStore;
  readonly registrations: Registrations;
  readonly tokens: ServiceTokens;
  readonly logger: Logger;
  /** The plugin's. */
  readonly attendance: (sessionId: string) => Promise<readonly PersonAttendance[]>;
}

const scopes = `${lineItemScope} ${scoreScope}`;
/** Media types of Assignment and Grade Services 2.0, 3.2 and 3.4. */
const lineItems = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const lineItem = 'application/vnd.ims.lis.v2.lineitem+json';
const score = 'application/vnd.ims.lis.v1.score+json';
/** By which our column is known among those of the course; platforms may know no filter, and give all. */
const tag = 'seances-attendance';
const label = 'Présence';
const scoreMaximum = 100;
/** More pages of columns than any course has. */
const mostPages = 50;

/** What changes shares: a half-day is closed, or corrected, or its séance comes or goes. */
const telling: ReadonlySet<string> = new Set([
  'attendance.closed',
  'attendance.corrected',
  'seance.deleted',
  'seance.restored',
]);

/**
 * Tells platforms at which share of the half-days people were, as a grade of 100 (Assignment and Grade Services 2.0). Each
 * is told of what has changed since it was told last, at least once.
 */
export class Grades {
  constructor(private readonly parts: GradeParts) {}

  /** Hears of the plugin what changes shares. They are sent by the worker. */
  async hear({ type, sessionId }: PluginEvent): Promise<void> {
    if (telling.has(type)) await this.parts.grades.want(sessionId);
  }

  /** Sends all that is to be sent now, course by course. */
  async run(): Promise<void> {
    const { grades, logger } = this.parts;
    for (let course = await grades.claim(); course !== undefined; course = await grades.claim())
      try {
        await this.send(course);
        await grades.finish(course);
      } catch (error) {
        if (!(error instanceof ServiceFault)) throw error;
        const { problem, message: reason } = error;
        logger.warn({ course: course.id, problem, reason }, 'grades were not sent');
        await grades.giveUp(course, problem);
      }
  }

  /** @throws ServiceFault */
  private async send(course: GradedCourse): Promise<void> {
    const { grades, attendance } = this.parts;
    const people = await attendance(course.id);
    if (people.length === 0 && course.line_item_url === null) return;
    const registration = await this.registrationOf(course.platform_id);
    const column = await this.column(registration, course);
    await grades.keepColumn(course, column);
    let fault: ServiceFault | undefined;
    for (const due of await grades.due(course.id, people))
      try {
        await this.sendOne(registration, column, due);
        await grades.sent(course.id, due);
      } catch (error) {
        // What is wrong with one person keeps nobody else from theirs.
        if (!(error instanceof ServiceFault && error.problem === 'failed')) throw error;
        fault = error;
      }
    if (fault) throw fault;
  }

  private async sendOne(registration: Registration, column: string, due: DueGrade): Promise<void> {
    const { subject, attended, halfDays } = due;
    const url = new URL(column);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/scores`;
    await this.post(registration, url.href, score, {
      userId: subject,
      scoreGiven: Math.round((attended / halfDays) * scoreMaximum * 100) / 100,
      scoreMaximum,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      timestamp: this.parts.store.now(),
    });
  }

  /** The address of our column, which is made where there is none. */
  private async column(registration: Registration, { line_items_url: url }: GradedCourse): Promise<string> {
    const found = await this.foundColumn(registration, url);
    if (found !== undefined) return found;
    const made = await this.post(registration, url, lineItem, { label, tag, resourceId: tag, scoreMaximum });
    const { id } = objectOf(made.text);
    return addressOf(id);
  }

  private async foundColumn(registration: Registration, url: string): Promise<string | undefined> {
    const first = new URL(url);
    first.searchParams.set('tag', tag);
    let page: string | null = first.href;
    for (let pages = 0; page !== null && pages < mostPages; pages += 1) {
      const headers = { accept: lineItems };
      const answer = await this.parts.tokens.ask(registration, scopes, page, { headers });
      const ours = columnsIn(answer.text).find((one) => one['tag'] === tag);
      if (ours) return addressOf(ours['id']);
      page = nextOf(answer.headers, page);
    }
    return undefined;
  }

  private post(registration: Registration, url: string, type: string, body: object) {
    const headers = { 'content-type': type, accept: 'application/json, */*' };
    const request = { method: 'POST' as const, headers, body: JSON.stringify(body) };
    return this.parts.tokens.ask(registration, scopes, url, request);
  }

  private async registrationOf(platformId: string): Promise<Registration> {
    const registration = await this.parts.registrations.ofTenant(platformId);
    if (!registration) throw new ServiceFault('token-refused', 'the platform is not registered any more');
    return registration;
  }
}

function columnsIn(text: string): readonly Readonly<Record<string, unknown>>[] {
  const value = parsed(text);
  if (!Array.isArray(value)) throw new ServiceFault('unreadable', 'the columns of grades are no list');
  return value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function addressOf(id: unknown): string {
  if (typeof id !== 'string' || !URL.canParse(id))
    throw new ServiceFault('unreadable', 'a column of grades has no address');
  return id;
}
