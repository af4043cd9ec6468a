import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { localPath } from './local-path.js';
import { findUser } from './users.js';

/** Names the user. Not signed: whoever can reach the demo may be anybody in it, and every process understands it. */
const cookieName = 'demo_user';
const cookieOptions = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;

/** What somebody asked for who wants to sign in; the reason when it cannot be read. */
type SignIn =
  { readonly user: unknown; readonly to: string; readonly byForm: boolean } | 'broken' | 'unsupported';

/** The id in the request's cookie; undefined when nobody of that name is known. */
export function signedInUser(c: Context): string | undefined {
  return findUser(getCookie(c, cookieName))?.id;
}

/**
 * Answers `POST /sign-in`. JSON `{user}` gets 204 or a problem; a form gets a redirect, or what `unknownUserPage`
 * shows for a user that does not exist.
 */
export async function signIn(
  c: Context,
  unknownUserPage: (to: string) => Promise<Response>,
): Promise<Response> {
  if (isCrossSite(c)) return problem(403, 'cross-site', 'Forbidden');
  const wanted = await readSignIn(c);
  if (wanted === 'broken') return problem(400, 'malformed', 'Bad Request');
  if (wanted === 'unsupported') return problem(415, 'unsupported-media-type', 'Unsupported Media Type');
  const user = typeof wanted.user === 'string' ? findUser(wanted.user) : undefined;
  if (!user) return wanted.byForm ? unknownUserPage(wanted.to) : problem(422, 'unknown-user', 'Unknown user');
  setCookie(c, cookieName, user.id, cookieOptions);
  return wanted.byForm ? c.redirect(wanted.to, 303) : c.body(null, 204);
}

/** Answers `POST /sign-out`. */
export function signOut(c: Context): Response {
  if (isCrossSite(c)) return problem(403, 'cross-site', 'Forbidden');
  deleteCookie(c, cookieName, cookieOptions);
  return c.redirect('/', 303);
}

/** An RFC 9457 answer of the host itself. */
export function problem(status: number, code: string, title: string): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title, status, code }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

async function readSignIn(c: Context): Promise<SignIn> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  try {
    if (type === 'application/json') {
      const body: unknown = await c.req.json();
      const user = typeof body === 'object' && body !== null && 'user' in body ? body.user : undefined;
      return { user, to: '/', byForm: false };
    }
    if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data') {
      const { user, to } = await c.req.parseBody();
      return { user, to: localPath(typeof to === 'string' ? to : '/'), byForm: true };
    }
    return 'unsupported';
  } catch {
    return 'broken';
  }
}

/** Another site must not sign anybody in or out behind their back. Clients that are no browsers say nothing. */
function isCrossSite(c: Context): boolean {
  return c.req.header('sec-fetch-site') === 'cross-site';
}
