import type { DeleteSeances } from '../../../application/deletion/delete-seances.js';
import type { ListDeletions } from '../../../application/deletion/list-deletions.js';
import type { RestoreSeances } from '../../../application/deletion/restore-seances.js';
import type { RequestLimits } from '../limits.js';
import { pageReply } from '../page-reply.js';
import { expectedVersions, tagged } from '../preconditions.js';
import { type Route, spaceRoute } from '../route.js';
import {
  chosenDeletion,
  deletedCount,
  deletionPage,
  deletionQuery,
  restoration,
  restoredSeance,
  restoredSeances,
} from '../schemas/deletion-schemas.js';
import { scopeQuery } from '../schemas/scope-schema.js';

export interface DeletionUseCases {
  readonly deleteSeances: DeleteSeances;
  readonly listDeletions: ListDeletions;
  readonly restoreSeances: RestoreSeances;
}

const collection = '/api/v1/spaces/{space}/seances';
const item = `${collection}/{id}` as const;

export function deletionRoutes(useCases: DeletionUseCases, limits: RequestLimits): readonly Route[] {
  return [...deletingRoutes(useCases, limits), ...binRoutes(useCases, limits)];
}

function deletingRoutes({ deleteSeances }: DeletionUseCases, limits: RequestLimits): readonly Route[] {
  return [
    spaceRoute({
      method: 'DELETE',
      path: item,
      operationId: 'deleteSeance',
      summary:
        'Deletes a séance, and those of its series in scope; they can be restored until the retention delay has passed.',
      permission: 'edit',
      query: scopeQuery,
      conditional: true,
      answer: { status: 204, description: 'Deleted.' },
      refusals: [],
      handle: async ({ visit, params, query, request }) => {
        await deleteSeances.one(visit, params.id, query.scope, expectedVersions(request));
        return { status: 204 };
      },
    }),
    spaceRoute({
      method: 'POST',
      path: `${collection}/delete`,
      operationId: 'deleteSeances',
      summary: 'Deletes several séances: all or none.',
      permission: 'edit',
      body: { name: 'ChosenDeletion', schema: chosenDeletion(limits.deletedAtOnce) },
      idempotent: true,
      answer: {
        status: 200,
        description: 'How many.',
        schema: { name: 'DeletedCount', schema: deletedCount },
      },
      refusals: ['not-found', 'stale'],
      handle: async ({ visit, body, attempt }) => ({
        status: 200,
        body: { deleted: await deleteSeances.many(visit, body, attempt) },
      }),
    }),
  ];
}

function binRoutes(
  { listDeletions, restoreSeances }: DeletionUseCases,
  { deletedAtOnce }: RequestLimits,
): readonly Route[] {
  return [
    spaceRoute({
      method: 'GET',
      path: '/api/v1/spaces/{space}/deletions',
      operationId: 'listDeletions',
      summary:
        'What was deleted and can still be restored, the latest first; what was deleted at once is one deletion.',
      permission: 'edit',
      query: deletionQuery,
      answer: {
        status: 200,
        description: 'One page.',
        schema: { name: 'DeletionPage', schema: deletionPage },
      },
      refusals: [],
      handle: async ({ visit, query }) => pageReply(query, await listDeletions.run(visit, query)),
    }),
    spaceRoute({
      method: 'POST',
      path: `${collection}/restore`,
      operationId: 'restoreSeances',
      summary: 'Restores several séances, or what is left of a deletion: all or none.',
      permission: 'edit',
      body: { name: 'Restoration', schema: restoration(deletedAtOnce) },
      idempotent: true,
      answer: {
        status: 200,
        description: 'What was restored.',
        schema: { name: 'RestoredSeances', schema: restoredSeances },
      },
      refusals: ['not-found', 'retention-passed', 'group-limit', 'trainer-busy', 'location-busy'],
      handle: async ({ visit, body, attempt }) => {
        const { ids, displaced } = await restoreSeances.many(visit, body, attempt);
        return { status: 200, body: { restored: ids.length, ids, displaced } };
      },
    }),
    spaceRoute({
      method: 'POST',
      path: `${item}/restore`,
      operationId: 'restoreSeance',
      summary: 'Undoes a deletion.',
      permission: 'edit',
      answer: {
        status: 200,
        description: 'The séance.',
        schema: { name: 'RestoredSeance', schema: restoredSeance },
      },
      refusals: ['retention-passed', 'group-limit', 'trainer-busy', 'location-busy'],
      handle: async ({ visit, params }) => {
        const { view, displaced } = await restoreSeances.one(visit, params.id);
        return { ...tagged(200, view), body: { ...view, ...(displaced > 0 && { displaced }) } };
      },
    }),
  ];
}
