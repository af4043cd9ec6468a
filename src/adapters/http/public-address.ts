import { pathOf, type ParamsOf } from './path-template.js';

/**
 * Where the plugin is for those who ask. A proxy may have taken a prefix off the path on the way, or have asked under another
 * name, so that nothing of a request says it.
 */
export class PublicAddress {
  private readonly publicUrl: URL | undefined;
  /** Empty, or starting with a slash and not ending with one. */
  private readonly path: string;

  /**
   * @param basePath where requests arrive, which is where they were sent to unless `publicUrl` says otherwise.
   * @throws Error when `publicUrl` is not an absolute address of `http` or `https` that ends with its path.
   */
  constructor(basePath: string, publicUrl?: string) {
    this.publicUrl = publicUrl === undefined ? undefined : urlOf(publicUrl);
    this.path = this.publicUrl ? this.publicUrl.pathname.replace(/\/+$/, '') : basePath;
  }

  /** For the description of the API. */
  get server(): string {
    return `${this.publicUrl?.origin ?? ''}${this.path}` || '/';
  }

  /** From the root of the server on. */
  pathOf<Template extends string>(template: Template, values: ParamsOf<Template>): string {
    return `${this.path}${pathOf(template, values)}`;
  }

  /**
   * For programs on another machine. Behind a proxy that ends TLS the plugin sees `http`: the browser's `Origin`, when its
   * host is the request's, knows better.
   */
  urlOf<Template extends string>(request: Request, template: Template, values: ParamsOf<Template>): string {
    const origin = request.headers.get('origin');
    const seen = origin !== null && this.isOwn(origin, request) ? origin : new URL(request.url).origin;
    return `${this.publicUrl?.origin ?? seen}${this.pathOf(template, values)}`;
  }

  /** For who asks at any time, from anywhere, and over `https` alone; null where nobody has said where that is. */
  httpsUrlOf<Template extends string>(template: Template, values: ParamsOf<Template>): string | null {
    if (this.publicUrl?.protocol !== 'https:') return null;
    return `${this.publicUrl.origin}${this.pathOf(template, values)}`;
  }

  /** Hosts are compared without their scheme: behind a proxy that ends TLS, the plugin sees `http`. */
  isOwn(origin: string, request: Request): boolean {
    if (origin === this.publicUrl?.origin) return true;
    return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
  }
}

function urlOf(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && `${url.origin}${url.pathname}` === url.href;
  if (!isPlain)
    throw new Error('publicUrl is an absolute address, "https://campus.example/seances", without a query.');
  return url;
}
