/** Somebody who is signed in to the host. */
export interface Actor {
  /** The host's own id of this user: at most 128 characters, never given to somebody else later. */
  readonly id: string;
  /** As other people may read it. */
  readonly name: string;
  /** A BCP 47 tag, such as `fr-BE`. */
  readonly locale: string;
  /** An IANA zone name, such as `Europe/Brussels`. */
  readonly timeZone: string;
  /**
   * The platform that this user is of, for a host that serves several (tenants): at most 128 characters, compared exactly.
   * They see nothing of another one, and what they administer is theirs. Somebody who is in two has an id in each.
   * Default: `''`, the only platform of a host that has one.
   */
  readonly platformId?: string | undefined;
}

/**
 * Who makes a request. The plugin never authenticates anyone: it asks this port, once per request.
 *
 * `Context` is what the bridge hands over beside the request: `{ request }`, with the framework's own request object, for
 * the Express, Fastify and Node bridges, or whatever the host passes to `plugin.fetch(request, context)`.
 */
export abstract class Identity<Context = unknown> {
  /** The actor, or null when nobody is signed in. Rejects only when the host itself fails: the answer is then a 503. */
  abstract identify(request: Request, context: Context): Promise<Actor | null>;
}
