import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { cutTo } from '../domain/text/cut.js';
import { serverTexts } from '../locales/languages.js';
import { lti } from './claims.js';
import type { Keys } from './keys.js';
import type { Registrations } from './registrations.js';
import type { Sessions } from './sessions.js';
import type { LtiStore } from './store.js';

const dl = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

/** In seconds. */
const answerLasts = 300;
const longestTitle = 255;

/** What the browser sends to the platform. */
export interface DeepLinkAnswer {
  readonly action: string;
  readonly jwt: string;
}

/** Puts a link to the tool, or to one séance, into a course (LTI Deep Linking 2.0). */
export class DeepLinks {
  constructor(
    private readonly registrations: Registrations,
    private readonly sessions: Sessions,
    private readonly keys: Keys,
    private readonly store: LtiStore,
    private readonly publicUrl: string,
  ) {}

  /** @returns undefined when the session is over, or was not launched to choose a link. */
  async answer(
    authorization: string | null,
    seanceId: string | undefined,
    title: string | undefined,
  ): Promise<DeepLinkAnswer | undefined> {
    const session = await this.sessions.of(authorization);
    const tenant = session && (await this.registrations.tenant(session.platformId));
    const registration = tenant && (await this.registrations.byId(tenant.registrationId));
    if (!session?.deepLink || !registration) return undefined;
    const { deploymentId, returnUrl, data } = session.deepLink;
    const item = {
      type: 'ltiResourceLink',
      title: cutTo(longestTitle, title ?? serverTexts(session.locale).lti['deepLink.tool']),
      url: `${this.publicUrl}/lti/launch`,
      ...(seanceId !== undefined && { custom: { seance: seanceId } }),
    };
    const { kid, key } = await this.keys.signing();
    const now = this.store.epochSeconds();
    const jwt = await new SignJWT({
      nonce: randomUUID(),
      [`${lti}message_type`]: 'LtiDeepLinkingResponse',
      [`${lti}version`]: '1.3.0',
      [`${lti}deployment_id`]: deploymentId,
      [`${dl}content_items`]: [item],
      ...(data !== null && { [`${dl}data`]: data }),
    })
      .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
      .setIssuer(registration.clientId)
      .setAudience(registration.issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + answerLasts)
      .sign(key);
    return { action: returnUrl, jwt };
  }
}
