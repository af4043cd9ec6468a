import type { CancellationResult, CancelSeances } from '../../../application/cancellation/cancel-seances.js';
import type { RequestLimits } from '../limits.js';
import { expectedVersions, tagged } from '../preconditions.js';
import { type Route, spaceRoute } from '../route.js';
import {
  cancellation,
  cancellations,
  cancelledSeance,
  cancelledSeances,
  reinstatedSeance,
  reinstatedSeances,
  reinstatement,
} from '../schemas/cancellation-schemas.js';
import { scopeQuery } from '../schemas/scope-schema.js';
import { idList } from '../schemas/selection-schemas.js';

export interface CancellationUseCases {
  readonly cancelSeances: CancelSeances;
}

const collection = '/api/v1/spaces/{space}/seances';
const item = `${collection}/{id}` as const;

export function cancellationRoutes(useCases: CancellationUseCases, limits: RequestLimits): readonly Route[] {
  return [...selectionRoutes(useCases, limits), ...itemRoutes(useCases)];
}

function selectionRoutes(
  { cancelSeances }: CancellationUseCases,
  { deletedAtOnce }: RequestLimits,
): readonly Route[] {
  return [
    spaceRoute({
      method: 'POST',
      path: `${collection}/cancel`,
      operationId: 'cancelSeances',
      summary: 'Says of several séances that they do not take place: all or none.',
      permission: 'edit',
      body: { name: 'Cancellations', schema: cancellations(deletedAtOnce) },
      idempotent: true,
      answer: {
        status: 200,
        description: 'How many.',
        schema: { name: 'CancelledSeances', schema: cancelledSeances },
      },
      refusals: ['not-found', 'attendance-begun'],
      handle: async ({ visit, body: { ids, reason }, attempt }) => {
        const { changed } = await cancelSeances.cancelAll(visit, ids, reason ?? '', attempt);
        return { status: 200, body: { changed } };
      },
    }),
    spaceRoute({
      method: 'POST',
      path: `${collection}/reinstate`,
      operationId: 'reinstateSeances',
      summary: 'Has several cancelled séances take place after all: all or none.',
      permission: 'edit',
      body: { name: 'SeanceIds', schema: idList(deletedAtOnce) },
      idempotent: true,
      answer: {
        status: 200,
        description: 'How many.',
        schema: { name: 'ReinstatedSeances', schema: reinstatedSeances },
      },
      refusals: ['not-found', 'group-limit', 'trainer-busy', 'location-busy'],
      handle: async ({ visit, body: { ids }, attempt }) => ({
        status: 200,
        body: await cancelSeances.reinstateAll(visit, ids, attempt),
      }),
    }),
  ];
}

function itemRoutes({ cancelSeances }: CancellationUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'POST',
      path: `${item}/cancel`,
      operationId: 'cancelSeance',
      summary:
        'Says of a séance, and of those of its series in scope, that they do not take place. They stay for everybody to see, and so do the places in them.',
      permission: 'edit',
      query: scopeQuery,
      body: { name: 'Cancellation', schema: cancellation },
      conditional: true,
      idempotent: true,
      answer: {
        status: 200,
        description: 'The séance; nothing was written when it was so already.',
        schema: { name: 'CancelledSeance', schema: cancelledSeance },
      },
      refusals: ['attendance-begun'],
      handle: async ({ visit, params: { id }, query: { scope }, body, attempt, request }) =>
        answerOf(
          await cancelSeances.cancel(
            visit,
            { id, scope, attempt, expectedVersions: expectedVersions(request) },
            body.reason ?? '',
          ),
        ),
    }),
    spaceRoute({
      method: 'POST',
      path: `${item}/reinstate`,
      operationId: 'reinstateSeance',
      summary: 'Undoes a cancellation, of those of the series in scope too.',
      permission: 'edit',
      query: scopeQuery,
      body: { name: 'Reinstatement', schema: reinstatement },
      conditional: true,
      idempotent: true,
      answer: {
        status: 200,
        description: 'The séance; nothing was written when it was so already.',
        schema: { name: 'ReinstatedSeance', schema: reinstatedSeance },
      },
      refusals: ['group-limit', 'trainer-busy', 'location-busy'],
      handle: async ({ visit, params: { id }, query: { scope }, attempt, request }) =>
        answerOf(
          await cancelSeances.reinstate(visit, {
            ...{ id, scope, attempt },
            expectedVersions: expectedVersions(request),
          }),
        ),
    }),
  ];
}

function answerOf({ view, changed, displaced }: CancellationResult) {
  const body = { ...view, changed, ...(displaced > 0 && { displaced }) };
  return { ...tagged(200, view), body };
}
