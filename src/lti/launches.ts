import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload } from 'jose';
import { judgedFetch, type Judgement } from '../adapters/webhook/judged-fetch.js';
import type { LtiText } from '../locales/languages.js';
import { type Launch, type LaunchFault, originOf, readLaunch, tolerance } from './claims.js';
import type { LoginRequest, Logins, OpenLogin } from './logins.js';
import type { Registration, Registrations } from './registrations.js';
import type { LtiStore } from './store.js';

/** What stops a login or a launch: a page for people says it, and the log has why, under the same reference. */
export class LtiFault extends Error {
  readonly reference = randomUUID().slice(0, 8);

  constructor(
    readonly text: Extract<LtiText, `fault.${string}`>,
    /** For the log. Nothing of a token. */
    reason: string,
  ) {
    super(reason);
    this.name = 'LtiFault';
  }
}

/** A launch whose signature, times and addressees are right. */
export interface ReadLaunch {
  readonly launch: Launch;
  readonly registration: Registration;
  readonly login: OpenLogin;
}

/** 64 KiB: a key set of a platform has a few keys. */
const keySetLimits = { lasts: 5_000, bytes: 65_536 };
/** How soon a key set is asked for again when a key is not in it, in milliseconds. */
const keySetCooldown = 30_000;

/** Reads logins and launches, and says what is wrong with them. */
export class Launches {
  private readonly keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

  constructor(
    private readonly registrations: Registrations,
    private readonly logins: Logins,
    private readonly store: LtiStore,
    private readonly target: string,
    private readonly judgement: Judgement,
  ) {}

  /** The registration that a login is of. @throws LtiFault */
  async registrationOf(asked: LoginRequest): Promise<Registration> {
    if (asked.target_link_uri !== this.target)
      throw new LtiFault('fault.wrong-target', 'the target_link_uri of a login is elsewhere');
    const [registration, other] = await this.registrations.find(asked.iss, asked.client_id);
    if (!registration) throw new LtiFault('fault.unknown-platform', `no registration of ${asked.iss}`);
    if (other) throw new LtiFault('fault.several-clients', `several registrations of ${asked.iss}`);
    return registration;
  }

  /** Reads the answer of a platform to a login. Nothing is used up yet. @throws LtiFault */
  async read(state: string, idToken: string): Promise<ReadLaunch> {
    const login = await this.logins.find(state);
    const registration = login && (await this.registrations.byId(login.registrationId));
    if (!login || !registration) throw new LtiFault('fault.login-over', 'no login has this state now');
    const payload = await this.verified(idToken, registration);
    if (payload['nonce'] !== login.nonce) throw new LtiFault('fault.wrong-nonce', 'another nonce');
    const expected = {
      clientId: registration.clientId,
      target: this.target,
      now: this.store.epochSeconds(),
    };
    const launch = readLaunch(payload, expected);
    if (typeof launch === 'string') throw faultOf(launch, registration);
    const { lti_deployment_id: deployment = launch.deploymentId } = login.asked;
    if (deployment !== launch.deploymentId) throw faultOf('no-deployment', registration);
    return { launch, registration, login };
  }

  private async verified(idToken: string, registration: Registration): Promise<JWTPayload> {
    try {
      // Without `kid`, jose would take the only key of a set.
      const { payload, protectedHeader } = await jwtVerify(idToken, this.keySetOf(registration), {
        algorithms: ['RS256'],
        issuer: registration.issuer,
        clockTolerance: tolerance,
        currentDate: new Date(this.store.now()),
      });
      if (protectedHeader.kid === undefined)
        throw new LtiFault('fault.not-signed', 'the id_token names no key');
      return payload;
    } catch (error) {
      if (error instanceof LtiFault) throw error;
      if (error instanceof errors.JWTExpired) throw faultOf('wrong-time', registration);
      const reason = error instanceof Error ? error.message : String(error);
      throw new LtiFault(
        'fault.not-signed',
        `the id_token of ${registration.issuer} is not right: ${reason}`,
      );
    }
  }

  private keySetOf({ keysUrl }: Registration): ReturnType<typeof createRemoteJWKSet> {
    const known = this.keySets.get(keysUrl);
    if (known) return known;
    const keySet = createRemoteJWKSet(new URL(keysUrl), {
      cooldownDuration: keySetCooldown,
      [customFetch]: async (url: string) => {
        const { status, text } = await judgedFetch(url, {}, this.judgement, keySetLimits);
        return new Response(text, { status, headers: { 'content-type': 'application/json' } });
      },
    });
    this.keySets.set(keysUrl, keySet);
    return keySet;
  }
}

/** The origins whose pages may show the tool: where the platform shows it, its issuer, and those that it was registered with. */
export function frameOriginsOf({ launch, registration }: ReadLaunch): readonly string[] {
  const { issuer, authUrl, frameOrigins } = registration;
  return [launch.returnOrigin, originOf(issuer), originOf(authUrl), ...frameOrigins].filter(
    (origin) => origin !== null,
  );
}

function faultOf(fault: LaunchFault, { issuer }: Registration): LtiFault {
  return new LtiFault(`fault.${fault}`, `a launch of ${issuer}: ${fault}`);
}
