import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { Logger } from '../index.js';
import { parseTimeZone } from '../domain/time/time-zone.js';
import type { LtiText } from '../locales/languages.js';
import { fieldsOf, languageOf, refused, securityHeaders, withHeaders } from './answers.js';
import type { DeepLinks } from './deep-links.js';
import { authorizationAddress, loginAddress, loginRequestOf } from './authorization.js';
import type { Keys } from './keys.js';
import { frameOriginsOf, type Launches, LtiFault } from './launches.js';
import { loginLasts, type Logins } from './logins.js';
import type { Arrival, Openings } from './openings.js';
import {
  administrationMain,
  choiceMain,
  faultMain,
  newWindowMain,
  pageOf,
  type PageParts,
  registeredMain,
  toolMain,
  waitingMain,
} from './pages.js';
import type { DynamicRegistration } from './dynamic-registration.js';
import { canvasConfiguration } from './canvas.js';
import { type AboutParts, courseAbout, platformAbout } from './about-routes.js';
import type { LtiStore } from './store.js';
import { originOf } from './claims.js';
import type { CourseRow } from './tables.js';

/** What the routes are made of. */
export interface LtiParts extends AboutParts {
  readonly store: LtiStore;
  readonly registration: DynamicRegistration;
  readonly logins: Logins;
  readonly launches: Launches;
  readonly openings: Openings;
  readonly deepLinks: DeepLinks;
  readonly keys: Keys;
  readonly logger: Logger;
  /** Where the plugin is mounted. */
  readonly basePath: string;
}

/** 256 KiB: an id_token has a few, with many roles and custom parameters. */
const longestForm = 262_144;

/** Of pages with nothing of anybody: a platform shows them under addresses that it has not told yet, as Canvas those of schools. */
const anywhere = ['https:', 'http:'];

/** The routes of the LTI host, below `/lti`. */
export function ltiRoutes(parts: LtiParts): Hono {
  const app = new Hono().basePath('/lti');
  const refuseLong = bodyLimit({ maxSize: longestForm, onError: (c) => failed(parts, c, tooMuch()) });
  app.on(['GET', 'POST'], '/login', refuseLong, (c) => login(parts, c));
  app.get('/authorize', (c) => authorize(parts, c));
  app.post('/launch', refuseLong, (c) => launch(parts, c));
  app.post('/proof', refuseLong, (c) => proof(parts, c));
  app.post('/session', refuseLong, (c) => session(parts, c));
  app.get('/jwks.json', async (c) =>
    c.json(await parts.keys.published(), 200, { 'cache-control': 'max-age=300' }),
  );
  app.get('/register', (c) => register(parts, c));
  app.get('/spaces/:space', (c) => space(parts, c));
  app.on(['GET', 'POST'], '/spaces/:space/about', refuseLong, (c) => courseAbout(parts, c));
  app.get('/platforms/:platform/administration', (c) => administration(parts, c));
  app.on(['GET', 'POST'], '/platforms/:platform/about', refuseLong, (c) => platformAbout(parts, c));
  app.get('/canvas.json', (c) => c.json(canvasConfiguration(parts.publicUrl), 200, securityHeaders));
  app.get('/deep-link', (c) => space(parts, c));
  app.post('/deep-link', refuseLong, (c) => deepLink(parts, c));
  app.notFound((c) => failed(parts, c, new LtiFault('fault.not-found', 'no such page'), 404));
  app.onError((error, c) => failed(parts, c, error));
  return app;
}

async function login(parts: LtiParts, c: Context): Promise<Response> {
  const asked = loginRequestOf(await fieldsOf(c));
  const registration = await parts.launches.registrationOf(asked);
  const begun = await parts.logins.begin(registration.id, asked);
  setCookie(c, cookieOf(begun.state), begun.browser, {
    ...{ path: '/', maxAge: loginLasts, httpOnly: true, secure: true, sameSite: 'None', partitioned: true },
  });
  const next = `${parts.publicUrl}/lti/authorize?${new URLSearchParams({ state: begun.state }).toString()}`;
  const target = asked.lti_storage_target;
  if (target === undefined) return withHeaders(c.redirect(next, 303), []);
  const { origin } = new URL(registration.authUrl);
  const { state, browser } = begun;
  return page(parts, c, {
    main: waitingMain(languageOf(c)),
    data: { act: 'put', state, browser, target, origin, next },
    frames: anywhere,
  });
}

/**
 * Goes on to the platform, once this browser has shown that it will prove itself when it comes back. Moodle takes each of its
 * hints once: what fails only after the platform was asked cannot be begun again in another window.
 */
async function authorize(parts: LtiParts, c: Context): Promise<Response> {
  const { state = '', stored } = c.req.query();
  const login = await parts.logins.find(state);
  const registration = login && (await parts.registrations.byId(login.registrationId));
  if (!registration) throw new LtiFault('fault.login-over', 'no login has this state now');
  if (stored !== undefined || login.isOf(getCookie(c, cookieOf(state)))) {
    const address = authorizationAddress(registration, login, { state, publicUrl: parts.publicUrl });
    return withHeaders(c.redirect(address, 303), []);
  }
  const main = newWindowMain(languageOf(c), loginAddress(parts.publicUrl, login.asked));
  return page(parts, c, { main, frames: anywhere });
}

async function launch(parts: LtiParts, c: Context): Promise<Response> {
  const { state, id_token: idToken, error } = await fieldsOf(c);
  if (error !== undefined) throw new LtiFault('fault.refused-by-platform', 'the platform refused the login');
  if (!state || !idToken) throw new LtiFault('fault.bad-request', 'a launch without state or id_token');
  const read = await parts.launches.read(state, idToken);
  const { login, registration } = read;
  const arrival: Arrival = {
    ...{ launch: read.launch, registrationId: registration.id, frameOrigins: frameOriginsOf(read) },
  };
  if (login.isOf(getCookie(c, cookieOf(state)))) {
    if (!(await parts.logins.take(state))) throw over();
    return withHeaders(c.redirect(`${parts.publicUrl}${await parts.openings.open(arrival)}`, 303), []);
  }
  const target = login.asked.lti_storage_target;
  const [language, frames] = [languageOf(c), arrival.frameOrigins];
  if (target !== undefined) {
    if (!(await parts.logins.keep(state, JSON.stringify(arrival)))) throw over();
    const origin = new URL(registration.authUrl).origin;
    const again = loginAddress(parts.publicUrl, login.asked);
    const data = { act: 'get', state, target, origin, next: `${parts.publicUrl}/lti/proof` };
    return page(parts, c, { main: waitingMain(language, again), data, frames });
  }
  if (!(await parts.logins.take(state))) throw over();
  return page(parts, c, {
    main: newWindowMain(language, loginAddress(parts.publicUrl, login.asked)),
    frames,
  });
}

/** What the platform's storage kept for this browser, and with it the launch. */
async function proof(parts: LtiParts, c: Context): Promise<Response> {
  const { state = '', browser = '' } = await fieldsOf(c);
  const kept = await parts.logins.prove(state, browser);
  if (kept === undefined) return refused(c, 403, 'login-over');
  const location = await parts.openings.open(JSON.parse(kept) as Arrival);
  return c.json({ location: `${parts.publicUrl}${location}` }, 200, securityHeaders);
}

async function session(parts: LtiParts, c: Context): Promise<Response> {
  const { timeZone } = await fieldsOf(c);
  const zone = parseTimeZone(timeZone ?? '');
  const token = await parts.openings.renew(c.req.header('authorization') ?? null, zone);
  if (token === undefined) return refused(c, 401, 'unauthenticated');
  return c.json({ token }, 200, securityHeaders);
}

async function register(parts: LtiParts, c: Context): Promise<Response> {
  const { openid_configuration: address, registration_token: token, invitation } = c.req.query();
  await parts.registration.run(address ?? '', token, invitation ?? '');
  const language = languageOf(c);
  return page(parts, c, {
    main: registeredMain(language),
    data: { act: 'close' },
    frames: [originOf(address)].filter((origin) => origin !== null),
  });
}

async function space(parts: LtiParts, c: Context): Promise<Response> {
  const id = c.req.param('space') ?? c.req.query('space') ?? '';
  const course = await parts.store.knex<CourseRow>('seance_lti_space').where({ id }).first();
  const tenant = course && (await parts.registrations.tenant(course.platform_id));
  if (!course || !tenant) throw new LtiFault('fault.not-found', 'no such space');
  const language = languageOf(c);
  const isChoice = c.req.path === '/lti/deep-link';
  const about = `${parts.publicUrl}/lti/spaces/${id}/about?lang=${language}`;
  return page(parts, c, {
    title: course.name,
    main: isChoice ? choiceMain(language) : toolMain(language, parts.basePath, id, about),
    data: { act: isChoice ? 'choose' : 'show', space: id, ...ofSessions(parts) },
    frames: tenant.frameOrigins,
  });
}

async function administration(parts: LtiParts, c: Context): Promise<Response> {
  const tenant = await parts.registrations.tenant(c.req.param('platform') ?? '');
  if (!tenant) throw new LtiFault('fault.not-found', 'no such platform');
  const language = languageOf(c);
  const about = `${parts.publicUrl}/lti/platforms/${tenant.id}/about?lang=${language}`;
  const main = administrationMain(language, parts.basePath, about);
  return page(parts, c, { main, data: { act: 'show', ...ofSessions(parts) }, frames: tenant.frameOrigins });
}

/** What the script of a page with a session has to know. */
function ofSessions({ publicUrl, basePath }: LtiParts): Readonly<Record<string, string>> {
  return { session: `${publicUrl}/lti/session`, base: basePath };
}

async function deepLink(parts: LtiParts, c: Context): Promise<Response> {
  const { seance, title } = await fieldsOf(c);
  const answer = await parts.deepLinks.answer(c.req.header('authorization') ?? null, seance, title);
  if (!answer) return refused(c, 401, 'unauthenticated');
  return c.json(answer, 200, securityHeaders);
}

/** A login of its own for each window: several may be under way in one browser. */
function cookieOf(state: string): string {
  return `__Host-seances-lti-${state.slice(0, 16)}`;
}

interface Shown extends Pick<PageParts, 'main' | 'data'> {
  readonly title?: string;
  /** Whose pages may show this one. */
  readonly frames: readonly string[];
}

async function page(
  parts: LtiParts,
  c: Context,
  shown: Shown,
  status: 200 | 400 | 404 | 500 = 200,
): Promise<Response> {
  const text = await pageOf({
    language: languageOf(c),
    title: 'Séances',
    web: `${parts.basePath}/web`,
    ...shown,
  });
  return withHeaders(c.html(text, status), shown.frames);
}

/** A page that says what is wrong: what a platform sends is never a fault of ours. */
async function failed(parts: LtiParts, c: Context, error: Error, status: 400 | 404 = 400): Promise<Response> {
  const fault =
    error instanceof LtiFault ? error : new LtiFault('fault.failed', error.stack ?? error.message);
  const { reference, text, message } = fault;
  const isOurs = text === 'fault.failed';
  parts.logger[isOurs ? 'error' : 'warn'](
    { reference, reason: message, path: c.req.path },
    'an LTI request failed',
  );
  const main = faultMain(languageOf(c), text satisfies LtiText, reference);
  return page(parts, c, { main, frames: anywhere }, isOurs ? 500 : status);
}

function over(): LtiFault {
  return new LtiFault('fault.login-over', 'another launch came first');
}

function tooMuch(): LtiFault {
  return new LtiFault('fault.bad-request', 'a body that is too long');
}
