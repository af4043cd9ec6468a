import type { CheckSeance } from '../../../application/seance/check-seance.js';
import type { CreateSeance } from '../../../application/seance/create-seance.js';
import type { EditSeance } from '../../../application/seance/edit-seance.js';
import type { GetSeance } from '../../../application/seance/get-seance.js';
import type { ListSeances } from '../../../application/seance/list-seances.js';
import { expectedVersions, tagged } from '../preconditions.js';
import { type Route, spaceRoute } from '../route.js';
import {
  checkQuery,
  checkResult,
  createdSeance,
  seance,
  seanceCheck,
  seanceChanges,
  seanceInput,
  seancePage,
  seanceQuery,
  sessionQuery,
} from '../schemas/seance-schemas.js';
import { scopeQuery } from '../schemas/scope-schema.js';
import { criteriaOf } from '../seance-criteria.js';

export interface SeanceUseCases {
  readonly listSeances: ListSeances;
  readonly getSeance: GetSeance;
  readonly checkSeance: CheckSeance;
  readonly createSeance: CreateSeance;
  readonly editSeance: EditSeance;
}

const collection = '/api/v1/spaces/{space}/seances';
const item = `${collection}/{id}` as const;
const oneSeance = { status: 200, description: 'The séance.', schema: { name: 'Seance', schema: seance } };

export function seanceRoutes(useCases: SeanceUseCases): readonly Route[] {
  return [...readingRoutes(useCases), checkRoute(useCases), ...writingRoutes(useCases)];
}

function readingRoutes({ listSeances, getSeance }: SeanceUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'GET',
      path: collection,
      operationId: 'listSeances',
      summary: 'The séances of a session, searched, filtered, sorted and paged.',
      permission: 'open',
      query: seanceQuery,
      answer: { status: 200, description: 'One page.', schema: { name: 'SeancePage', schema: seancePage } },
      refusals: [],
      handle: async ({ visit, query: { page, size, ...asked } }) => {
        const found = await listSeances.run(visit, { ...criteriaOf(asked), page, size });
        return { status: 200, body: { ...found, size } };
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
      handle: async ({ visit, params }) => tagged(200, await getSeance.run(visit, params.id)),
    }),
  ];
}

function checkRoute({ checkSeance }: SeanceUseCases): Route {
  return spaceRoute({
    method: 'POST',
    path: `${collection}/check`,
    operationId: 'checkSeance',
    summary: 'What a séance that is being written would run into; writes nothing.',
    permission: 'edit',
    query: checkQuery,
    body: { name: 'SeanceCheck', schema: seanceCheck },
    answer: {
      status: 200,
      description: 'What it runs into.',
      schema: { name: 'Warnings', schema: checkResult },
    },
    refusals: ['no-session'],
    handle: async ({ visit, query: { session, scope }, body }) => ({
      status: 200,
      body: { warnings: await checkSeance.run(visit, session, scope, body) },
    }),
  });
}

function writingRoutes({ createSeance, editSeance }: SeanceUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'POST',
      path: collection,
      operationId: 'createSeance',
      summary:
        'Creates a séance in a session of the space, and its copies when it is repeated: all or nothing.',
      permission: 'edit',
      query: sessionQuery,
      body: { name: 'SeanceInput', schema: seanceInput },
      idempotent: true,
      answer: {
        status: 201,
        description: 'The new séance; Location is its address.',
        schema: { name: 'CreatedSeance', schema: createdSeance },
      },
      refusals: ['no-session', 'too-many-occurrences', 'trainer-busy', 'location-busy'],
      handle: async ({ visit, query, body, attempt, addressOf }) => {
        const view = await createSeance.run(visit, query.session, body, attempt);
        const location = addressOf(item, { space: view.spaceId, id: view.id });
        return tagged(201, view, { location });
      },
    }),
    spaceRoute({
      method: 'PATCH',
      path: item,
      operationId: 'editSeance',
      summary: 'Changes what the body names of a séance, and of those of its series that are in scope.',
      permission: 'edit',
      query: scopeQuery,
      body: { name: 'SeanceChanges', schema: seanceChanges },
      conditional: true,
      answer: oneSeance,
      refusals: [
        'attendance-begun',
        'capacity-below-enrolled',
        'group-limit',
        'seance-started',
        'trainer-busy',
        'location-busy',
      ],
      handle: async ({ visit, params, query, body, request }) =>
        tagged(200, await editSeance.run(visit, params.id, body, query.scope, expectedVersions(request))),
    }),
  ];
}
