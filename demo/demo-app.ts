import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { languageDetector } from 'hono/language';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger, SeancesPlugin } from '../src/index.js';
import { compressAnswers } from '../src/server/compress-answers.js';
import { actorOf, type DemoContext, type DemoHost } from './demo-host.js';
import { languages, toLanguage } from './languages.js';
import { localPath } from './local-path.js';
import { homePage, signInPage } from './pages/home-page.js';
import type { Html, Reader } from './pages/page.js';
import { messagePage } from './pages/message-page.js';
import { administrationPage } from './pages/administration-page.js';
import { mailDocument, mailPage, outboxPage } from './pages/outbox-pages.js';
import { hostToolPage, pluginToolPage, spacePage, type SpaceView } from './pages/space-pages.js';
import { problem, signedInUser, signIn, signOut } from './sign-in.js';
import { demoSpaces } from './spaces.js';
import { findUser } from './users.js';

export const pluginPath = '/plugins/seances';

/** Where the tool shows a séance: it keeps what it shows in the address of its page. */
export function seancePath(plugin: SeancesPlugin<DemoContext>, spaceId: string, id: string): string {
  return `${toolPath(plugin, spaceId)}?seance=${encodeURIComponent(id)}`;
}

export function toolPath({ manifest }: SeancesPlugin<DemoContext>, spaceId: string): string {
  return `/spaces/${encodeURIComponent(spaceId)}/${manifest.menu.tool.path}`;
}

/** Enough for a name and an address to come back to. */
const signInLimit = 10_000;

const self = ["'self'"];
const none = ["'none'"];
const policy = {
  defaultSrc: none,
  scriptSrc: self,
  styleSrc: self,
  imgSrc: ["'self'", 'data:'],
  connectSrc: self,
  fontSrc: self,
  formAction: self,
  baseUri: none,
  frameAncestors: none,
};
const common = {
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // The demo speaks plain HTTP: whatever terminates TLS in front of it decides this.
  strictTransportSecurity: false,
} as const;
const headers = secureHeaders({ ...common, contentSecurityPolicy: policy });
/** For the page of a mail, which shows what is in it in a frame. */
const framing = secureHeaders({ ...common, contentSecurityPolicy: { ...policy, frameSrc: self } });
/** For what is in a mail: it may look as it likes, and neither load nor run anything. */
const framed = secureHeaders({
  ...{ ...common, xFrameOptions: 'SAMEORIGIN' },
  contentSecurityPolicy: {
    ...{
      defaultSrc: none,
      styleSrc: ["'unsafe-inline'"],
      imgSrc: ['data:'],
      formAction: none,
      baseUri: none,
    },
    ...{ frameAncestors: self, sandbox: ['allow-popups', 'allow-popups-to-escape-sandbox'] },
  },
});

/** The demo's whole HTTP surface: its own pages, and the plugin below {@link pluginPath}. */
export function createDemoApp(host: DemoHost, plugin: SeancesPlugin<DemoContext>, logger: Logger): Hono {
  const app = new Hono();
  // The first that is named has the last word.
  app.use('/outbox/:mail', framing);
  app.use('/outbox/:mail/html', framed);
  app.use(headers, compressAnswers());
  app.use(languageDetector({ ...languageOptions, caches: false }), rememberLanguage);
  app.all(`${pluginPath}/*`, (c) => plugin.fetch(c.req.raw, contextOf(c)));
  app.use('/host.*', serveStatic({ root: fileURLToPath(new URL('public', import.meta.url)) }));
  app.get('/metrics', async (c) => c.text(await host.metrics.text()));
  addSignIn(app);
  addPages(app, host, plugin);
  app.notFound((c) => page(c, messagePage(readerOf(c), 'notFound'), 404));
  app.onError((error, c) => {
    logger.error({ error: String(error) }, 'a page of the host failed');
    return page(c, messagePage(readerOf(c), 'failed'), 500);
  });
  return app;
}

const languageOptions = {
  supportedLanguages: [...languages],
  fallbackLanguage: languages[0],
  lookupCookie: 'lang',
};

/** Keeps a language that was chosen in the address. One that the browser merely asks for is not kept: it may change. */
async function rememberLanguage(c: Context, next: () => Promise<void>): Promise<void> {
  if (c.req.query('lang') !== undefined) {
    setCookie(c, 'lang', contextOf(c).language, {
      path: '/',
      sameSite: 'Lax',
      httpOnly: true,
      maxAge: 31_536_000,
    });
  }
  await next();
}

function addSignIn(app: Hono): void {
  const limit = bodyLimit({
    maxSize: signInLimit,
    onError: () => problem(413, 'too-large', 'Content Too Large'),
  });
  app.post('/sign-in', limit, (c) => signIn(c, (to) => page(c, signInPage(readerOf(c), to, true), 422)));
  app.post('/sign-out', signOut);
}

function addPages(app: Hono, host: DemoHost, plugin: SeancesPlugin<DemoContext>): void {
  app.get('/', async (c) => {
    const reader = readerOf(c);
    const actor = actorOf(contextOf(c));
    if (!actor) return page(c, signInPage(reader, localPath(c.req.query('to') ?? '/'), false));
    const open = await Promise.all(demoSpaces.map(({ id }) => host.permissions.inSpace(actor, id)));
    const spaces = demoSpaces.filter((_, index) => open[index]?.open);
    const { home } = plugin.manifest.web;
    const administration = await host.menu.administrationFor(actor, reader.language);
    return page(c, homePage(reader, home && { ...home, baseUrl: pluginPath }, spaces, administration));
  });
  addAdministration(app, host, plugin);
  addOutbox(app, host);
  app.get('/spaces/:space', (c) =>
    inSpace(c, host, async (view) => {
      const sessions = await host.directory.sessionsOf(view.space.id);
      return spacePage(readerOf(c), view, sessions);
    }),
  );
  app.get('/spaces/:space/:path{.+}', (c) =>
    inSpace(c, host, (view) => {
      const tool = view.menu.find(({ path }) => path === c.req.param('path'));
      if (!tool) return undefined;
      if (!host.menu.isFromPlugin(tool)) return hostToolPage(readerOf(c), view, tool);
      return pluginToolPage(readerOf(c), view, tool, { ...plugin.manifest.web, baseUrl: pluginPath });
    }),
  );
}

/** The pages of the administration that plugins bring: for those whose menu has them. */
function addAdministration(app: Hono, host: DemoHost, plugin: SeancesPlugin<DemoContext>): void {
  app.get('/administration/:path{.+}', async (c) => {
    const reader = readerOf(c);
    const actor = actorOf(contextOf(c));
    if (!actor) return c.redirect(`/?to=${encodeURIComponent(addressOf(c))}`, 303);
    const entries = await host.menu.administrationFor(actor, reader.language);
    const entry = entries.find(({ path }) => `/${path}` === c.req.path);
    const { administration } = plugin.manifest.web;
    if (!entry || !administration) return c.notFound();
    return page(c, administrationPage(reader, entry, { ...administration, baseUrl: pluginPath }));
  });
}

/** The mails that were sent, for everybody who is signed in: in the demo everybody may be anybody. */
function addOutbox(app: Hono, { mailer }: DemoHost): void {
  app.use('/outbox/*', async (c: Context, next) => {
    if (actorOf(contextOf(c))) return next();
    return c.redirect(`/?to=${encodeURIComponent(addressOf(c))}`, 303);
  });
  app.get('/outbox', (c) => page(c, outboxPage(readerOf(c), mailer.mails)));
  app.get('/outbox/:mail', (c) => {
    const mail = mailer.find(c.req.param('mail'));
    return mail ? page(c, mailPage(readerOf(c), mail)) : c.notFound();
  });
  app.get('/outbox/:mail/html', (c) => {
    const mail = mailer.find(c.req.param('mail'));
    return mail ? page(c, mailDocument(mail, readerOf(c).language)) : c.notFound();
  });
  app.get('/outbox/:mail/seances.ics', (c) => {
    const calendar = mailer.find(c.req.param('mail'))?.calendar;
    if (!calendar) return c.notFound();
    return c.body(calendar.content, 200, {
      'content-type': `text/calendar; method=${calendar.method}; charset=utf-8`,
      'content-disposition': `attachment; filename="${calendar.name}"`,
    });
  });
}

/** Answers with a page of the space in the address: for those who are signed in and may open it. */
async function inSpace(
  c: Context,
  host: DemoHost,
  show: (view: SpaceView) => Html | Promise<Html> | undefined,
): Promise<Response> {
  const context = contextOf(c);
  const actor = actorOf(context);
  if (!actor) return c.redirect(`/?to=${encodeURIComponent(addressOf(c))}`, 303);
  const space = await host.directory.space(c.req.param('space') ?? '');
  if (!space || !(await host.permissions.inSpace(actor, space.id)).open) return c.notFound();
  const menu = await host.menu.entriesFor(space.id, actor, context.language);
  const shown = await show({ space, menu });
  return shown ? page(c, shown) : c.notFound();
}

function contextOf(c: Context): DemoContext {
  return { userId: signedInUser(c), language: toLanguage(c.get('language')) };
}

function readerOf(c: Context): Reader {
  const { userId, language } = contextOf(c);
  return { user: findUser(userId), language, address: addressOf(c) };
}

function addressOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

/** A page depends on who reads it, so that no cache may keep it for somebody else. */
async function page(
  c: Context,
  content: Html | Promise<Html>,
  status: 200 | 404 | 422 | 500 = 200,
): Promise<Response> {
  c.header('Cache-Control', 'private, no-cache');
  return c.html(await content, status);
}
