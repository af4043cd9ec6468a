import { type Claims, changed, rosterScope, rosterType } from './claims.js';
import type { Course, Member } from './course.js';
import type { Platform } from './platform.js';
import type { Paging, RosterWays } from './profile.js';

/** A piece of the roster, and where the piece after it begins. */
interface Piece {
  readonly members: readonly Member[];
  /** Counted from 1. */
  readonly number: number;
  readonly links: readonly string[];
}

/** Names and Role Provisioning Services 2.0: who is in the course, in pages. */
export async function giveRoster(platform: Platform, course: Course, request: Request): Promise<Response> {
  const { roster } = platform.profile;
  if (!roster) return new Response('There is no such service.', { status: 404 });
  const refusal = refused(platform, roster, request);
  if (refusal) return refusal;
  const query = new URL(request.url).searchParams;
  const piece = pieceOf(course.members, roster, platform.rosterUrlOf(course), query);
  const outcome = await platform.pageOutcome(piece.number);
  if (typeof outcome === 'number') return new Response('Not now.', { status: outcome });
  const headers = new Headers({ 'content-type': roster.contentType });
  if (piece.links.length > 0) headers.set('link', piece.links.join(', '));
  const text = written(platform, course, roster, piece);
  return new Response(outcome === 'whole' ? text : cutOff(text), { headers });
}

function refused(platform: Platform, roster: RosterWays, request: Request): Response | undefined {
  const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const scopes = platform.accessTokens.get(token);
  if (!scopes) return new Response('Unauthorized', { status: 401 });
  if (!scopes.includes(rosterScope)) return new Response('Insufficient scope', { status: 403 });
  if (roster.strictAccept && request.headers.get('accept') !== rosterType) {
    return new Response('Not acceptable', { status: 400 });
  }
  return undefined;
}

function pieceOf(
  everybody: readonly Member[],
  roster: RosterWays,
  url: string,
  query: URLSearchParams,
): Piece {
  const members = everybody.filter(({ role }) => !roster.leavesOut.includes(role));
  const limit = Number(query.get('limit') ?? query.get('per_page') ?? 0) || undefined;
  const size = roster.paging?.size(limit);
  if (!roster.paging || size === undefined) return { members, number: 1, links: [] };
  const from = roster.paging.from(query, size);
  return {
    members: members.slice(from, from + size),
    number: Math.floor(from / size) + 1,
    links: linksOf(url, roster.paging, { from, size, total: members.length }),
  };
}

/** RFC 8288: `next` as long as there is more, among what else this platform writes there. */
function linksOf(
  url: string,
  paging: Paging,
  { from, size, total }: { readonly from: number; readonly size: number; readonly total: number },
): string[] {
  const last = Math.max(0, Math.ceil(total / size) - 1) * size;
  const begins: Readonly<Record<string, number>> = { current: from, first: 0, last };
  const relations = paging.others.map((name) => [name, begins[name] ?? 0] as const);
  const next = from + size < total ? [['next', from + size] as const] : [];
  // Between the others, as Canvas has it: neither the first nor the only one.
  return [...relations.slice(0, 1), ...next, ...relations.slice(1)].map(
    ([name, at]) => `<${url}?${paging.query(at, size)}>; rel="${name}"`,
  );
}

function written(platform: Platform, course: Course, roster: RosterWays, { members }: Piece): string {
  if (members.length === 0 && roster.ofNobody === 'an empty body') return '';
  const { id, label, title } = platform.profile.context(course);
  return JSON.stringify({
    id: platform.rosterUrlOf(course),
    context: { id, label, title },
    members: members.map((member) => listed(platform, roster, member)),
  });
}

function listed(platform: Platform, roster: RosterWays, member: Member): Claims {
  const names = platform.profile.person(member, platform.privacy);
  const known = { status: member.status, user_id: roster.userId(member), roles: roster.roles(member.role) };
  return changed(known, names);
}

/** Half of `text`, and then a connection that ends. */
function cutOff(text: string): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(text.slice(0, text.length / 2));
  let given = false;
  return new ReadableStream({
    pull(controller) {
      if (given) controller.error(new Error('The platform went away.'));
      else controller.enqueue(half);
      given = true;
    },
  });
}
