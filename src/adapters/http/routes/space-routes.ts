import type { ListGroups } from '../../../application/group/list-groups.js';
import type { ChoiceSearch, ListLocations } from '../../../application/location/list-locations.js';
import type { ListTrainers } from '../../../application/space/list-trainers.js';
import type { ListHostGroups } from '../../../application/enrolment/list-host-groups.js';
import type { EditGroup, GroupChanges } from '../../../application/group/edit-group.js';
import type { OpenSpace } from '../../../application/space/open-space.js';
import { type Route, spaceRoute } from '../route.js';
import { groupChanges, hostGroupPage } from '../schemas/enrolment-schemas.js';
import { group, sessionQuery } from '../schemas/seance-schemas.js';
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
  readonly listHostGroups: ListHostGroups;
  readonly editGroup: EditGroup;
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
    ...groupRoutes(useCases),
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

function groupRoutes({ listHostGroups, editGroup }: SpaceUseCases): readonly Route[] {
  const item = `${root}/groups/{id}`;
  return [
    spaceRoute<unknown, GroupChanges>({
      method: 'PATCH',
      path: item,
      operationId: 'editGroup',
      summary: 'Renames a group of séances, or changes in how many of them one learner may be.',
      permission: 'edit',
      body: { name: 'GroupChanges', schema: groupChanges },
      answer: { status: 200, description: 'The group.', schema: { name: 'Group', schema: group } },
      refusals: [],
      handle: async ({ visit, params, body }) => {
        const { id, name, limit } = await editGroup.run(visit, params['id'] ?? '', body);
        return { status: 200, body: { id, name, limit } };
      },
    }),
    spaceRoute({
      method: 'DELETE',
      path: item,
      operationId: 'deleteGroup',
      summary: 'Removes a group; its séances stay.',
      permission: 'edit',
      answer: { status: 204, description: 'Removed.' },
      refusals: [],
      handle: async ({ visit, params }) => {
        await editGroup.remove(visit, params['id'] ?? '');
        return { status: 204 };
      },
    }),
    spaceRoute<ChoiceSearch & SessionQuery>({
      method: 'GET',
      path: `${root}/host-groups`,
      operationId: 'listHostGroups',
      summary: "The host's own groups that have learners of a session, such as classes.",
      permission: 'enrol',
      query: sessionChoiceQuery,
      answer: {
        status: 200,
        description: 'One page.',
        schema: { name: 'HostGroupPage', schema: hostGroupPage },
      },
      refusals: ['no-session'],
      handle: async ({ visit, query: { session, ...search } }) => ({
        status: 200,
        body: {
          ...(await listHostGroups.run(visit, session, search)),
          page: search.page,
          size: search.size,
        },
      }),
    }),
  ];
}
