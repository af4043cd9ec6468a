import { randomUUID } from 'node:crypto';
import { type Claims, changed, claim } from './claims.js';
import type { Course, Member } from './course.js';
import type { Header, KeyRing, Signer } from './key-ring.js';
import type { Privacy, Profile } from './profile.js';

/** What is typed into the platform for a tool, or comes by registration. */
export interface InstalledTool {
  readonly loginUrl: string;
  readonly targetLinkUri: string;
  readonly redirectUris: readonly string[];
  readonly keySetUrl: string;
  /** Where deep linking requests go: `targetLinkUri`, unless it is said. */
  readonly deepLinkingUri?: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
}

/** How a token differs from what the platform would have written. */
export interface Craft {
  /** Claims that are put over the platform's; `undefined` takes one away. Of a function, the claims are all that it gives. */
  readonly claims?: Claims | ((claims: Claims, platform: Platform) => Claims);
  /** Header parameters that are put over the platform's; `undefined` takes one away. */
  readonly header?: Header;
  readonly signer?: Signer;
}

/** Somebody who opens the tool from a course. */
export interface Launch {
  /** Where from: the first course, unless it is said. */
  readonly course: Course;
  /** Who: the first of the course, unless it is said. */
  readonly member: Member;
  readonly message: 'LtiResourceLinkRequest' | 'LtiDeepLinkingRequest';
  /** Which link of the course. */
  readonly link: string;
  /** Custom parameters of this link, beside those of the tool. */
  readonly custom: Readonly<Record<string, string>>;
  readonly craft: Craft;
  /** Fields that are put over those of the login initiation; `undefined` takes one away. */
  readonly login: Readonly<Record<string, string | undefined>>;
}

export interface TokenOrder extends Craft {
  readonly launch?: Partial<Launch>;
  /** What the tool made for this login. */
  readonly nonce: string;
}

/** What becomes of a page of the roster: given whole, cut off in the middle, or a status in its place. */
export type PageOutcome = 'whole' | 'cut off' | number;

/** What a platform knows and keeps, whoever asks it. */
export abstract class Platform {
  clientId: string;
  deploymentId: string;
  privacy: Privacy = 'everything';
  /** How the frame answers that keeps the tool's data. Silent: as if no script ran there. */
  storage: 'answers' | 'silent' | 'full' = 'answers';
  /** Asked before the page `number`, from 1, of the roster is given; it may wait for something. */
  pageOutcome: (number: number) => PageOutcome | Promise<PageOutcome> = () => 'whole';
  /** What tools have put into the course by deep linking. */
  readonly contentItems: Claims[] = [];
  /** Launches by the hints that were given for them. */
  readonly hinted = new Map<string, Launch>();
  /** Who may still register a tool. */
  readonly registrationTokens = new Set<string>();
  /** The scopes of access tokens. */
  readonly accessTokens = new Map<string, readonly string[]>();
  /** `jti` of assertions and nonces of answers, each good for once. */
  readonly seen = new Set<string>();
  private installed: InstalledTool | undefined;

  constructor(
    readonly profile: Profile,
    readonly keys: KeyRing,
    /** The course that is meant where a test names none, and other ones; a test may add to them. */
    readonly courses: [Course, ...Course[]],
  ) {
    ({ clientId: this.clientId, deploymentId: this.deploymentId } = profile);
  }

  /** Scheme, host and port of where it authorises and answers tools. */
  abstract get origin(): string;

  /** The origin of the page with the course, in the browser. */
  abstract get pageOrigin(): string;

  get issuer(): string {
    return this.profile.issuer(this.origin);
  }

  get course(): Course {
    return this.courses[0];
  }

  get rosterUrl(): string {
    return this.rosterUrlOf(this.course);
  }

  rosterUrlOf({ id }: Course): string {
    return `${this.origin}/roster/${id}`;
  }

  get tool(): InstalledTool {
    if (!this.installed) throw new Error('No tool was installed in this platform.');
    return this.installed;
  }

  /** What `lti add` is told. */
  get registration() {
    const { paths } = this.profile;
    return {
      issuer: this.issuer,
      clientId: this.clientId,
      deploymentId: this.deploymentId,
      authorizationUrl: `${this.origin}${paths.authorization}`,
      tokenUrl: `${this.origin}${paths.token}`,
      keySetUrl: `${this.origin}${paths.keys}`,
    };
  }

  install(tool: InstalledTool): void {
    this.installed = tool;
  }

  launchOf(order: Partial<Launch> = {}): Launch {
    const course = order.course ?? this.course;
    const [member] = course.members;
    if (!order.member && !member) throw new Error('Nobody is in the course.');
    return {
      course,
      member: member as Member,
      message: 'LtiResourceLinkRequest',
      link: '1',
      custom: {},
      craft: {},
      login: {},
      ...order,
    };
  }

  /** A launch as it would be posted to the tool, with what the order says otherwise. */
  async idToken({ launch, nonce, ...craft }: TokenOrder): Promise<string> {
    const whole = this.launchOf(launch);
    const crafted = crafting(crafting(this.claimsOf(whole, nonce), whole.craft, this), craft, this);
    const header = { ...whole.craft.header, ...craft.header };
    return this.keys.sign(crafted, header, craft.signer ?? whole.craft.signer);
  }

  /** LTI Core 1.3, sections 5.3 and 5.4, and what OpenID Connect asks for (LTI Security Framework 1.0, section 5.1.2). */
  private claimsOf(launch: Launch, nonce: string): Claims {
    const { profile } = this;
    const { course } = launch;
    const now = Math.floor(Date.now() / 1_000);
    const deep = launch.message === 'LtiDeepLinkingRequest';
    return changed(
      {
        iss: this.issuer,
        aud: profile.audience === 'list' ? [this.clientId] : this.clientId,
        sub: profile.subject(launch.member),
        iat: now,
        exp: now + profile.lifetime,
        nonce,
        [claim.messageType]: launch.message,
        [claim.version]: '1.3.0',
        [claim.deploymentId]: this.deploymentId,
        [claim.targetLinkUri]: deep
          ? (this.tool.deepLinkingUri ?? this.tool.targetLinkUri)
          : this.tool.targetLinkUri,
        [claim.roles]: profile.roles(launch.member.role),
        [claim.context]: profile.context(course),
        [claim.toolPlatform]: { guid: this.origin, product_family_code: profile.family },
        [claim.launchPresentation]: profile.presentation(`${this.pageOrigin}/course/return`),
        [claim.custom]: this.customOf(launch),
      },
      {
        ...profile.person(launch.member, this.privacy),
        ...profile.extras,
        ...(profile.roster && this.tool.scopes.length > 0 ? this.rosterClaim(course) : {}),
        ...(deep ? this.deepLinkingClaims(course) : this.linkClaims(launch)),
      },
    );
  }

  private linkClaims({ course, link }: Launch): Claims {
    const id = this.profile.resourceLinkId(course, link);
    return { [claim.resourceLink]: { id, title: `Link ${link}` } };
  }

  /** Names and Role Provisioning Services 2.0, section 3.6.1.1. */
  private rosterClaim(course: Course): Claims {
    return {
      [claim.namesAndRoles]: { context_memberships_url: this.rosterUrlOf(course), service_versions: ['2.0'] },
    };
  }

  /** Deep Linking 2.0, section 4.4.1. */
  private deepLinkingClaims({ id }: Course): Claims {
    return {
      [claim.deepLinkingSettings]: {
        deep_link_return_url: `${this.origin}/deep-linking/return`,
        accept_types: ['ltiResourceLink'],
        accept_presentation_document_targets: ['iframe', 'window'],
        accept_multiple: true,
        auto_create: true,
        data: dataOf(id),
      },
    };
  }

  private customOf({ custom }: Launch): Readonly<Record<string, string>> {
    const { variables } = this.profile;
    const resolved = (value: string): string =>
      (value.startsWith('$') ? variables[value.slice(1)] : undefined) ?? value;
    return Object.fromEntries(
      Object.entries({ ...this.tool.custom, ...custom }).map(([name, value]) => [name, resolved(value)]),
    );
  }

  /** The hint of a launch, which the platform asks for again when it authorises it. */
  hint(launch: Launch): string {
    const hint = randomUUID();
    this.hinted.set(hint, launch);
    return hint;
  }
}

/** What comes back with the answer to a deep linking request. */
export const dataOf = (courseId: string): string => `data of ${courseId}`;

function crafting(claims: Claims, craft: Craft, platform: Platform): Claims {
  if (typeof craft.claims === 'function') return craft.claims(claims, platform);
  return changed(claims, craft.claims ?? {});
}
