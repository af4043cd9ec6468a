import { knownLanguage } from '../locales/languages.js';
import type { Launch } from './claims.js';
import { LtiFault } from './launches.js';
import { keepLaunch, type Launched } from './people.js';
import type { Registrations } from './registrations.js';
import { type Standing, standingOf } from './roles.js';
import { type Session, type Sessions, tokenLasts } from './sessions.js';
import type { LtiStore } from './store.js';
import type { CourseRow } from './tables.js';

/** A launch that was read, and how its tenant is found: what is kept until its browser has proven itself. */
export interface Arrival {
  readonly launch: Launch;
  readonly registrationId: string;
  readonly frameOrigins: readonly string[];
}

/** Of who does not say, and whose platform does not. */
const unknownZone = 'Etc/UTC';

/** Opens a session for a launch, and says where it goes on. */
export class Openings {
  constructor(
    private readonly registrations: Registrations,
    private readonly sessions: Sessions,
    private readonly store: LtiStore,
    /** What follows when staff open a course. */
    private readonly openedByStaff: (courseId: string) => void,
  ) {}

  /** @returns the path of a page, with the token of the session behind it. @throws LtiFault */
  async open({ launch, registrationId, frameOrigins }: Arrival): Promise<string> {
    const standing = standingOf(launch.roles);
    const { deploymentId, family } = launch;
    const tenant = await this.registrations.tenantOf(registrationId, deploymentId, frameOrigins, family);
    const until = this.store.after(tokenLasts);
    const launched = await keepLaunch(this.store, tenant.id, launch, standing, until);
    const path = pathOf(launch, launched, tenant.id, standing.isAdministrator);
    if (launched.course && standing.enrol) this.openedByStaff(launched.course.id);
    const session = sessionOf(launch, launched, tenant.id, this.store.epochSeconds());
    const fragment = new URLSearchParams({
      session: await this.sessions.token(session),
      ...(session.timeZone === unknownZone && { zone: 'ask' }),
      ...aboutOf(launched.course, standing),
    });
    return `${path}#${fragment.toString()}`;
  }

  /**
   * Lets a session go on, with what it may, and keeps the zone of its browser where the platform told none.
   *
   * @returns another token, or undefined when the session is over
   */
  async renew(authorization: string | null, timeZone: string | undefined): Promise<string | undefined> {
    const session = await this.sessions.renewable(authorization);
    if (!session) return undefined;
    const { memberId, spaceId } = session;
    const isZoneNew = timeZone !== undefined && session.timeZone === unknownZone;
    const until = this.store.after(tokenLasts);
    await this.store.write(async (transaction) => {
      await transaction('seance_lti_membership')
        .where({ space_id: spaceId ?? '', member_id: memberId ?? '' })
        .update({ session_until: until });
      await transaction('seance_lti_member')
        .where({ id: memberId ?? '' })
        .whereNotNull('administers_until')
        .update({ administers_until: until });
      if (isZoneNew)
        await transaction('seance_lti_member')
          .where({ id: memberId ?? '' })
          .update({ time_zone: timeZone });
    });
    return this.sessions.token({ ...session, ...(isZoneNew && { timeZone }) });
  }
}

/**
 * Whether the page shows what staff, or administrators, may know of the platform; at once where they are to do something. What
 * it shows is asked for, and refused to anybody else.
 */
function aboutOf(course: CourseRow | undefined, standing: Standing): { readonly about?: 'closed' | 'open' } {
  if (!standing.enrol && !standing.isAdministrator) return {};
  return { about: standing.enrol && (course?.roster_leavers ?? null) !== null ? 'open' : 'closed' };
}

function pathOf(launch: Launch, launched: Launched, platformId: string, isAdministrator: boolean): string {
  const { custom, deepLinking, user } = launch;
  // What the reader has chosen in their platform, which a browser does not know.
  const language = knownLanguage(user?.locale ?? '');
  const query = new URLSearchParams(language === undefined ? {} : { lang: language });
  const at = (path: string): string => [path, query.toString()].filter(Boolean).join('?');
  const { course } = launched;
  if (course && deepLinking) {
    query.set('space', course.id);
    return at('/lti/deep-link');
  }
  if (course && !(isAdministrator && custom['page'] === 'administration')) {
    const seance = custom['seance'];
    if (seance !== undefined) query.set('seance', seance);
    return at(`/lti/spaces/${course.id}`);
  }
  if (isAdministrator) return at(`/lti/platforms/${platformId}/administration`);
  throw new LtiFault('fault.no-course', 'a launch outside of a course');
}

function sessionOf(
  { user, deploymentId, deepLinking }: Launch,
  { member, course }: Launched,
  platformId: string,
  now: number,
): Session {
  return {
    platformId,
    spaceId: course?.id ?? null,
    memberId: member?.id ?? null,
    name: member?.name ?? 'Anonyme',
    locale: user?.locale ?? member?.locale ?? 'fr',
    timeZone: user?.timeZone ?? member?.time_zone ?? unknownZone,
    launchedAt: now,
    ...(deepLinking && {
      deepLink: { deploymentId, returnUrl: deepLinking.returnUrl, data: deepLinking.data },
    }),
  };
}
