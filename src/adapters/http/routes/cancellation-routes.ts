import type { CancellationResult, CancelSeances } from '../../../application/cancellation/cancel-seances.js';
import { expectedVersions, tagged } from '../preconditions.js';
import { type Route, spaceRoute } from '../route.js';
import {
  cancellation,
  cancelledSeance,
  reinstatedSeance,
  reinstatement,
} from '../schemas/cancellation-schemas.js';
import { scopeQuery } from '../schemas/scope-schema.js';

export interface CancellationUseCases {
  readonly cancelSeances: CancelSeances;
}

const item = '/api/v1/spaces/{space}/seances/{id}';

export function cancellationRoutes({ cancelSeances }: CancellationUseCases): readonly Route[] {
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
      refusals: [],
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
