import type { ReadHours } from '../../../application/attendance/read-hours.js';
import type { ReadOwnAttendance } from '../../../application/attendance/read-own-attendance.js';
import { type Route, signedInRoute, spaceRoute } from '../route.js';
import { hoursQuery, ownAttendance, ownAttendanceQuery, sessionHours } from '../schemas/hours-schemas.js';

/** How long people were there. */
export function hoursRoutes(readHours: ReadHours, readOwnAttendance: ReadOwnAttendance): readonly Route[] {
  return [
    spaceRoute({
      method: 'GET',
      path: '/api/v1/spaces/{space}/attendance',
      operationId: 'readHours',
      summary: 'How long each learner of a session was there, by quarter, and at how many half-days.',
      permission: 'enrol',
      query: hoursQuery,
      answer: {
        status: 200,
        description: 'The hours of everybody.',
        schema: { name: 'SessionHours', schema: sessionHours },
      },
      refusals: ['no-session'],
      handle: async ({ visit, query: { session: sessionId, ...days } }) => ({
        status: 200,
        body: await readHours.run(visit, { sessionId, ...days }),
      }),
    }),
    signedInRoute({
      method: 'GET',
      path: '/api/v1/me/attendance',
      operationId: 'readOwnAttendance',
      summary:
        'At which half-days the actor was, in all spaces that they may open, the latest first, and for how long.',
      query: ownAttendanceQuery,
      answer: {
        status: 200,
        description: 'One page, and the hours of all of them.',
        schema: { name: 'OwnAttendance', schema: ownAttendance },
      },
      refusals: [],
      handle: async ({ actor, query }) => ({
        status: 200,
        body: { ...(await readOwnAttendance.run(actor, query)), page: query.page, size: query.size },
      }),
    }),
  ];
}
