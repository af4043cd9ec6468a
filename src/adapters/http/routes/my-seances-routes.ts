import type { ListMySeances } from '../../../application/my-seances/list-my-seances.js';
import { type Route, signedInRoute } from '../route.js';
import { mySeancesPage, mySeancesQuery } from '../schemas/my-seances-schemas.js';

export function mySeancesRoutes(listMySeances: ListMySeances): readonly Route[] {
  return [
    signedInRoute({
      method: 'GET',
      path: '/api/v1/me/seances',
      operationId: 'listMySeances',
      summary:
        'What the actor teaches, takes part in or waits for, in all spaces that they may open, by start.',
      query: mySeancesQuery,
      answer: {
        status: 200,
        description: 'One page.',
        schema: { name: 'MySeancesPage', schema: mySeancesPage },
      },
      refusals: [],
      handle: async ({ actor, query }) => ({
        status: 200,
        body: { ...(await listMySeances.run(actor, query)), page: query.page, size: query.size },
      }),
    }),
  ];
}
