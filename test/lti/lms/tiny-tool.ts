import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type Claims, claim, rosterScope, rosterType } from './claims.js';
import { page } from './html.js';
import { KeyRing } from './key-ring.js';
import type { Lms } from './lms.js';
import { Walker } from './walker.js';
import { WebServer } from './web-server.js';

/** A launch that was taken. */
interface Taken {
  readonly claims: Claims;
  readonly fields: URLSearchParams;
  /** The cookies that came with it, by name. */
  readonly cookies: readonly string[];
}

interface Login {
  readonly nonce: string;
  readonly asked: URLSearchParams;
}

/** One page of a roster, and the address of the next. */
interface RosterPage {
  readonly members: readonly Claims[];
  readonly next: string | undefined;
}

/** Made once: it takes a third of a second. */
const keysOfTools = KeyRing.create((number) => `tool-${number}`);

/** The smallest tool that does what the standards ask for: the platform of the tests is tried with it. */
export class TinyTool {
  readonly taken: Taken[] = [];
  /** What the frame that keeps data gave back after the launch: the state, or the code of an error. */
  kept: string | undefined;
  /** With what it was opened to be registered. */
  registering: URLSearchParams | undefined;
  /** The last login initiation, as it came. */
  lastLogin: URLSearchParams | undefined;
  private readonly logins = new Map<string, Login>();

  private server: WebServer | undefined;

  private constructor(
    private readonly lms: Lms,
    private readonly keys: KeyRing,
  ) {}

  /** A tool that knows `lms` and is installed there. Its host is the other one of the two that loopback has. */
  static async start(lms: Lms): Promise<TinyTool> {
    const tool = new TinyTool(lms, await keysOfTools);
    tool.server = await WebServer.start((request) => tool.answer(request));
    lms.installAt(tool.url);
    return tool;
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  get url(): string {
    const host = this.lms.origin.includes('localhost') ? '127.0.0.1' : 'localhost';
    return `http://${host}:${this.server?.port ?? 0}`;
  }

  /** Goes the way of a browser, from the page that begins a launch to the answer to it. */
  walk(launchUrl: string): Promise<Response> {
    return new Walker(this.lms).walk(launchUrl);
  }

  /** A token of the platform's for its roster. */
  async accessToken(changes: Claims = {}): Promise<Response> {
    const { clientId, tokenUrl } = this.lms.registration;
    const now = Math.floor(Date.now() / 1_000);
    const assertion = await this.keys.sign({
      iss: clientId,
      sub: clientId,
      aud: tokenUrl,
      iat: now,
      exp: now + 60,
      jti: randomUUID(),
      ...changes,
    });
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: rosterScope,
    });
    return fetch(tokenUrl, { method: 'POST', body });
  }

  async rosterPage(url: string): Promise<RosterPage> {
    const { access_token: token } = (await (await this.accessToken()).json()) as { access_token: string };
    return this.rosterPageWith(token, url);
  }

  async rosterPageWith(token: string, url: string): Promise<RosterPage> {
    const headers = { authorization: `Bearer ${token}`, accept: rosterType };
    const response = await fetch(url, { headers });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const text = await response.text();
    const { members } = (text === '' ? { members: [] } : JSON.parse(text)) as { members: Claims[] };
    return { members, next: /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] };
  }

  /** What was chosen, as the browser posts it back to the platform. */
  async choose(settings: Claims, items: readonly Claims[], changes: Claims = {}): Promise<Response> {
    const now = Math.floor(Date.now() / 1_000);
    const token = await this.keys.sign({
      iss: this.lms.clientId,
      aud: this.lms.issuer,
      iat: now,
      exp: now + 60,
      nonce: randomUUID(),
      [claim.messageType]: 'LtiDeepLinkingResponse',
      [claim.version]: '1.3.0',
      [claim.deploymentId]: this.lms.deploymentId,
      [claim.data]: settings['data'],
      [claim.contentItems]: items,
      ...changes,
    });
    const body = new URLSearchParams({ JWT: token });
    return fetch(String(settings['deep_link_return_url']), { method: 'POST', body });
  }

  private async answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const sent = request.method === 'POST' ? new URLSearchParams(await request.text()) : searchParams;
    if (pathname === '/lti/jwks.json') return Response.json(this.keys.published);
    if (pathname === '/lti/login') return this.login(sent);
    if (pathname === '/lti/launch') return this.launch(sent, request.headers.get('cookie') ?? '');
    if (pathname === '/lti/register') return this.register(sent);
    if (pathname === '/lti/kept') this.kept = sent.get('value') ?? '';
    return new Response('There is no such page.', { status: 404 });
  }

  /** Says at once that it is done, which is enough to see that the platform hears it. */
  private register(asked: URLSearchParams): Response {
    this.registering = asked;
    const message = JSON.stringify({ subject: 'org.imsglobal.lti.close' });
    return page('Registered', `<script>parent.postMessage(${message}, '*')</script>`);
  }

  private login(asked: URLSearchParams): Response {
    this.lastLogin = asked;
    const { clientId, authorizationUrl } = this.lms.registration;
    const [state, nonce] = [randomUUID(), randomUUID()];
    this.logins.set(state, { nonce, asked });
    const query = new URLSearchParams({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: clientId,
      redirect_uri: `${this.url}/lti/launch`,
      login_hint: asked.get('login_hint') ?? '',
      lti_message_hint: asked.get('lti_message_hint') ?? '',
      state,
      nonce,
    });
    const next = `${authorizationUrl}?${query.toString()}`;
    const target = asked.get('lti_storage_target');
    const message = { subject: 'lti.put_data', message_id: state, key: `state_${state}`, value: state };
    const answer =
      target === null
        ? new Response(null, { status: 302, headers: { location: next } })
        : page('…', this.script(target, message, `location = ${JSON.stringify(next)}`));
    answer.headers.append('set-cookie', `plain=${state}; SameSite=None; Secure; HttpOnly; Path=/`);
    answer.headers.append(
      'set-cookie',
      `parted=${state}; SameSite=None; Secure; HttpOnly; Partitioned; Path=/`,
    );
    return answer;
  }

  private async launch(fields: URLSearchParams, cookie: string): Promise<Response> {
    const state = fields.get('state') ?? '';
    const login = this.logins.get(state);
    this.logins.delete(state);
    if (!login) return new Response('Unknown state', { status: 400 });
    if (fields.has('error')) return new Response(fields.get('error'), { status: 400 });
    try {
      const claims = await this.verified(fields.get('id_token') ?? '', login);
      const cookies = cookie.split('; ').map((pair) => pair.split('=')[0] ?? '');
      this.taken.push({ claims, fields, cookies });
    } catch (error) {
      return new Response(String(error), { status: 400 });
    }
    const target = fields.get('lti_storage_target');
    const message = { subject: 'lti.get_data', message_id: state, key: `state_${state}` };
    const told = `fetch('/lti/kept?' + new URLSearchParams({ value: data.value ?? data.error.code }))`;
    const resize = `<script>parent.postMessage({ subject: 'lti.frameResize', height: 1234 }, '*')</script>`;
    return page('Launched', `Launched${target === null ? '' : this.script(target, message, told)}${resize}`);
  }

  /** Sends `message` to the frame that keeps data, at the origin that authorises, and runs `then` with its answer. */
  private script(target: string, message: object, then: string): string {
    const origin = JSON.stringify(new URL(this.lms.registration.authorizationUrl).origin);
    return `<script>
      addEventListener('message', ({ data, origin }) => {
        if (origin !== ${origin} || data.message_id !== ${JSON.stringify(message)}.message_id) return;
        ${then};
      });
      const keeper = ${JSON.stringify(target)} === '_parent' ? parent : parent.frames[${JSON.stringify(target)}];
      addEventListener('load', () => keeper.postMessage(${JSON.stringify(message)}, ${origin}));
    </script>`;
  }

  /** Everything that a tool has to look at (LTI Core 1.3, section 5.3; LTI Security Framework 1.0, section 5.1.3). */
  private async verified(token: string, { nonce, asked }: Login): Promise<Claims> {
    const { issuer, clientId, keySetUrl } = this.lms.registration;
    const { payload, protectedHeader } = await jwtVerify(token, createRemoteJWKSet(new URL(keySetUrl)), {
      issuer,
      audience: clientId,
      algorithms: ['RS256'],
      clockTolerance: 60,
      maxTokenAge: '1h',
      requiredClaims: ['sub', 'iat', 'exp'],
    });
    const link = payload[claim.resourceLink] as { readonly id?: string } | undefined;
    const deployment = asked.get('lti_deployment_id') ?? asked.get('deployment_id');
    const wrong = Object.entries({
      kid: protectedHeader.kid === undefined,
      azp: Array.isArray(payload.aud) && payload.aud.length > 1 && payload['azp'] !== clientId,
      nonce: payload['nonce'] !== nonce,
      version: payload[claim.version] !== '1.3.0',
      message: !['LtiResourceLinkRequest', 'LtiDeepLinkingRequest'].includes(
        String(payload[claim.messageType]),
      ),
      deployment: payload[claim.deploymentId] !== deployment,
      target: payload[claim.targetLinkUri] !== asked.get('target_link_uri'),
      roles: !Array.isArray(payload[claim.roles]),
      link: payload[claim.messageType] === 'LtiResourceLinkRequest' && !link?.id,
    }).filter(([, is]) => is);
    if (wrong.length > 0) throw new Error(wrong.map(([name]) => name).join());
    return payload;
  }
}
