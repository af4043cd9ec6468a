import type { Claims } from './claims.js';
import type { Course, Member, CourseRole } from './course.js';

/** What of a person the administrator of a platform lets through to a tool. */
export type Privacy = 'everything' | 'names' | 'emails' | 'nothing';

/** Where the pages of a roster begin and end, and how their `next` is written. */
export interface Paging {
  /** How many members a page has: undefined for all; `limit` is what the tool asked for. */
  size(limit: number | undefined): number | undefined;
  /** The query of the page that begins with the member at `from`, counted from 0, with `size` members. */
  query(from: number, size: number): string;
  /** The same, read again. */
  from(query: URLSearchParams, size: number): number;
  /** Other relations that are written into the same `Link` header as `next`. */
  readonly others: readonly string[];
}

/** How the roster is given: Names and Role Provisioning Services 2.0, as this platform does it. */
export interface RosterWays {
  readonly paging: Paging | undefined;
  /** Who is left out of it. */
  readonly leavesOut: readonly CourseRole[];
  readonly contentType: string;
  /** Answers nothing to who does not ask for exactly its media type. */
  readonly strictAccept: boolean;
  userId(member: Member): string;
  roles(role: CourseRole): readonly string[];
  /** The answer where nobody is in the course. */
  readonly ofNobody: 'an empty list' | 'an empty body';
}

/** The ways of one kind of platform, where the standards leave a choice, and where it goes its own. */
export interface Profile {
  readonly family: 'moodle' | 'canvas' | 'sakai' | 'openolat' | 'ilias';
  readonly paths: {
    readonly authorization: string;
    /** Where it sends on who asks there. */
    readonly authorizationMovedTo?: string;
    readonly token: string;
    readonly keys: string;
    /** Absent where tools are only registered by hand. */
    readonly openidConfiguration?: string;
    readonly registration?: string;
  };
  /** `iss`, from the origin of the platform. */
  issuer(origin: string): string;
  readonly clientId: string;
  readonly deploymentId: string;
  /** What its `number`th key is called. */
  readonly kid: (number: number) => string;
  /** How the login initiation is sent: both are allowed (LTI Security Framework 1.0, section 5.1.1.1). */
  readonly loginMethod: 'GET' | 'POST';
  /** What is added to the fields of the login initiation. */
  loginExtras(deploymentId: string): Readonly<Record<string, string>>;
  /** The frame that keeps a tool's data, as `lti_storage_target` names it; undefined where none does. */
  readonly storageTarget: string | undefined;
  /** The host of the page with the course, as the browser has it, where it is not the one that authorises. */
  readonly pageHost: string | undefined;
  /** A second login with the same `lti_message_hint` is refused. */
  readonly hintOnce: boolean;
  /** How long a launch is valid, in seconds. */
  readonly lifetime: number;
  /** `aud`: one text, or a list with one (both allowed by LTI Security Framework 1.0, section 5.1.2). */
  readonly audience: 'text' | 'list';
  subject(member: Member): string;
  roles(role: CourseRole): readonly string[];
  /** Names and e-mail, in a launch; the value undefined is for what is not there. */
  person(member: Member, privacy: Privacy): Claims;
  context(course: Course): Claims;
  /** The `id` of a link in a course. */
  resourceLinkId(course: Course, link: string): string;
  /** What is said of the language, the frame and the way back. */
  presentation(returnUrl: string): Claims;
  /** Claims of its own, at the top. */
  readonly extras: Claims;
  /** Custom variables that are replaced, without their `$`; all others stay as the tool wrote them. */
  readonly variables: Readonly<Record<string, string>>;
  readonly roster: RosterWays | undefined;
  /** How `messages_supported` is written in the configuration. */
  readonly messages: 'names' | 'objects';
  /** The deployment in the answer to a registration. */
  registered(deploymentId: string): Claims;
}
