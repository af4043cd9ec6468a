import type { Context } from 'hono';
import type { AboutCourses } from './about-course.js';
import { aboutCourse, aboutPlatform, filledIn, type Reader } from './about-pages.js';
import type { AboutPlatforms } from './about-platform.js';
import { fieldsOf, languageOf, refused, securityHeaders } from './answers.js';
import { type Html, textIn } from './pages.js';
import type { Registrations } from './registrations.js';
import type { Roster } from './roster.js';
import type { Session, Sessions } from './sessions.js';

/** What the parts of pages are made of that staff and administrators read. */
export interface AboutParts {
  readonly aboutCourses: AboutCourses;
  readonly aboutPlatforms: AboutPlatforms;
  readonly registrations: Registrations;
  readonly roster: Roster;
  readonly sessions: Sessions;
  /** Where browsers find this tool: an origin, and the path below it, without a slash at its end. */
  readonly publicUrl: string;
}

type Fields = Readonly<Record<string, string | undefined>>;

/** The part of a course's page that its staff read, after what they have done there. */
export async function courseAbout(parts: AboutParts, c: Context): Promise<Response> {
  const session = await parts.sessions.of(c.req.header('authorization') ?? null);
  if (!session) return refused(c, 401, 'unauthenticated');
  const courseId = c.req.param('space') ?? '';
  const isHere = session.spaceId === courseId;
  if (!isHere || !(await parts.aboutCourses.isStaff(courseId, session.memberId)))
    return refused(c, 403, 'forbidden');
  const fields = await fieldsOf(c);
  const reader = readerOf(c, session);
  const { said, isRefused } =
    c.req.method === 'POST' ? await actInCourse(parts, courseId, fields, reader) : silent;
  if (isRefused) return c.text(said, 400, securityHeaders);
  const about = await parts.aboutCourses.read(courseId, pageIn(fields));
  return about ? part(c, aboutCourse(reader, about, said)) : refused(c, 404, 'not-found');
}

/** What came of what was done, in words. What was typed stays on the page when it is refused. */
interface Outcome {
  readonly said: string;
  readonly isRefused: boolean;
}

const silent: Outcome = { said: '', isRefused: false };

async function actInCourse(
  parts: AboutParts,
  courseId: string,
  { act, startsOn = '', endsOn = '', member = '', firstName = '', lastName = '' }: Fields,
  { language }: Reader,
): Promise<Outcome> {
  if (act === 'leavers') {
    const count = await parts.roster.confirmLeavers(courseId);
    return { said: filledIn(language, 'about.leavers.done', { count }), isRefused: false };
  }
  if (act !== 'period' && act !== 'name') return silent;
  const refusal =
    act === 'period'
      ? await parts.aboutCourses.setPeriod(courseId, { startsOn, endsOn })
      : await parts.aboutCourses.setName(courseId, member, { firstName, lastName });
  return {
    said: textIn(language, refusal ? `about.${refusal}` : 'about.saved'),
    isRefused: refusal !== undefined,
  };
}

/** The part of the administration's page that is about this tool and not about séances. */
export async function platformAbout(parts: AboutParts, c: Context): Promise<Response> {
  const session = await parts.sessions.of(c.req.header('authorization') ?? null);
  if (!session) return refused(c, 401, 'unauthenticated');
  const platformId = c.req.param('platform') ?? '';
  if (!(await parts.aboutPlatforms.isAdministrator(platformId, session.memberId)))
    return refused(c, 403, 'forbidden');
  const { act } = await fieldsOf(c);
  const isInviting = c.req.method === 'POST' && act === 'invite';
  const invitation = isInviting
    ? `${parts.publicUrl}/lti/register?invitation=${await parts.registrations.invite()}`
    : undefined;
  const reader = readerOf(c, session);
  const said = isInviting ? textIn(reader.language, 'platform.invited') : '';
  return part(c, aboutPlatform(reader, await parts.aboutPlatforms.unused(platformId), invitation, said));
}

function readerOf(c: Context, { timeZone }: Session): Reader {
  return { language: languageOf(c), timeZone };
}

/** Pages that there are not are empty: somebody was named on the last one, say. */
function pageIn({ page = '' }: Fields): number {
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

async function part(c: Context, content: Html): Promise<Response> {
  return c.html(String(await content), 200, securityHeaders);
}
