import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, BrowserContext, FrameLocator, Page, Route } from 'playwright-core';
import { createSeancesPlugin, type SeancesPlugin } from '../../src/index.js';
import { serveHttp, type HttpServer } from '../../src/server/http-server.js';
import { FixedClock, type FakeHost } from '../../src/testing/index.js';
import { campus, space, today } from '../support/campus.js';
import { borrowBrowser, giveBack } from './browser.js';

const mount = '/plugins/seances';

export interface FramedVisit {
  readonly user?: string;
  /** In CSS pixels. */
  readonly width?: number;
  /** How high the frame is, in CSS pixels: a number, or as high as what is in it, whenever that changes. */
  readonly height: number | 'content';
  /** The element in the frame. Default: the tool. */
  readonly element?: string;
  /** When the page in the frame says who asks: before the element is defined, or once it is there. Default: before. */
  readonly says?: 'before' | 'after';
  /** Whether the list does not come before it is released. */
  readonly holds?: boolean;
}

/** A page of one origin with a frame of another, in which the tool is: open it, and look around. */
export interface Framed {
  readonly page: Page;
  readonly frame: FrameLocator;
  /** Lets the list come that was held. */
  release(): Promise<void>;
}

export interface Frames {
  readonly host: FakeHost;
  /** What the host was asked: method, path below the mount, and what said who asks. */
  readonly asked: readonly string[];
  open(visit: FramedVisit): Promise<Framed>;
  /** Does not know who asks for this the next time, as when a token has lapsed on the way. */
  lapse(method: string, path: string): void;
  /** Asks the API as somebody. */
  ask(method: string, path: string, body: object, user?: string): Promise<Response>;
}

/**
 * A host that knows people by a token in a header, and by no cookie, with `count` séances; its page is in a frame of
 * another site's. As `setStage`, it fails a test in which something went wrong in the browser unnoticed.
 */
export function setFrames(count = 0): Frames {
  let folder: string;
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];
  let plugin: SeancesPlugin<unknown>;
  let servers: HttpServer[] = [];
  const host = campus();
  const asked: string[] = [];
  const lapsing = new Set<string>();
  const identity = {
    identify: (request: Request) => {
      const isLapsed = lapsing.delete(`${request.method} ${pathBelow(request)}`);
      return host.identity.identify(isLapsed ? new Request(request.url) : named(request));
    },
  };

  before(async function () {
    this.timeout(120_000);
    browser = await borrowBrowser();
    folder = mkdtempSync(join(tmpdir(), 'seances-frames-'));
    const database = `sqlite:${join(folder, 'frames.sqlite')}`;
    plugin = createSeancesPlugin(
      { ...host.ports, identity, database },
      { basePath: mount, clock: new FixedClock(today) },
    );
    await plugin.start();
    const answer = (request: Request) => toolSite(request, plugin, asked);
    servers = [await serveHttp(answer, 0), await serveHttp(platformSite, 0)];
    for (let number = 1; number <= count; number += 1) await frames.ask('POST', seancesPath, seance(number));
  });

  beforeEach(() => void asked.splice(0));

  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    const heard = complaints;
    [contexts, complaints] = [[], []];
    expect(heard, 'complaints of the browser').to.deep.equal([]);
  });

  after(async () => {
    await giveBack(browser);
    for (const server of servers) await server.close();
    await plugin.stop();
    rmSync(folder, { recursive: true });
  });

  const frames: Frames = {
    host,
    asked,
    lapse: (method, path) => void lapsing.add(`${method} ${path}`),
    ask: (method, path, body, user = 'trainer1') =>
      plugin.fetch(
        new Request(`http://localhost${mount}${path}`, {
          method,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${user}` },
          body: JSON.stringify(body),
        }),
        {},
      ),
    open: async ({
      user = 'trainer1',
      width = 1280,
      height,
      element = 'seance-tool',
      says = 'before',
      holds,
    }) => {
      const viewport = { width, height: width < 600 ? 740 : 900 };
      const context = await browser.newContext({ viewport, locale: 'fr-BE', reducedMotion: 'reduce' });
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      const waiting: Route[] = [];
      if (holds) await page.route(lists, (route) => void waiting.push(route));
      const [tool, platform] = servers;
      const inside = new URLSearchParams({ user, element, says });
      const around = new URLSearchParams({
        src: `http://localhost:${tool?.port}/page?${inside.toString()}`,
        height: String(height),
      });
      await page.goto(`http://127.0.0.1:${platform?.port}/?${around.toString()}`);
      const release = async () => {
        await Promise.all(waiting.map((route) => route.continue()));
        await page.unroute(lists);
      };
      return { page, frame: page.frameLocator('iframe'), release };
    },
  };
  return frames;
}

const lists = `**${mount}/api/v1/spaces/*/seances?*`;

const pathBelow = ({ url }: Request): string => new URL(url).pathname.slice(mount.length);

export const seancesPath = `/api/v1/spaces/${space}/seances`;

/** One each day. */
const seance = (number: number) => {
  const day = new Date(Date.UTC(2027, 0, number)).toISOString().slice(0, 10);
  const name = `Atelier ${String(number).padStart(2, '0')}`;
  return { name, start: `${day}T09:00`, end: `${day}T10:30`, enrolmentMode: 'public' };
};

/** The same request with the header by which the fake host knows people. */
function named(request: Request): Request {
  const [, user] = /^Bearer (\w+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
  const headers = new Headers(request.headers);
  headers.delete('x-actor');
  if (user !== undefined) headers.set('x-actor', user);
  return new Request(request.url, { headers });
}

/** The site in the frame: the plugin, the page with its element that says who asks. */
async function toolSite(
  request: Request,
  plugin: SeancesPlugin<unknown>,
  asked: string[],
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname.startsWith(mount)) {
    const by = request.headers.get('authorization')?.replace('Bearer ', '') ?? 'nobody';
    if (!pathname.startsWith(`${mount}/web/`)) asked.push([request.method, pathBelow(request), by].join(' '));
    return plugin.fetch(request, {});
  }
  const [user, element, says] = ['user', 'element', 'says'].map((name) => searchParams.get(name) ?? '');
  return page(`
    <${element} base-url="${mount}" space="${space}" locale="fr" address="none"></${element}>
    <script type="module">
      const element = document.querySelector('${element}');
      const authorize = async () => '${user}';
      if ('${says}' === 'before') element.authorize = authorize;
      await import('${mount}/web/${element}.js');
      if ('${says}' === 'after') element.authorize = authorize;
      const { documentElement: root } = document;
      const heightOf = () => Math.ceil(root.getBoundingClientRect().height);
      new ResizeObserver(() => parent.postMessage({ height: heightOf() }, '*')).observe(root);
    </script>`);
}

/** The site around it: a bar above, the frame, and a foot below. */
function platformSite(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const [src = '', height = ''] = ['src', 'height'].map((name) => searchParams.get(name) ?? '');
  const fixed = height === 'content' ? '400' : height;
  return page(`
    <div style="height: 300px; background: #ddd">La plateforme</div>
    <iframe src="${src.replaceAll('&', '&amp;')}" style="width: 100%; height: ${fixed}px; border: 0; display: block"></iframe>
    <div style="height: 300px; background: #ddd"></div>
    <script>
      window.heights = [];
      addEventListener('message', ({ data }) => {
        heights.push(data.height);
        if ('${height}' === 'content') document.querySelector('iframe').style.height = data.height + 'px';
      });
    </script>`);
}

function page(body: string): Response {
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Séances</title>';
  return new Response(
    `<!doctype html><html lang="fr"><head>${head}</head><body style="margin: 0">${body}</body></html>`,
    {
      headers: { 'content-type': 'text/html; charset=utf-8' },
    },
  );
}
