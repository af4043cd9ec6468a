import { readForm } from './html.js';
import type { Platform } from './platform.js';

/** What the platform has the browser post to the tool. */
export interface LaunchForm {
  readonly action: string;
  readonly fields: URLSearchParams;
}

/**
 * A browser without a window, for tests of what is answered: it goes the way of one launch, step by step or at once, keeps the
 * tool's cookies, and follows the tool's redirects until the platform is reached.
 */
export class Walker {
  /** The cookies of the tool, by name; whoever empties it is a browser that keeps none. */
  readonly cookies = new Map<string, string>();

  constructor(private readonly platform: Platform) {}

  /** Everything, from the page that begins the launch to the tool's answer to it. */
  async walk(launchUrl: string): Promise<Response> {
    return this.post(await this.authorized(await this.login(launchUrl)));
  }

  /** The tool's answer to the login initiation that this page of the platform sends. */
  async login(launchUrl: string): Promise<Response> {
    const begin = await (await fetch(launchUrl)).text();
    const script = /location = (".*?")</.exec(begin)?.[1];
    return script === undefined ? this.post(readForm(begin)) : this.ask(JSON.parse(script) as string);
  }

  /** What the platform sends after such an answer: redirects to it, or a page that names its address, or the next one. */
  async authorized(login: Response): Promise<LaunchForm> {
    const response = await fetch(await this.authorizationUrl(login));
    if (!response.ok) throw new Error(`The platform answers ${response.status}: ${await response.text()}`);
    return readForm(await response.text());
  }

  post({ action, fields }: LaunchForm): Promise<Response> {
    return this.ask(action, { method: 'POST', body: fields });
  }

  private async authorizationUrl(login: Response): Promise<string> {
    const { authorizationUrl } = this.platform.registration;
    const location = login.headers.get('location');
    if (location?.startsWith(authorizationUrl)) return location;
    if (location !== null) return this.authorizationUrl(await this.ask(location));
    const text = await login.text();
    const begin = text.indexOf(`${authorizationUrl}?`);
    const next = /data-next="([^"]+)"/.exec(text)?.[1];
    if (begin < 0 && next !== undefined) return this.authorizationUrl(await this.ask(next));
    if (begin < 0) throw new Error(`The tool answers ${login.status}: ${text}`);
    const [written = ''] = /^[^\s"'<\\]+(\\u0026[^\s"'<\\]+)*/.exec(text.slice(begin)) ?? [];
    return written.replaceAll('&amp;', '&').replaceAll('\\u0026', '&');
  }

  private async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const headers: Readonly<Record<string, string>> = cookie === '' ? {} : { cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }
}
