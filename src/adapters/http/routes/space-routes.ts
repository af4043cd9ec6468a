import type { ListGroups } from '../../../application/choice/list-groups.js';
import type { ChoiceSearch, ListLocations } from '../../../application/choice/list-locations.js';
import type { ListTrainers } from '../../../application/choice/list-trainers.js';
import type { OpenSpace } from '../../../application/space/open-space.js';
import { type Route, spaceRoute } from '../route.js';
import { sessionQuery } from '../schemas/seance-schemas.js';
import {
  choiceQuery,
  groupList,
  locationPage,
  sessionChoiceQuery,
  space,
  trainerPage,
} from '../schemas/space-schemas.js';

export interface SpaceUseCases {
  readonly openSpace: OpenSpace;
  readonly listGroups: ListGroups;
  readonly listLocations: ListLocations;
  readonly listTrainers: ListTrainers;
}

interface SessionQuery {
  readonly session?: string;
}

const root = '/api/v1/spaces/{space}';

export function spaceRoutes(useCases: SpaceUseCases): readonly Route[] {
  const { openSpace, listGroups } = useCases;
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
    spaceRoute<SessionQuery>({
      method: 'GET',
      path: `${root}/groups`,
      operationId: 'listGroups',
      summary: 'The groups of séances of a session, by name.',
      permission: 'open',
      query: sessionQuery,
      answer: { status: 200, description: 'All groups.', schema: { name: 'GroupList', schema: groupList } },
      refusals: ['no-session'],
      handle: async ({ visit, query }) => {
        const groups = await listGroups.run(visit, query.session);
        return { status: 200, body: { items: groups.map(({ id, name, limit }) => ({ id, name, limit })) } };
      },
    }),
    ...choiceRoutes(useCases),
  ];
}

function choiceRoutes({ listLocations, listTrainers }: SpaceUseCases): readonly Route[] {
  return [
    spaceRoute<ChoiceSearch>({
      method: 'GET',
      path: `${root}/locations`,
      operationId: 'listLocations',
      summary: "The places proposed for a séance: the platform's, then the host's.",
      permission: 'open',
      query: choiceQuery,
      answer: {
        status: 200,
        description: 'One page.',
        schema: { name: 'LocationPage', schema: locationPage },
      },
      refusals: [],
      handle: async ({ query }) => ({
        status: 200,
        body: { ...(await listLocations.run(query)), page: query.page, size: query.size },
      }),
    }),
    spaceRoute<ChoiceSearch & SessionQuery>({
      method: 'GET',
      path: `${root}/trainers`,
      operationId: 'listTrainers',
      summary: 'The trainers of a session.',
      permission: 'open',
      query: sessionChoiceQuery,
      answer: { status: 200, description: 'One page.', schema: { name: 'TrainerPage', schema: trainerPage } },
      refusals: ['no-session'],
      handle: async ({ visit, query: { session, ...search } }) => ({
        status: 200,
        body: { ...(await listTrainers.run(visit, session, search)), page: search.page, size: search.size },
      }),
    }),
  ];
}
