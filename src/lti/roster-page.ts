import type { JudgedAnswer } from '../adapters/webhook/judged-fetch.js';
import { longestId, originOf, textOf } from './claims.js';
import type { Named } from './people.js';
import { objectOf, ServiceFault } from './service-token.js';

/** Somebody in a roster. */
export interface RosterMember extends Named {
  readonly roles: readonly string[];
  /** True of who the platform says is not in the course now: inactive, or deleted. */
  readonly isGone: boolean;
}

/** A part of a roster, and where the next one is; null behind the last. */
export interface RosterPage {
  readonly members: readonly RosterMember[];
  readonly next: string | null;
}

/** As many as fit well into one answer, for platforms that would answer all at once. */
const membersPerPage = 500;

/** The first page of a roster; a platform that takes no `limit` says how long its pages are itself. */
export function firstPageOf(membershipsUrl: string): string {
  if (/[?&]limit=/.test(membershipsUrl)) return membershipsUrl;
  return `${membershipsUrl}${membershipsUrl.includes('?') ? '&' : '?'}limit=${membersPerPage}`;
}

/**
 * Reads an answer of Names and Role Provisioning Services 2.0.
 *
 * @param url where it was asked for.
 * @throws ServiceFault
 */
export function readPage({ headers, text }: JudgedAnswer, url: string): RosterPage {
  const { members } = objectOf(text);
  if (!Array.isArray(members)) throw new ServiceFault('unreadable', 'a page of a roster has no members');
  return {
    members: members.flatMap((member: unknown) => memberOf(member) ?? []),
    next: nextOf(headers, url),
  };
}

/** Undefined for what is nobody: somebody without an id, or with a longer one than there is (LTI Core 1.3, 5.3.6). */
function memberOf(value: unknown): RosterMember | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const member = value as Readonly<Record<string, unknown>>;
  const text = (name: string): string => textOf(member[name]) ?? '';
  const { roles, status } = member;
  const sub = text('user_id');
  if (sub === '' || sub.length > longestId) return undefined;
  return {
    ...{ sub, name: text('name'), firstName: text('given_name'), lastName: text('family_name') },
    email: text('email'),
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    isGone: typeof status === 'string' && /^(?:inactive|deleted)$/i.test(status),
  };
}

/** Where a service says that it goes on; null behind the last page. @throws ServiceFault */
export function nextOf(headers: JudgedAnswer['headers'], url: string): string | null {
  const next = linkedAsNext(headers.get('link') ?? '', url);
  if (next !== null && originOf(next) !== originOf(url))
    throw new ServiceFault('elsewhere', 'the next page is on another origin');
  return next;
}

/** The address that a `Link` header calls the next (RFC 8288). @throws ServiceFault when it is none */
function linkedAsNext(header: string, url: string): string | null {
  for (const [, target = '', parameters = ''] of header.matchAll(
    /<([^<>]*)>((?:\s*;[^;,"]*(?:"[^"]*")?)*)/g,
  )) {
    const [, quoted, bare = ''] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters) ?? [];
    if (!(quoted ?? bare).toLowerCase().split(/\s+/).includes('next')) continue;
    if (URL.canParse(target, url)) return new URL(target, url).href;
    throw new ServiceFault('unreadable', 'the next page is no address');
  }
  return null;
}
