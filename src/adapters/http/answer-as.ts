import type {
  Administration,
  SpaceAccess,
  SpacePermission,
  Visit,
} from '../../application/access/space-access.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../ports/identity.js';
import type { RequestLimits } from './limits.js';
import { type ParamsOf, valuesAt } from './path-template.js';
import { bodyPointer, queryPointer } from './pointer.js';
import { attemptOf } from './preconditions.js';
import type { PublicAddress } from './public-address.js';
import { readBody } from './request-body.js';
import type { AskedFile, Call, Reply, Route } from './route.js';
import { validate } from './validate.js';

/** What routes are answered with, whoever asks. */
export interface AnsweringParts {
  readonly routes: readonly Route[];
  /** Where the host mounts the plugin: empty, or starting with a slash and not ending with one. */
  readonly basePath: string;
  readonly address: PublicAddress;
  readonly access: SpaceAccess;
  readonly limits: RequestLimits;
}

/** A request with what its path names. */
export interface RoutedRequest {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
}

/** Answers somebody who is known, in the order of what each check may reveal: may they, and only then what they sent. */
export async function answerAs(
  parts: AnsweringParts,
  route: Route,
  routed: RoutedRequest,
  actor: Actor,
): Promise<Reply<unknown>> {
  const { request } = routed;
  const { proof, query } = await admitted(parts, route, routed, actor);
  const { body, text } = await sentBody(parts, route, request);
  const attempt = route.idempotent ? attemptOf(request, actor.id, text) : undefined;
  return route.handle({
    ...callOf(parts, routed),
    actor,
    ...proof,
    query,
    body,
    attempt,
  });
}

/** Answers a route that anybody may call. */
export async function answerAnybody(
  parts: AnsweringParts,
  route: Route,
  routed: RoutedRequest,
): Promise<Reply<unknown>> {
  const { body } = await sentBody(parts, route, routed.request);
  return route.handle({ ...callOf(parts, routed), body });
}

/** What was sent, as the schema of the route reads it. */
async function sentBody(
  { limits }: AnsweringParts,
  route: Route,
  request: Request,
): Promise<{ readonly body: unknown; readonly text: string }> {
  if (!route.body) return { body: undefined, text: '' };
  const { value, text } = await readBody(request, route, limits);
  return { body: validate(route.body.schema, value, bodyPointer), text };
}

/** What a request says by itself: nobody is known yet, and nothing that was sent was looked at. */
function callOf(parts: AnsweringParts, { request, params }: RoutedRequest): Call {
  const { address } = parts;
  return {
    request,
    params,
    query: {},
    body: undefined,
    attempt: undefined,
    addressOf: <Template extends string>(template: Template, values: ParamsOf<Template>) =>
      address.pathOf(template, values),
    urlOf: <Template extends string>(template: Template, values: ParamsOf<Template>) =>
      address.urlOf(request, template, values),
    fileAt: (path) => fileAt(parts, request, path),
  };
}

function fileAt(parts: AnsweringParts, { url }: Request, path: string): AskedFile | undefined {
  const { origin, pathname, search } = new URL(`${new URL(url).origin}${path}`);
  const href = `${origin}${parts.basePath}${pathname}${search}`;
  for (const route of parts.routes.filter(isFile)) {
    const params = valuesAt(route.path, pathname);
    if (!params) continue;
    return {
      path: `${pathname}${search}`,
      check: async (actor, pointer) => {
        await admitted(parts, route, { request: new Request(href), params }, actor, () => pointer);
      },
      answer: (actor, language) => {
        const request = new Request(href, { headers: { 'accept-language': language } });
        return answerAs(parts, route, { request, params }, actor);
      },
    };
  }
  return undefined;
}

/** What is no JSON, and not for everybody. */
function isFile({ method, permission, answer }: Route): boolean {
  return method === 'GET' && permission !== 'anybody' && answer.mediaType !== undefined;
}

async function admitted(
  parts: AnsweringParts,
  route: Route,
  { request, params }: RoutedRequest,
  actor: Actor,
  pointer = queryPointer,
): Promise<{ readonly proof: Proof; readonly query: object }> {
  refusePadded(params);
  const proof = await enter(parts.access, route, actor, params['space'] ?? '');
  const query = route.query ? bounded(validate(route.query, queryOf(request), pointer), parts.limits) : {};
  return { proof, query };
}

/**
 * MySQL compares `id ` and `id` as equal, and what is found by the one is then not what was asked for.
 *
 * @throws Refusal `not-found`
 */
function refusePadded(params: RoutedRequest['params']): void {
  if (Object.values(params).some((value) => value.endsWith(' '))) throw new Refusal('not-found');
}

/** Who asks for all of a list gets as many entries as the limits let through. */
function bounded(query: object, { listItems }: RequestLimits): object {
  return 'size' in query && query.size === 'all' ? { ...query, most: listItems } : query;
}

/** That somebody may do what a route is for: in a space, or on a platform. */
interface Proof {
  readonly visit?: Visit;
  readonly administration?: Administration;
}

async function enter(access: SpaceAccess, route: Route, actor: Actor, spaceId: string): Promise<Proof> {
  if (route.permission === 'signed-in') return {};
  if (route.permission === 'administer') return { administration: await access.administer(actor) };
  return { visit: await access.enter(actor, spaceId, route.permission as SpacePermission) };
}

/** A parameter that is given twice is a list, which no schema accepts. */
function queryOf(request: Request): Record<string, unknown> {
  const parameters = new URL(request.url).searchParams;
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
