import { randomUUID } from 'node:crypto';
import { authorize, sendOn } from './authorization.js';
import { rosterScope } from './claims.js';
import { type Course, courseOf } from './course.js';
import { coursePage, type Frame, initiateLogin, registrationPage, storagePage } from './course-page.js';
import { takeContentItems } from './deep-linking.js';
import { page } from './html.js';
import { KeyRing } from './key-ring.js';
import { type Launch, Platform } from './platform.js';
import { type ProfileName, profiles } from './profiles.js';
import { openidConfiguration, register } from './registration.js';
import { giveRoster } from './roster.js';
import { giveToken } from './token.js';
import { WebServer } from './web-server.js';

interface Options {
  readonly profile: ProfileName;
  /** As the browser and the tool reach it. Another host than the tool's makes each a third party to the other. */
  readonly hostName?: 'localhost' | '127.0.0.1';
  readonly course?: Course;
}

type Answer = (request: Request) => Response | Promise<Response>;

/** A learning platform on loopback, for tests of tools: real HTTP, real keys, and the ways of one kind of platform. */
export class Lms extends Platform {
  /** What was asked of it, such as `POST /lti/token`, in its order. */
  readonly asked: string[] = [];
  /** Answers in the place of the platform what is asked at `path`; what it leaves alone is answered as it should be. */
  instead: (path: string) => Response | Promise<Response> | undefined = () => undefined;
  /** Launches by the addresses at which the course shows them: each time that one is opened is a login of its own. */
  private readonly doors = new Map<string, Launch>();

  private server: WebServer | undefined;
  private readonly hostName: string;

  private constructor({ profile, course = courseOf(20), hostName = 'localhost' }: Options, keys: KeyRing) {
    super(profiles[profile], keys, [course]);
    this.hostName = hostName;
  }

  static async start(options: Options): Promise<Lms> {
    const lms = new Lms(options, await KeyRing.create(profiles[options.profile].kid));
    lms.server = await WebServer.start((request) => lms.answer(request));
    return lms;
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  get origin(): string {
    return `http://${this.hostName}:${this.port}`;
  }

  get pageOrigin(): string {
    return `http://${this.profile.pageHost ?? this.hostName}:${this.port}`;
  }

  /** Types our tool into the platform, as an administrator does by hand. */
  installAt(publicUrl: string, custom: Readonly<Record<string, string>> = {}): void {
    this.install({
      loginUrl: `${publicUrl}/lti/login`,
      targetLinkUri: `${publicUrl}/lti/launch`,
      redirectUris: [`${publicUrl}/lti/launch`],
      keySetUrl: `${publicUrl}/lti/jwks.json`,
      custom,
      scopes: this.profile.roster ? [rosterScope] : [],
    });
  }

  /** The page of the course, as somebody sees it who opens the tool there. */
  courseUrl(launch: Partial<Launch> = {}, { place, sandbox }: Frame = { place: 'frame' }): string {
    const query = new URLSearchParams({ place, ...(sandbox === undefined ? {} : { sandbox }) });
    return `${this.pageOrigin}/course/${this.door(launch)}?${query.toString()}`;
  }

  /** The page that begins a launch, without the course around it. */
  launchUrl(launch: Partial<Launch> = {}): string {
    return `${this.origin}/course/launch/${this.door(launch)}`;
  }

  /** What an administrator's browser opens to register a tool, by LTI Dynamic Registration 1.0. */
  registrationUrl(registerUrl: string): string {
    const { openidConfiguration: path } = this.profile.paths;
    if (path === undefined) throw new Error(`${this.profile.family} registers tools by hand.`);
    const token = randomUUID();
    this.registrationTokens.add(token);
    const url = new URL(registerUrl);
    url.searchParams.append('openid_configuration', `${this.origin}${path}`);
    url.searchParams.append('registration_token', token);
    return url.href;
  }

  /** The page of the platform with that in a frame. */
  registrationPageUrl(registerUrl: string): string {
    return `${this.origin}/registration?${new URLSearchParams({ url: this.registrationUrl(registerUrl) }).toString()}`;
  }

  private door(launch: Partial<Launch>): string {
    const door = randomUUID();
    this.doors.set(door, this.launchOf(launch));
    return door;
  }

  private get port(): number {
    return this.server?.port ?? 0;
  }

  private async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    this.asked.push(`${request.method} ${pathname}`);
    const instead = this.instead(pathname);
    if (instead) return instead;
    const found = this.routes()[pathname];
    if (found) return found(request);
    const course = this.courses.find((one) => new URL(this.rosterUrlOf(one)).pathname === pathname);
    if (course) return giveRoster(this, course, request);
    return this.page(new URL(request.url));
  }

  private routes(): Readonly<Record<string, Answer>> {
    const { paths } = this.profile;
    const moved = paths.authorizationMovedTo;
    return {
      ...(moved === undefined ? {} : { [moved]: (request) => authorize(this, request) }),
      [paths.authorization]: (request) =>
        moved === undefined ? authorize(this, request) : sendOn(request, `${this.origin}${moved}`),
      [paths.token]: (request) => giveToken(this, request),
      [paths.keys]: () => Response.json(this.keys.published),
      ...(paths.openidConfiguration === undefined
        ? {}
        : { [paths.openidConfiguration]: () => openidConfiguration(this) }),
      ...(paths.registration === undefined
        ? {}
        : { [paths.registration]: (request) => register(this, request) }),
      '/deep-linking/return': (request) => takeContentItems(this, request),
      '/registration': (request) => registrationPage(new URL(request.url).searchParams.get('url') ?? ''),
      '/storage': () => storagePage(this),
      '/course/return': () => page('Retour', '<p id="back">De retour au cours</p>'),
    };
  }

  private page({ pathname, searchParams }: URL): Response {
    const [, launching, door = ''] = /^\/course\/(launch\/)?([\w-]+)$/.exec(pathname) ?? [];
    const launch = this.doors.get(door);
    if (!launch) return new Response('There is no such page.', { status: 404 });
    if (launching) return initiateLogin(this, launch);
    const place = searchParams.get('place') === 'window' ? 'window' : 'frame';
    const sandbox = searchParams.get('sandbox');
    return coursePage(this, launch.course.title, `/course/launch/${door}`, {
      place,
      ...(sandbox === null ? {} : { sandbox }),
    });
  }
}
