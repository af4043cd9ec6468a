import type { ListTrainers } from '../../../application/space/list-trainers.js';
import type { OpenSpace } from '../../../application/space/open-space.js';
import { pageReply } from '../page-reply.js';
import { type Route, spaceRoute } from '../route.js';
import { sessionChoiceQuery, space, trainerPage } from '../schemas/space-schemas.js';

export interface SpaceUseCases {
  readonly openSpace: OpenSpace;
  readonly listTrainers: ListTrainers;
}

const root = '/api/v1/spaces/{space}';

export function spaceRoutes({ openSpace, listTrainers }: SpaceUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'GET',
      path: root,
      operationId: 'openSpace',
      summary: 'The space, its sessions, what the actor may do there, and the settings in force.',
      permission: 'open',
      answer: { status: 200, description: 'The space.', schema: { name: 'Space', schema: space } },
      refusals: [],
      handle: async ({ visit }) => ({ status: 200, body: await openSpace.run(visit) }),
    }),
    spaceRoute({
      method: 'GET',
      path: `${root}/trainers`,
      operationId: 'listTrainers',
      summary: 'The trainers of a session.',
      permission: 'open',
      query: sessionChoiceQuery,
      answer: { status: 200, description: 'One page.', schema: { name: 'TrainerPage', schema: trainerPage } },
      refusals: ['no-session'],
      handle: async ({ visit, query: { session, ...search } }) =>
        pageReply(search, await listTrainers.run(visit, session, search)),
    }),
  ];
}
