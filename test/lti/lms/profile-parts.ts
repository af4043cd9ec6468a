import type { Claims } from './claims.js';
import type { Member, CourseRole } from './course.js';
import type { Paging, Privacy } from './profile.js';

const lis = 'http://purl.imsglobal.org/vocab/lis/v2';

/** LTI Core 1.3, appendix A.2: roles as URIs, of the context, the institution and the system. */
const uris: Readonly<Record<CourseRole, string>> = {
  instructor: `${lis}/membership#Instructor`,
  assistant: `${lis}/membership/Instructor#TeachingAssistant`,
  developer: `${lis}/membership#ContentDeveloper`,
  learner: `${lis}/membership#Learner`,
  observer: `${lis}/membership#Observer`,
  mentor: `${lis}/membership#Mentor`,
  administrator: `${lis}/institution/person#Administrator`,
};

export const roleUri = (role: CourseRole): string => uris[role];

/** The short name of a role of the context, which LTI Core 1.3, appendix A.2.3, allows in the place of its URI. */
export const shortRole = (role: CourseRole): string => uris[role].replace(/^.*#/, '');

export const systemAdministrator = `${lis}/system/person#Administrator`;

/** What a privacy lets through, by the names of OpenID Connect Core 1.0, section 5.1. */
export function personClaims(member: Member, privacy: Privacy): Claims {
  const names = {
    name: `${member.given} ${member.family}`,
    given_name: member.given,
    family_name: member.family,
  };
  return {
    ...(privacy === 'everything' || privacy === 'names' ? names : {}),
    ...(privacy === 'everything' || privacy === 'emails' ? { email: member.email } : {}),
  };
}

/** Pages that are counted by members, in two parameters of the query. */
export function pagesByOffset(
  fromName: string,
  write: (from: number, size: number) => string,
  pageSize: number | undefined,
): Paging {
  return {
    size: (limit) => (pageSize === undefined ? limit : Math.min(limit ?? pageSize, pageSize)),
    query: write,
    from: (query) => Number(query.get(fromName) ?? 0),
    others: [],
  };
}
