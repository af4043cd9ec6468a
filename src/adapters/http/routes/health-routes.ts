import type { Readiness } from '../../../ports/readiness.js';
import { Refusal } from '../../../domain/refusal.js';
import type { UnderWay } from '../under-way.js';
import { publicRoute, type Route } from '../route.js';
import { object, oneOf } from '../schemas/object.js';

const health = { name: 'Health', schema: object({ status: oneOf('ok') }) };

const well = { status: 200, body: { status: 'ok' } } as const;

export function healthRoutes(readiness: Readiness, underWay: UnderWay): readonly Route[] {
  return [
    publicRoute({
      method: 'GET',
      path: '/health/live',
      operationId: 'live',
      summary: 'The process answers.',
      answer: { status: 200, description: 'Always.', schema: health },
      refusals: [],
      isRoutine: true,
      handle: () => Promise.resolve(well),
    }),
    publicRoute({
      method: 'GET',
      path: '/health/ready',
      operationId: 'ready',
      summary: 'The database answers, its schema is up to date, and the process is not about to end.',
      answer: { status: 200, description: 'Requests can be served.', schema: health },
      refusals: ['unavailable'],
      isRoutine: true,
      handle: async () => {
        const obstacle = underWay.isEnding ? 'The process is about to end.' : await readiness.obstacle();
        if (obstacle !== undefined) throw new Refusal('unavailable', [], obstacle);
        return well;
      },
    }),
  ];
}
