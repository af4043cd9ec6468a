import { jwtVerify, SignJWT, errors } from 'jose';
import type { Keys } from './keys.js';
import type { LtiStore } from './store.js';

/** What a page of the LTI host may do in the name of somebody, as its token says it. */
export interface Session {
  readonly platformId: string;
  /** Null outside of a course. */
  readonly spaceId: string | null;
  /** Null for a launch of nobody. */
  readonly memberId: string | null;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  /** When it was launched, in seconds since 1970. */
  readonly launchedAt: number;
  /** Where a link that is chosen goes, when that is what was launched for. */
  readonly deepLink?: {
    readonly deploymentId: string;
    readonly returnUrl: string;
    readonly data: string | null;
  };
}

/** How long a token is good for, in seconds. */
export const tokenLasts = 15 * 60;
/** For how long after its end a token may still be exchanged for another one: a machine slept, a form was thought over. */
const renewableFor = 3_600;
/** For how long after its launch a session may be renewed. */
const sessionLasts = 12 * 3_600;

const algorithm = 'HS256';
const audience = 'seances-lti-session';

/** Tokens of sessions: what pages send with each request, and no cookie. */
export class Sessions {
  constructor(
    private readonly keys: Keys,
    private readonly store: LtiStore,
  ) {}

  async token(session: Session): Promise<string> {
    const now = this.store.epochSeconds();
    return new SignJWT({ ...session })
      .setProtectedHeader({ alg: algorithm })
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + tokenLasts)
      .sign(await this.keys.ofSessions());
  }

  /** The session of a request's `Authorization`; undefined without one that is valid now. */
  async of(authorization: string | null): Promise<Session | undefined> {
    return this.read(authorization, 0);
  }

  /** The session that may go on, although its token has ended. */
  async renewable(authorization: string | null): Promise<Session | undefined> {
    const session = await this.read(authorization, renewableFor);
    const isOver = session && this.store.epochSeconds() - session.launchedAt > sessionLasts;
    return isOver ? undefined : session;
  }

  private async read(authorization: string | null, tolerance: number): Promise<Session | undefined> {
    const token = /^Bearer ([\w.-]{1,16000})$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    try {
      const { payload } = await jwtVerify<Session>(token, await this.keys.ofSessions(), {
        algorithms: [algorithm],
        audience,
        clockTolerance: tolerance,
        currentDate: new Date(this.store.now()),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
