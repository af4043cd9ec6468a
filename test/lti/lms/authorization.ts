import { autoPost } from './html.js';
import type { Launch, Platform } from './platform.js';

/** Why a login is refused: a code of OAuth's or OpenID Connect's, and in words. */
interface LoginError {
  readonly error: string;
  readonly error_description: string;
}

/** What every authentication request of LTI says (LTI Security Framework 1.0, section 5.1.1.2). */
const fixed = [
  ['scope', 'openid', 'invalid_scope'],
  ['response_type', 'id_token', 'unsupported_response_type'],
  ['response_mode', 'form_post', 'invalid_request'],
  ['prompt', 'none', 'invalid_request'],
] as const;

/** Sends a request on to where authentication is done: Canvas's way from the host of the cloud to that of the school. */
export async function sendOn(request: Request, to: string): Promise<Response> {
  return Response.redirect(`${to}?${(await askedBy(request)).toString()}`, 302);
}

/** The endpoint that the tool sends the browser to: it posts a launch, or why there is none, to the `redirect_uri`. */
export async function authorize(platform: Platform, request: Request): Promise<Response> {
  const asked = await askedBy(request);
  const redirectUri = asked.get('redirect_uri') ?? '';
  // Whoever is not registered gets nothing sent to: an error would go to them as well.
  if (!platform.tool.redirectUris.includes(redirectUri)) {
    return new Response(`Unregistered redirect_uri ${redirectUri}`, { status: 400 });
  }
  const state = asked.get('state');
  const answer = await answerTo(platform, asked);
  return autoPost(redirectUri, { ...answer, ...(state === null ? {} : { state }) });
}

/** By GET or by POST: OpenID Connect Core 1.0, section 3.1.2.1. */
async function askedBy(request: Request): Promise<URLSearchParams> {
  return request.method === 'POST'
    ? new URLSearchParams(await request.text())
    : new URL(request.url).searchParams;
}

async function answerTo(
  platform: Platform,
  asked: URLSearchParams,
): Promise<Readonly<Record<string, string>>> {
  const launch = launchOf(platform, asked);
  if ('error' in launch) return { ...launch };
  const target = platform.profile.storageTarget;
  return {
    id_token: await platform.idToken({ launch, nonce: asked.get('nonce') ?? '' }),
    // LTI OIDC Login with LTI Client Side postMessages 0.1: said again with the launch.
    ...(target === undefined ? {} : { lti_storage_target: target }),
  };
}

function launchOf(platform: Platform, asked: URLSearchParams): Launch | LoginError {
  for (const [name, value, error] of fixed) {
    if (asked.get(name) !== value) return { error, error_description: `${name} is not ${value}` };
  }
  if (asked.get('client_id') !== platform.clientId) {
    return { error: 'unauthorized_client', error_description: 'Unknown client_id' };
  }
  if (!asked.get('nonce')) return { error: 'invalid_request', error_description: 'Missing nonce' };
  const hint = asked.get('lti_message_hint') ?? '';
  const launch = platform.hinted.get(hint);
  if (!launch) {
    return {
      error: 'launch_no_longer_valid',
      error_description: 'The launch has either expired or already been consumed',
    };
  }
  if (asked.get('login_hint') !== loginHint(launch)) {
    return { error: 'login_required', error_description: 'Must have an active user session' };
  }
  if (platform.profile.hintOnce) platform.hinted.delete(hint);
  return launch;
}

/** Who is signed in, in the words of the platform. */
export function loginHint({ member }: Launch): string {
  return `user-${member.number}`;
}
