import type { EditGroup } from '../../../application/group/edit-group.js';
import type { ListGroups } from '../../../application/group/list-groups.js';
import { type Route, spaceRoute } from '../route.js';
import { group, groupChanges, groupList } from '../schemas/group-schemas.js';
import { sessionQuery } from '../schemas/seance-schemas.js';

export interface GroupUseCases {
  readonly listGroups: ListGroups;
  readonly editGroup: EditGroup;
}

const collection = '/api/v1/spaces/{space}/groups';
const item = `${collection}/{id}` as const;

export function groupRoutes({ listGroups, editGroup }: GroupUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'GET',
      path: collection,
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
    spaceRoute({
      method: 'PATCH',
      path: item,
      operationId: 'editGroup',
      summary: 'Renames a group of séances, or changes in how many of them one learner may be.',
      permission: 'edit',
      body: { name: 'GroupChanges', schema: groupChanges },
      answer: { status: 200, description: 'The group.', schema: { name: 'Group', schema: group } },
      refusals: [],
      handle: async ({ visit, params, body }) => {
        const { id, name, limit } = await editGroup.run(visit, params.id, body);
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
        await editGroup.remove(visit, params.id);
        return { status: 204 };
      },
    }),
  ];
}
