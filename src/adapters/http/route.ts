import type Joi from 'joi';
import type { SpacePermission, Visit } from '../../application/access/space-access.js';
import type { RefusalCode } from '../../domain/refusal.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Actor } from '../../ports/identity.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call a route: anybody, anybody signed in, administrators of the platform, or who has a permission in the
 * space that the path names.
 */
export type RoutePermission = 'anybody' | 'signed-in' | 'administer' | SpacePermission;

export interface Reply {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in the place of a body; the headers say what it is. */
  readonly whole?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request whose parts were checked. */
export interface Call<Query, Body> {
  readonly request: Request;
  /** The plugin's own address, without a slash at the end, as the client sees it. */
  readonly baseUrl: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly attempt: AttemptKey | undefined;
}

/** A named schema of the OpenAPI document. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: Joi.Schema;
  /** What the document says in the place of `schema`, where another schema has the last word. */
  readonly published?: Readonly<Record<string, unknown>>;
}

/** A body that may also be sent as plain text of a media type: it counts as an object with one field. */
export interface TextBody {
  readonly mediaType: string;
  readonly field: string;
}

/** One row of the route table: what the router, the permission checks and the OpenAPI document are made from. */
export interface Route {
  readonly method: Method;
  /** An OpenAPI path template below the plugin's base path. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly permission: RoutePermission;
  readonly query?: Joi.ObjectSchema;
  readonly body?: NamedSchema;
  readonly textBody?: TextBody;
  /** In bytes, for a route whose bodies are larger than those of the others. Default: `bodyBytes` of the limits. */
  readonly bodyLimit?: number;
  /** True when `Idempotency-Key` is honoured. */
  readonly idempotent?: boolean;
  /** True when `If-Match` is honoured. */
  readonly conditional?: boolean;
  /** True when `If-None-Match` is honoured: the answer is 304 when nothing has changed. */
  readonly revalidated?: boolean;
  readonly answer: {
    readonly status: number;
    readonly description: string;
    readonly schema?: NamedSchema;
    readonly mediaType?: string;
    /** Other statuses with the same schema, and what they say. */
    readonly others?: Readonly<Record<number, string>>;
  };
  /** Refusals that the use case can make, beside those that follow from the rest of the row. */
  readonly refusals: readonly RefusalCode[];
  readonly handle: (
    call: Call<unknown, unknown> & { readonly actor?: Actor; readonly visit?: Visit },
  ) => Promise<Reply>;
}

type Row = Omit<Route, 'permission' | 'handle'>;

/** A route that needs no space. */
export function publicRoute(row: Row & { handle: (call: Call<unknown, unknown>) => Promise<Reply> }): Route {
  return { ...row, permission: 'anybody' };
}

/** A route that needs no space, but somebody who is signed in. */
export function signedInRoute(
  row: Row & { handle: (call: Call<unknown, unknown> & { readonly actor: Actor }) => Promise<Reply> },
): Route {
  return { ...row, permission: 'signed-in', handle: row.handle as Route['handle'] };
}

/** A route of a space: its handler is only called with a visit that has the permission. */
export function spaceRoute<Query = unknown, Body = unknown>(
  row: Row & {
    permission: SpacePermission;
    handle: (call: Call<Query, Body> & { readonly visit: Visit }) => Promise<Reply>;
  },
): Route {
  return { ...row, handle: row.handle as Route['handle'] };
}

/** A route of the platform's administration. */
export function adminRoute<Query = unknown, Body = unknown>(
  row: Row & { handle: (call: Call<Query, Body> & { readonly actor: Actor }) => Promise<Reply> },
): Route {
  return { ...row, permission: 'administer', handle: row.handle as Route['handle'] };
}
