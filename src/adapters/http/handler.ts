import { Hono } from 'hono';
import type { BlankSchema } from 'hono/types';
import { inTime } from '../../application/in-time.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor, Identity } from '../../ports/identity.js';
import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/metrics.js';
import type { RateLimiter } from '../../ports/rate-limiter.js';
import type { WholeAnswer } from '../../ports/whole-answer.js';
import { answerAnybody, answerAs, type AnsweringParts, type RoutedRequest } from './answer-as.js';
import { refuseCrossSite } from './cross-site.js';
import { answerLanguage } from './language.js';
import { isNarrow, routerPath, valuesIn } from './path-template.js';
import { problemAnswer } from './problem.js';
import { refuseOtherForms } from './request-body.js';
import { RequestRecord } from './request-record.js';
import type { Reply, Route } from './route.js';
import { TransportRefusal } from './transport-refusal.js';

export interface HandlerOptions<Context> extends AnsweringParts {
  readonly trustedOrigins: readonly string[];
  readonly identity: Identity<Context>;
  /** Nobody is counted without one. */
  readonly rateLimiter?: RateLimiter;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** A request on its way through the checks. The actor is kept for the language of a refusal. */
interface Passage extends RoutedRequest {
  actor?: Actor;
}

/** What the router carries: a route leaves its answer there, for the router itself only takes a `Response`. */
interface Bound<Context> {
  Bindings: { context: Context; answer?: Promise<WholeAnswer> };
}
type Router<Context> = Hono<Bound<Context>, BlankSchema, string>;

/** One function from a request to its answer, which never rejects. */
export type Handler<Context> = (request: Request, context: Context) => Promise<WholeAnswer>;

/** Answers requests with the route table. */
export function createHandler<Context>(options: HandlerOptions<Context>): Handler<Context> {
  const router: Router<Context> = new Hono<Bound<Context>>({ strict: true }).basePath(options.basePath);
  const narrow = options.routes.filter(isNarrow);
  addRoutes(router, options, narrow);
  addRoutes(
    router,
    options,
    options.routes.filter((route) => !isNarrow(route)),
  );
  router.notFound(({ req, env }) => {
    env.answer = refuse(options, req.raw, new Refusal('not-found'));
    return routed;
  });
  return async (request, context) => {
    const carried: Bound<Context>['Bindings'] = { context };
    await router.fetch(request, carried);
    const answered = await (carried.answer ?? refuse(options, request, new Error('No route was asked.')));
    return request.method === 'HEAD' ? { ...answered, whole: null } : answered;
  };
}

/** Says to the router that a route was found. */
const routed = new Response();

function addRoutes<Context>(
  router: Router<Context>,
  options: HandlerOptions<Context>,
  routes: readonly Route[],
): void {
  const paths = new Map<string, string[]>();
  for (const route of routes) {
    const path = routerPath(route.path);
    paths.set(path, [...(paths.get(path) ?? []), route.method]);
    const paramsOf = valuesIn(route.path);
    router.on(route.method, path, ({ req, env }) => {
      env.answer = answer(
        options,
        { request: req.raw, params: paramsOf(req.param()) },
        (passage) => pass(options, route, passage, env.context),
        route,
      );
      return routed;
    });
  }
  for (const [path, methods] of paths) {
    router.all(path, ({ req, env }) => {
      const refusal = new TransportRefusal('method-not-allowed', { allow: methods.join(', ') });
      env.answer = refuse(options, req.raw, refusal);
      return routed;
    });
  }
}

function refuse<Context>(
  options: HandlerOptions<Context>,
  request: Request,
  refusal: Error,
): Promise<WholeAnswer> {
  return answer(options, { request, params: {} }, () => Promise.reject(refusal));
}

async function answer<Context>(
  { logger, metrics, limits }: HandlerOptions<Context>,
  passage: Passage,
  work: (passage: Passage) => Promise<Reply<unknown>>,
  route?: Route,
): Promise<WholeAnswer> {
  const record = new RequestRecord(passage.request, route, logger, metrics);
  try {
    const reply = await inTime(work(passage), limits.requestMilliseconds, timedOut);
    return record.answered(shielded(answerOf(reply), route));
  } catch (error) {
    const language = answerLanguage(passage.request.headers.get('accept-language'), passage.actor?.locale);
    const refused = problemAnswer(error, language, route);
    return record.answered(shielded(refused), error);
  }
}

/** Whoever opens an answer in a browser sees data: nothing in it runs, is taken for something else, or is framed. */
function shielded(answer: WholeAnswer, route?: Route): WholeAnswer {
  const shield = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; ${route?.isPage ? ownParts : ''}base-uri 'none'; frame-ancestors 'none'`,
  };
  return { ...answer, headers: { 'referrer-policy': 'same-origin', ...answer.headers, ...shield } };
}

/** What a page runs, shows and asks is from where it is itself, and nothing of it is written in the page. */
const ownParts =
  "script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; ";

/** The checks, in the order of what each may reveal: who, from where, may they, and only then what they sent. */
async function pass<Context>(
  options: HandlerOptions<Context>,
  route: Route,
  passage: Passage,
  context: Context,
): Promise<Reply<unknown>> {
  const { request } = passage;
  if (route.openForm) refuseOtherForms(request, route.openForm);
  else if (route.method !== 'GET') refuseCrossSite(request, options);
  if (route.permission === 'anybody') return answerAnybody(options, route, passage);
  const actor = await options.identity.identify(request, context);
  if (!actor) throw new TransportRefusal('unauthenticated');
  passage.actor = actor;
  await admit(options.rateLimiter, actor);
  return answerAs(options, route, passage, actor);
}

/** @throws TransportRefusal `too-many-requests` */
async function admit(rateLimiter: RateLimiter | undefined, actor: Actor): Promise<void> {
  const wait = (await rateLimiter?.take(actor.id)) ?? 0;
  if (wait > 0) throw new TransportRefusal('too-many-requests', { 'retry-after': String(wait) });
}

/** What is not done in time may still be: whoever wrote looks before they write again, or sends an `Idempotency-Key`. */
function timedOut(): TransportRefusal {
  return new TransportRefusal('timed-out', { 'retry-after': '1' });
}

function answerOf({ status, body, whole, headers = {} }: Reply<unknown>): WholeAnswer {
  if (whole !== undefined) return { status, headers, whole };
  const [json, type] =
    body === undefined
      ? [null, {}]
      : [JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8' }];
  return { status, headers: { ...type, 'cache-control': 'no-store', ...headers }, whole: json };
}
