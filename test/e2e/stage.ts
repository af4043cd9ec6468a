import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  request,
} from 'playwright-core';
import { startDemo, type RunningDemo } from '../../demo/start-demo.js';
import { openDatabase, type OpenDatabase } from '../../src/adapters/knex/dialect.js';
import type { FixedClock } from '../../src/testing/index.js';
import { SavedTables } from '../support/saved-tables.js';
import { borrowBrowser, giveBack } from './browser.js';

/** The languages of the walks. */
export type Language = 'fr' | 'en';

/** How each walk is walked: in French on a wide screen, in English on a narrow one. Widths in CSS pixels. */
export const screens: readonly (readonly [Language, number])[] = [
  ['fr', 1280],
  ['en', 360],
];

export interface Visit {
  readonly user?: string;
  readonly language?: Language | 'nl';
  /** Of the window, in CSS pixels. */
  readonly width?: number;
  /** Of the page to open; the tool in the space `demo` when absent. */
  readonly path?: string;
  /** Where the browser is. */
  readonly timeZone?: string;
  /** What else the browser is asked for, such as its colours. */
  readonly options?: BrowserContextOptions;
}

/** Somebody who asks the server as their page would; a page is one, too. */
export type SignedIn = Pick<Page, 'request'>;

export interface Stage {
  /** The address of the reference host. */
  readonly url: string;
  /** Whom the reference host knows, to add to. */
  readonly directory: RunningDemo['directory'];
  /** What the host keeps its séances in. */
  readonly databaseUrl: string;
  /** Opens a page in a browser of its own, signed in. */
  visit(visit?: Visit): Promise<Page>;
  /** Signs somebody in who needs no page: one takes a second to open. */
  signedIn(user?: string): Promise<SignedIn>;
}

export const toolPath = '/spaces/demo/tools/seances';
export const apiPath = '/plugins/seances/api/v1/spaces/demo';

const regions = { fr: 'fr-BE', en: 'en-GB', nl: 'nl-BE' } as const;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** The browser's own words for an answer that is no success: tests that provoke one look at what the page makes of it. */
const expectedComplaint = 'Failed to load resource';

/**
 * What a host has kept once it was seeded, by its number of séances: the later stages of a process begin with a copy, and
 * take a fourth of the time.
 */
const seeded = new Map<number, Buffer>();

/**
 * The reference host with its 52 séances, or as many as wanted, on a port and a database of its own for the tests of one
 * `describe`, and a browser to visit it. Each test finds what the hooks before the first one left, whatever others have
 * done. After each test the pages are closed, and nothing may have gone wrong in them unnoticed: no script failed, and no
 * policy was broken.
 *
 * @param clock what time it is for the server; that of the machine when absent.
 */
export function setStage(seedSize = 52, clock?: FixedClock): Stage {
  let folder: string;
  let databaseUrl: string;
  let demo: RunningDemo;
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let requests: APIRequestContext[] = [];
  let complaints: string[] = [];
  let database: OpenDatabase;
  let atFirst: SavedTables | undefined;

  before(async function () {
    // Each of many séances is created as anybody would create it.
    this.timeout(60_000 + 30 * seedSize);
    // Without a browser nothing is started that would have to be stopped.
    browser = await borrowBrowser();
    folder = mkdtempSync(join(tmpdir(), 'seances-e2e-'));
    const file = join(folder, 'demo.sqlite');
    const copy = seeded.get(seedSize);
    if (copy) writeFileSync(file, copy);
    databaseUrl = `sqlite:${file}`;
    // Another system that is told what happens is on this machine, too.
    const webhooks = { allowHttp: true };
    demo = await startDemo({ port: 0, databaseUrl, seedSize }, silent, { webhooks, ...(clock && { clock }) });
    database = openDatabase(databaseUrl);
    if (copy) return;
    const whole = join(folder, 'seeded.sqlite');
    await database.knex.raw('vacuum into ?', [whole]);
    seeded.set(seedSize, readFileSync(whole));
  });

  beforeEach(async () => {
    if (atFirst) await atFirst.restore();
    else atFirst = await SavedTables.of(database.knex);
  });

  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await Promise.all(requests.map((context) => context.dispose()));
    const heard = complaints;
    [contexts, requests] = [[], []];
    complaints = [];
    expect(heard, 'complaints of the browser').to.deep.equal([]);
  });

  after(async () => {
    await giveBack(browser);
    await demo.stop();
    await database.knex.destroy();
    rmSync(folder, { recursive: true });
  });

  const listen = (page: Page): void => {
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      const isExpected = message.text().startsWith(expectedComplaint);
      if (message.type() === 'error' && !isExpected) complaints.push(message.text());
    });
  };

  return {
    get url() {
      return demo.url;
    },
    get directory() {
      return demo.directory;
    },
    get databaseUrl() {
      return databaseUrl;
    },
    visit: async (visit = {}) => {
      const context = await browser.newContext({ ...windowOf(visit, demo.url), ...visit.options });
      contexts.push(context);
      context.on('page', listen);
      await context.addCookies([{ name: 'lang', value: visit.language ?? 'fr', url: demo.url }]);
      await signIn(context.request, visit.user);
      const page = await context.newPage();
      await page.goto(visit.path ?? toolPath);
      return page;
    },
    signedIn: async (user) => {
      const context = await request.newContext({ baseURL: demo.url });
      requests.push(context);
      await signIn(context, user);
      return { request: context };
    },
  };
}

/** What somebody asks the server for from their page; the answer is as it should be. */
export async function asked<T>(
  by: SignedIn,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  data?: object,
): Promise<T> {
  // A connection that was idle for five seconds is closed by the server, maybe while this is on its way.
  const answer = await by.request.fetch(path, { method, maxRetries: 2, ...(data && { data }) });
  expect(answer.status(), `${method} ${path}`).to.be.within(200, 299);
  return (await answer.json()) as T;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a route lists: the first page of it. */
export const listed = async <T = Named>(by: SignedIn, path: string): Promise<readonly T[]> =>
  (await asked<{ readonly items: readonly T[] }>(by, 'GET', path)).items;

/** Creates a séance, as staff do in its form. */
export const created = (by: SignedIn, seance: object): Promise<Named> =>
  asked(by, 'POST', `${apiPath}/seances`, seance);

async function signIn(by: APIRequestContext, user = 'trainer1'): Promise<void> {
  expect((await by.post('/sign-in', { data: { user } })).ok(), `${user} is signed in`).to.equal(true);
}

function windowOf({ language = 'fr', width = 1280, timeZone = 'Europe/Brussels' }: Visit, baseURL: string) {
  const viewport = { width, height: width < 600 ? 740 : 900 };
  // A browser animates otherwise, and a picture or a measure of contrast would depend on the moment.
  return {
    baseURL,
    viewport,
    locale: regions[language],
    timezoneId: timeZone,
    reducedMotion: 'reduce',
  } as const;
}
