import { Refusal, type RefusalCode, type RefusalKind } from '../../domain/refusal.js';
import type { WholeAnswer } from '../../ports/whole-answer.js';
import { InvalidRequest, type PointedIssue } from './invalid-request.js';
import { message, messageOfSeance } from './language.js';
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

/** The answer to a request of a route, or of none, that failed (RFC 9457), in the language of the request. */
export function problemAnswer(error: unknown, language: string, route?: Pick<Route, 'query'>): WholeAnswer {
  if (error instanceof InvalidRequest) return respond('validation', statuses.invalid, error.issues, language);
  if (Refusal.is(error)) {
    const issues = error.issues.map((issue) => ({ ...issue, pointer: pointerTo(issue.field, route) }));
    const headers = error.kind === 'unavailable' ? { 'retry-after': String(retryAfterSeconds) } : undefined;
    return respond(error.code, statuses[error.kind], issues, language, headers);
  }
  const { code, headers } = error instanceof TransportRefusal ? error : new TransportRefusal('internal');
  return respond(code, transportStatuses[code], [], language, headers);
}

/** The status of the answer to a refusal, for the OpenAPI document. */
export function statusOf(kind: RefusalKind): number {
  return statuses[kind];
}

function respond(
  code: RefusalCode | TransportCode,
  status: number,
  issues: readonly PointedIssue[],
  language: string,
  headers: Readonly<Record<string, string>> = {},
): WholeAnswer {
  const problem = {
    type: `urn:seances:problem:${code}`,
    title: message(language, `${code}.title`),
    status,
    detail: message(language, `${code}.detail`),
    code,
    ...(issues.length > 0 && {
      errors: issues.map((issue) => ({
        pointer: issue.pointer,
        code: issue.code,
        message: issueMessage(issue, language),
        ...(issue.seance && { seance: issue.seance }),
        ...(issue.clash && { clash: issue.clash }),
      })),
    }),
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

function issueMessage({ code, params, seance, clash }: PointedIssue, language: string): string | undefined {
  const text = message(language, `issue.${code}`, params);
  const { name, start } = seance ?? clash ?? {};
  if (text === undefined || name === undefined || start === undefined) return text;
  return messageOfSeance(language, { name, start }, text);
}
