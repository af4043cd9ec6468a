import { SignJWT } from 'jose';
import { uuidv7 } from 'uuidv7';
import {
  type AnswerLimits,
  type JudgedAnswer,
  judgedFetch,
  type JudgedRequest,
  type Judgement,
  NotAsked,
} from '../adapters/webhook/judged-fetch.js';
import type { Keys } from './keys.js';
import type { Registration } from './registrations.js';
import type { LtiStore } from './store.js';

/**
 * What is wrong with a service of a platform, as staff may read it. The codes are stable.
 *
 * - `no-answer`: none in time, none as short as an answer may be, or an address that is not to be asked.
 * - `token-refused`: the platform gives this tool no token. `refused`: it takes the token, and says no.
 * - `redirected`: the service is said to be elsewhere. `failed`: any other answer that is no success.
 * - `unreadable`: an answer that is not what the service answers.
 * - `elsewhere`: the next page is on another origin. `endless`: there are more pages than anybody has.
 */
export type ServiceProblem =
  | 'no-answer'
  | 'token-refused'
  | 'refused'
  | 'redirected'
  | 'failed'
  | 'unreadable'
  | 'elsewhere'
  | 'endless';

/** A service did not do what was asked of it. */
export class ServiceFault extends Error {
  constructor(
    readonly problem: ServiceProblem,
    /** For the log. Nothing of a token. */
    reason: string,
  ) {
    super(reason);
    this.name = 'ServiceFault';
  }
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** How long an assertion is good for, in seconds. */
const assertionLasts = 300;
/** How long before its end a token is not used any more, in seconds. */
const endsEarly = 60;
/** How long a token lasts whose platform does not say, in seconds. */
const usualLife = 300;

/** Asks services of platforms, with tokens that are kept in memory, per registration and scope (LTI Security 1.0, 4.1). */
export class ServiceTokens {
  private readonly kept = new Map<string, { readonly token: string; readonly until: number }>();

  constructor(
    private readonly keys: Keys,
    private readonly store: LtiStore,
    private readonly judgement: Judgement,
    private readonly limits?: AnswerLimits,
  ) {}

  /** Asks an address of a service. A token that is not taken is asked for anew, once. @throws ServiceFault */
  async ask(
    registration: Registration,
    scope: string,
    url: string,
    request: JudgedRequest,
  ): Promise<JudgedAnswer> {
    const first = await this.askOnce(registration, scope, url, request);
    if (first.status !== 401) return successOf(first, url);
    this.kept.delete(keyOf(registration, scope));
    return successOf(await this.askOnce(registration, scope, url, request), url);
  }

  private async askOnce(
    registration: Registration,
    scope: string,
    url: string,
    request: JudgedRequest,
  ): Promise<JudgedAnswer> {
    const authorization = `Bearer ${await this.tokenOf(registration, scope)}`;
    return this.fetch(url, { ...request, headers: { ...request.headers, authorization } });
  }

  private async tokenOf(registration: Registration, scope: string): Promise<string> {
    const key = keyOf(registration, scope);
    const known = this.kept.get(key);
    if (known && known.until > this.store.epochSeconds()) return known.token;
    const { token, lasts } = await this.newToken(registration, scope);
    this.kept.set(key, { token, until: this.store.epochSeconds() + lasts - endsEarly });
    return token;
  }

  private async newToken(registration: Registration, scope: string) {
    const { tokenUrl } = registration;
    const { status, text } = await this.fetch(tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: assertionType,
        client_assertion: await this.assertionOf(registration),
        scope,
      }).toString(),
    });
    const { access_token: token, expires_in: lasts } = objectOf(text);
    if (status !== 200 || typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token))
      throw new ServiceFault('token-refused', `${hostOf(tokenUrl)} answered ${status} and gave no token`);
    const seconds = Number(lasts ?? usualLife);
    return { token, lasts: Number.isFinite(seconds) ? seconds : usualLife };
  }

  private async assertionOf({ clientId, tokenUrl, tokenAudience }: Registration): Promise<string> {
    const { kid, key } = await this.keys.signing();
    const now = this.store.epochSeconds();
    return new SignJWT()
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(tokenAudience ?? tokenUrl)
      .setJti(uuidv7())
      .setIssuedAt(now)
      .setExpirationTime(now + assertionLasts)
      .sign(key);
  }

  private async fetch(url: string, request: JudgedRequest): Promise<JudgedAnswer> {
    try {
      return await judgedFetch(url, request, this.judgement, this.limits);
    } catch (error) {
      if (error instanceof NotAsked) throw new ServiceFault('no-answer', error.message);
      throw error;
    }
  }
}

function keyOf({ id }: Registration, scope: string): string {
  return `${id} ${scope}`;
}

function successOf(answer: JudgedAnswer, url: string): JudgedAnswer {
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  throw new ServiceFault(problemOf(status), `${hostOf(url)} answered ${status}`);
}

function problemOf(status: number): ServiceProblem {
  if (status === 401 || status === 403) return 'refused';
  return status >= 300 && status < 400 ? 'redirected' : 'failed';
}

/** What a text says as JSON, when that is an object; an empty one for anything else. */
export function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an address that is none';
}
