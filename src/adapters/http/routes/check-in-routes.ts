import type { CheckIn } from '../../../application/attendance/check-in.js';
import { publicRoute, type Route, signedInRoute } from '../route.js';
import { confirmedCheckIn, confirmInput, issuedTicket, typedCheckIn } from '../schemas/attendance-schemas.js';

/** Where the code on the wall leads to. */
export const checkInPagePath = '/check-in';

const path = '/api/v1/check-in';

export function checkInRoutes(checkIn: CheckIn): readonly Route[] {
  return [
    publicRoute({
      method: 'POST',
      path,
      operationId: 'checkIn',
      summary:
        'Exchanges the code on the wall for a ticket, before anybody signs in: a slow sign-in does no harm.',
      body: { name: 'CheckIn', schema: typedCheckIn },
      answer: {
        status: 200,
        description: 'A ticket for this half-day, for five minutes.',
        schema: { name: 'CheckInTicket', schema: issuedTicket },
      },
      refusals: ['code-expired', 'unavailable'],
      handle: async ({ body: { code, device } }) => ({
        status: 200,
        body: await checkIn.exchange(code, device ?? ''),
      }),
    }),
    signedInRoute({
      method: 'POST',
      path: `${path}/confirm`,
      operationId: 'confirmCheckIn',
      summary: 'Marks the actor, who has a ticket, as present; with a signature where people sign.',
      body: { name: 'CheckInConfirmation', schema: confirmInput },
      answer: {
        status: 200,
        description: 'What is written down.',
        schema: { name: 'ConfirmedCheckIn', schema: confirmedCheckIn },
      },
      refusals: [
        'not-found',
        'attendance-off',
        'code-expired',
        'not-in-roster',
        'slot-closed',
        'slot-not-open',
        'seance-cancelled',
      ],
      handle: async ({ actor, body: { ticket, signature } }) => ({
        status: 200,
        body: await checkIn.confirm(actor, ticket, signature ?? null),
      }),
    }),
  ];
}
