import { Refusal, type RefusalCode, type RefusalKind, refusals } from '../../domain/refusal.js';
import type { WholeAnswer } from '../../ports/whole-answer.js';
import { InvalidRequest, type PointedIssue } from './invalid-request.js';
import { dateIn } from '../../locales/written-date.js';
import { message, messageOfSeance, messageOfSeances, nothingSaved } from './language.js';
import { pointerTo } from './pointer.js';
import type { Route } from './route.js';
import { type TransportCode, TransportRefusal, transportStatuses } from './transport-refusal.js';

/** The one place that knows which status a refusal has. */
const statuses: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  stale: 412,
  unavailable: 503,
};

/** How long a client waits before it tries again what could not be done now. */
const retryAfterSeconds = 1;

/** The most errors about séances in one answer: a change may be about thousands of them. */
const mostSeances = 20;

/** What an answer says about a request that failed. */
interface Failure {
  readonly code: RefusalCode | TransportCode;
  readonly issues: readonly PointedIssue[];
  readonly language: string;
  /** Whether the request was to change something. */
  readonly isWrite: boolean;
}

/** The answer to a request of a route, or of none, that failed (RFC 9457), in the language of the request. */
export function problemAnswer(
  error: unknown,
  language: string,
  route?: Pick<Route, 'query' | 'method'>,
): WholeAnswer {
  const request = { language, isWrite: route !== undefined && route.method !== 'GET' };
  if (error instanceof InvalidRequest)
    return respond(statuses.invalid, { ...request, code: 'validation', issues: error.issues });
  if (Refusal.is(error)) {
    const issues = error.issues.map((issue) => ({ ...issue, pointer: pointerTo(issue.field, route) }));
    const headers = error.kind === 'unavailable' ? { 'retry-after': String(retryAfterSeconds) } : undefined;
    return respond(statuses[error.kind], { ...request, code: error.code, issues }, headers);
  }
  const { code, headers } = error instanceof TransportRefusal ? error : new TransportRefusal('internal');
  return respond(transportStatuses[code], { ...request, code, issues: [] }, headers);
}

/** The status of the answer to a refusal, for the OpenAPI document. */
export function statusOf(kind: RefusalKind): number {
  return statuses[kind];
}

function respond(
  status: number,
  failure: Failure,
  headers: Readonly<Record<string, string>> = {},
): WholeAnswer {
  const { code, issues, language } = failure;
  const told = toldOf(issues);
  const problem = {
    type: `urn:seances:problem:${code}`,
    title: message(language, `${code}.title`),
    status,
    detail: detailOf(failure),
    code,
    ...(told.length > 0 && {
      errors: told.map((issue) => ({
        pointer: issue.pointer,
        code: issue.code,
        message: issueMessage(issue, failure),
        ...(issue.seance && { seance: issue.seance }),
        ...(issue.clash && { clash: issue.clash }),
        ...(issue.moment && { moment: issue.moment }),
      })),
    }),
    ...(told.length < issues.length && { errorCount: issues.length }),
  };
  return {
    status,
    whole: JSON.stringify(problem),
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...headers,
    },
  };
}

/** All issues but those about more séances than an answer names. */
function toldOf(issues: readonly PointedIssue[]): readonly PointedIssue[] {
  const ofSeances = issues.filter(({ seance }) => seance !== undefined);
  const untold = new Set(ofSeances.slice(mostSeances));
  return issues.filter((issue) => !untold.has(issue));
}

/** What happened, with the séance that it is about when it is one, and their number when it is about several. */
function detailOf(failure: Failure): string | undefined {
  const { code, issues, language, isWrite } = failure;
  const isInvalid = code in refusals && refusals[code as RefusalCode] === 'invalid';
  const sentences = [message(language, `${code}.detail`), isInvalid && isWrite && nothingSaved(language)];
  const detail = sentences.filter(Boolean).join(' ');
  const ids = new Set(issues.flatMap(({ seance }) => seance?.id ?? []));
  if (ids.size > 1) return `${detail} ${messageOfSeances(language, ids.size)}`;
  const issue = issues.find(({ seance, clash, moment }) => (seance ?? clash)?.name !== undefined || moment);
  if (!issue) return detail;
  if (issue.moment) return `${detail} ${issueText(issue, failure)}`;
  const isAllSaid = detail.startsWith(issueText(issue, failure) ?? '');
  return isAllSaid ? withSeance(issue, language, detail) : `${detail} ${issueMessage(issue, failure)}`;
}

function issueMessage(issue: PointedIssue, failure: Failure): string | undefined {
  const text = issueText(issue, failure);
  return text === undefined ? undefined : withSeance(issue, failure.language, text);
}

/** A séance that cannot be had for what is wanted is refused for the reason of the whole refusal. */
function issueText(
  { code, params, seance, moment }: PointedIssue,
  { code: refused, language }: Failure,
): string | undefined {
  if (moment) return message(language, `issue.${code}.moment`, { moment: dateIn(language, moment.wallTime) });
  const isItself = seance !== undefined && code === 'not-proposed';
  return message(language, isItself ? `${refused}.detail` : `issue.${code}`, params);
}

function withSeance({ seance, clash }: PointedIssue, language: string, text: string): string {
  const { name, start } = seance ?? clash ?? {};
  return name === undefined || start === undefined ? text : messageOfSeance(language, { name, start }, text);
}
