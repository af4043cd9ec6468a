import type { CreateSeance } from '../../../application/seance/create-seance.js';
import type { DeleteSeances } from '../../../application/deletion/delete-seances.js';
import type { EditSeance } from '../../../application/seance/edit-seance.js';
import type { GetSeance } from '../../../application/seance/get-seance.js';
import type { ListDeletions } from '../../../application/deletion/list-deletions.js';
import type { ListSeances, SeanceSearch } from '../../../application/seance/list-seances.js';
import type { Restoration, RestoreSeances } from '../../../application/deletion/restore-seances.js';
import type { SeanceChanges, SeanceInput } from '../../../application/seance/seance-input.js';
import type { SeanceView } from '../../../application/seance/seance-view.js';
import type { Scope } from '../../../domain/series/series-scope.js';
import type { SeanceSort } from '../../../ports/seance-repository.js';
import { entityTag, expectedVersions } from '../preconditions.js';
import type { RequestLimits } from '../limits.js';
import { type Reply, type Route, spaceRoute } from '../route.js';
import {
  deletedCount,
  deletionPage,
  deletionQuery,
  idList,
  restoration,
  restoredSeance,
  restoredSeances,
  scopeQuery,
  seance,
  seanceChanges,
  seanceInput,
  seancePage,
  seanceQuery,
  sessionQuery,
} from '../schemas/seance-schemas.js';

export interface SeanceUseCases {
  readonly listSeances: ListSeances;
  readonly getSeance: GetSeance;
  readonly createSeance: CreateSeance;
  readonly editSeance: EditSeance;
  readonly deleteSeances: DeleteSeances;
  readonly restoreSeances: RestoreSeances;
  readonly listDeletions: ListDeletions;
}

const collection = '/api/v1/spaces/{space}/seances';
const item = `${collection}/{id}`;
const oneSeance = { status: 200, description: 'The séance.', schema: { name: 'Seance', schema: seance } };

export interface ScopeQuery {
  readonly scope: Scope;
}

/** The query of a list as its schema leaves it. */
type ListQuery = Omit<
  SeanceSearch,
  'sessionId' | 'groupId' | 'seriesId' | 'locationId' | 'trainerId' | 'sort' | 'descending'
> &
  Partial<Record<'session' | 'group' | 'series' | 'location' | 'trainer', string>> & {
    readonly sort: string;
  };

export function seanceRoutes(useCases: SeanceUseCases, limits: RequestLimits): readonly Route[] {
  return [
    ...readingRoutes(useCases),
    ...writingRoutes(useCases),
    ...deletionRoutes(useCases, limits),
    ...binRoutes(useCases, limits),
  ];
}

function readingRoutes({ listSeances, getSeance }: SeanceUseCases): readonly Route[] {
  return [
    spaceRoute<ListQuery>({
      method: 'GET',
      path: collection,
      operationId: 'listSeances',
      summary: 'The séances of a session, searched, filtered, sorted and paged.',
      permission: 'open',
      query: seanceQuery,
      answer: { status: 200, description: 'One page.', schema: { name: 'SeancePage', schema: seancePage } },
      refusals: [],
      handle: async ({ visit, query }) => {
        const { items, total } = await listSeances.run(visit, searchOf(query));
        return { status: 200, body: { items, total, page: query.page, size: query.size } };
      },
    }),
    spaceRoute({
      method: 'GET',
      path: item,
      operationId: 'getSeance',
      summary: 'One séance, with its entity tag.',
      permission: 'open',
      answer: oneSeance,
      refusals: [],
      handle: async ({ visit, params }) => tagged(200, await getSeance.run(visit, params['id'] ?? '')),
    }),
  ];
}

function writingRoutes({ createSeance, editSeance }: SeanceUseCases): readonly Route[] {
  return [
    spaceRoute<{ readonly session?: string }, SeanceInput>({
      method: 'POST',
      path: collection,
      operationId: 'createSeance',
      summary: 'Creates a séance in a session of the space.',
      permission: 'edit',
      query: sessionQuery,
      body: { name: 'SeanceInput', schema: seanceInput },
      idempotent: true,
      answer: { ...oneSeance, status: 201, description: 'The new séance; Location is its address.' },
      refusals: ['no-session'],
      handle: async ({ visit, query, body, attempt, baseUrl }) => {
        const view = await createSeance.run(visit, query.session, body, attempt);
        const location = `${baseUrl}/api/v1/spaces/${encodeURIComponent(view.spaceId)}/seances/${view.id}`;
        return tagged(201, view, { location });
      },
    }),
    spaceRoute<ScopeQuery, SeanceChanges>({
      method: 'PATCH',
      path: item,
      operationId: 'editSeance',
      summary: 'Changes what the body names of a séance, and of those of its series that are in scope.',
      permission: 'edit',
      query: scopeQuery,
      body: { name: 'SeanceChanges', schema: seanceChanges },
      conditional: true,
      answer: oneSeance,
      refusals: ['capacity-below-enrolled', 'group-limit', 'seance-started'],
      handle: async ({ visit, params, query, body, request }) =>
        tagged(
          200,
          await editSeance.run(visit, params['id'] ?? '', body, query.scope, expectedVersions(request)),
        ),
    }),
  ];
}

function deletionRoutes({ deleteSeances }: SeanceUseCases, limits: RequestLimits): readonly Route[] {
  return [
    spaceRoute<ScopeQuery>({
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
        await deleteSeances.one(visit, params['id'] ?? '', query.scope, expectedVersions(request));
        return { status: 204 };
      },
    }),
    spaceRoute<unknown, { readonly ids: readonly string[] }>({
      method: 'POST',
      path: `${collection}/delete`,
      operationId: 'deleteSeances',
      summary: 'Deletes several séances: all or none.',
      permission: 'edit',
      body: { name: 'SeanceIds', schema: idList(limits.deletedAtOnce) },
      idempotent: true,
      answer: {
        status: 200,
        description: 'How many.',
        schema: { name: 'DeletedCount', schema: deletedCount },
      },
      refusals: ['not-found'],
      handle: async ({ visit, body, attempt }) => ({
        status: 200,
        body: { deleted: await deleteSeances.many(visit, body.ids, attempt) },
      }),
    }),
  ];
}

function binRoutes(
  { listDeletions, restoreSeances }: SeanceUseCases,
  { deletedAtOnce }: RequestLimits,
): readonly Route[] {
  return [
    spaceRoute<{ readonly page: number; readonly size: number }>({
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
      handle: async ({ visit, query }) => ({
        status: 200,
        body: { ...(await listDeletions.run(visit, query)), page: query.page, size: query.size },
      }),
    }),
    spaceRoute<unknown, Restoration>({
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
      refusals: ['not-found', 'retention-passed', 'group-limit'],
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
      refusals: ['retention-passed', 'group-limit'],
      handle: async ({ visit, params }) => {
        const { view, displaced } = await restoreSeances.one(visit, params['id'] ?? '');
        return { ...tagged(200, view), body: { ...view, ...(displaced > 0 && { displaced }) } };
      },
    }),
  ];
}

function searchOf({ session, group, series, location, trainer, sort, ...same }: ListQuery): SeanceSearch {
  return {
    ...same,
    sessionId: session,
    groupId: group,
    seriesId: series,
    locationId: location,
    trainerId: trainer,
    sort: sort.replace(/^-/, '') as SeanceSort,
    descending: sort.startsWith('-'),
  };
}

function tagged(status: number, view: SeanceView, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body: view, headers: { ...headers, etag: entityTag(view.version) } };
}
