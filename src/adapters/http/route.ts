import type Joi from 'joi';
import type { Administration, SpacePermission, Visit } from '../../application/access/space-access.js';
import type { RefusalCode } from '../../domain/refusal.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Actor } from '../../ports/identity.js';
import type { ParamsOf } from './path-template.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call a route: anybody, anybody signed in, administrators of the platform, or who has a permission in the
 * space that the path names.
 */
export type RoutePermission = 'anybody' | 'signed-in' | 'administer' | SpacePermission;

export interface Reply<View = undefined> {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: View;
  /** Sent as it is, in the place of a body; the headers say what it is. */
  readonly whole?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request whose parts were checked. */
export interface Call<Path extends string = string, Query = unknown, Body = unknown> {
  readonly request: Request;
  readonly params: ParamsOf<Path>;
  readonly query: Query;
  readonly body: Body;
  readonly attempt: AttemptKey | undefined;
  /** The address of another route's path, from the root of the server on: the one way to write one. */
  readonly addressOf: <Template extends string>(template: Template, values: ParamsOf<Template>) => string;
  /** The same with scheme and host, for programs on another machine. */
  readonly urlOf: <Template extends string>(template: Template, values: ParamsOf<Template>) => string;
  /** What a path below the base path, which begins with a slash, leads to; undefined where that is no file. */
  readonly fileAt: (path: string) => AskedFile | undefined;
}

/** An answer of another route, which is a file for who may have it. */
export interface AskedFile {
  /** Its path and query, below the plugin's base path. */
  readonly path: string;
  /**
   * @param pointer where the path was sent.
   * @throws Refusal for who may not have it, InvalidRequest for a query that its route does not take.
   */
  check(actor: Actor, pointer: string): Promise<void>;
  /** What the route answers to the actor, who is asked again whether they may have it. */
  answer(actor: Actor, language: string): Promise<Reply<unknown>>;
}

/** A named schema of the OpenAPI document. */
export interface NamedSchema<T = unknown> {
  readonly name: string;
  readonly schema: Joi.AnySchema<T>;
  /** What the document says in the place of `schema`, where another schema has the last word. */
  readonly published?: Readonly<Record<string, unknown>>;
}

/** A body that may also be sent as plain text of a media type: it counts as an object with one field. */
export interface TextBody {
  readonly mediaType: string;
  readonly field: string;
}

/** What a row of the route table says of its route. Its types follow from its path and its schemas. */
interface Row<Path extends string = string, Query = unknown, Body = unknown, View = unknown> {
  readonly method: Method;
  /** An OpenAPI path template below the plugin's base path. */
  readonly path: Path;
  readonly operationId: string;
  readonly summary: string;
  readonly query?: Joi.ObjectSchema<Query>;
  readonly body?: NamedSchema<Body>;
  readonly textBody?: TextBody;
  /**
   * The media types of a form that may come from any site, and of which nothing is read: what counts is the secret in the
   * path, and no cookie.
   */
  readonly openForm?: readonly string[];
  /** In bytes, for a route whose bodies are larger than those of the others. Default: `bodyBytes` of the limits. */
  readonly bodyLimit?: number;
  /** True when `Idempotency-Key` is honoured. */
  readonly idempotent?: boolean;
  /** True when `If-Match` is honoured. */
  readonly conditional?: boolean;
  /** True when `If-None-Match` is honoured: the answer is 304 when nothing has changed. */
  readonly revalidated?: boolean;
  /** True for what machines ask for all the time: it is logged at level debug, as long as it is answered. */
  readonly isRoutine?: boolean;
  /** True for a page that runs the browser part: nothing runs in what others answer. */
  readonly isPage?: boolean;
  readonly answer: {
    readonly status: number;
    readonly description: string;
    readonly schema?: NamedSchema<View>;
    /** Of an answer that is no JSON; several where it is one of them. */
    readonly mediaType?: string | readonly string[];
    /** Other statuses, and what they say: with the same schema where only that is written. */
    readonly others?: Readonly<Record<number, string | Omit<Row['answer'], 'status' | 'others'>>>;
  };
  /** Refusals that the use case can make, beside those that follow from the rest of the row. */
  readonly refusals: readonly RefusalCode[];
}

/** One row of the route table: what the router, the permission checks and the OpenAPI document are made from. */
export interface Route extends Row {
  readonly permission: RoutePermission;
  readonly handle: (
    call: Call & {
      readonly actor?: Actor;
      readonly visit?: Visit;
      readonly administration?: Administration;
    },
  ) => Promise<Reply<unknown>>;
}

/** What a route does with what was checked of a request; it answers what its schema says. */
interface Handled<Given, View> {
  readonly handle: (call: Given) => Promise<Reply<NoInfer<View>>>;
}

/** A route that needs no space. */
export function publicRoute<const Path extends string, Body = undefined, View = undefined>(
  row: Row<Path, unknown, Body, View> & Handled<Call<Path, unknown, Body>, View>,
): Route {
  return { ...row, permission: 'anybody', handle: row.handle as Route['handle'] };
}

/** A route that needs no space, but somebody who is signed in. */
export function signedInRoute<
  const Path extends string,
  Query = undefined,
  Body = undefined,
  View = undefined,
>(
  row: Row<Path, Query, Body, View> & Handled<Call<Path, Query, Body> & { readonly actor: Actor }, View>,
): Route {
  return { ...row, permission: 'signed-in', handle: row.handle as Route['handle'] };
}

/** A route of a space, which its path names: its handler is only called with a visit that has the permission. */
export function spaceRoute<
  const Path extends `${string}{space}${string}`,
  Needed extends SpacePermission,
  Query = undefined,
  Body = undefined,
  View = undefined,
>(
  row: Row<Path, Query, Body, View> & { readonly permission: Needed } & Handled<
      Call<Path, Query, Body> & { readonly visit: Visit<NoInfer<Needed>> },
      View
    >,
): Route {
  return { ...row, handle: row.handle as Route['handle'] };
}

/** A route of a platform's administration: its handler is only called for somebody who administers theirs. */
export function adminRoute<const Path extends string, Query = undefined, Body = undefined, View = undefined>(
  row: Row<Path, Query, Body, View> &
    Handled<Call<Path, Query, Body> & { readonly administration: Administration }, View>,
): Route {
  return { ...row, permission: 'administer', handle: row.handle as Route['handle'] };
}
