import type { ListLocations } from '../../../application/location/list-locations.js';
import type { BrowseLocations } from '../../../application/location/browse-locations.js';
import type { ManageLocations } from '../../../application/location/manage-locations.js';
import { pageReply } from '../page-reply.js';
import { adminRoute, type Route, spaceRoute } from '../route.js';
import {
  administeredLocation,
  administeredLocationPage,
  locationChanges,
  locationInput,
  locationInUse,
  locationPage,
} from '../schemas/location-schemas.js';
import { choiceQuery } from '../schemas/space-schemas.js';

export interface LocationUseCases {
  readonly listLocations: ListLocations;
  readonly browseLocations: BrowseLocations;
  readonly manageLocations: ManageLocations;
}

const collection = '/api/v1/admin/locations';
const item = `${collection}/{id}` as const;
const oneLocation = {
  status: 200,
  description: 'The place.',
  schema: { name: 'AdministeredLocation', schema: administeredLocation },
};

export function locationRoutes(useCases: LocationUseCases): readonly Route[] {
  return [choiceRoute(useCases), ...readingRoutes(useCases), ...writingRoutes(useCases)];
}

function choiceRoute({ listLocations }: LocationUseCases): Route {
  return spaceRoute({
    method: 'GET',
    path: '/api/v1/spaces/{space}/locations',
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
    handle: async ({ visit, query }) => pageReply(query, await listLocations.run(visit, query)),
  });
}

function readingRoutes({ browseLocations }: LocationUseCases): readonly Route[] {
  return [
    adminRoute({
      method: 'GET',
      path: collection,
      operationId: 'browseLocations',
      summary: "The platform's places, then those that the host keeps, which are read-only.",
      query: choiceQuery,
      answer: {
        status: 200,
        description: 'One page.',
        schema: { name: 'AdministeredLocationPage', schema: administeredLocationPage },
      },
      refusals: [],
      handle: async ({ administration, query }) =>
        pageReply(query, await browseLocations.page(administration, query)),
    }),
    adminRoute({
      method: 'GET',
      path: item,
      operationId: 'getLocation',
      summary: 'One place, and the séances that are there.',
      answer: {
        status: 200,
        description: 'The place; usedBy names the séances that end last.',
        schema: { name: 'LocationInUse', schema: locationInUse },
      },
      refusals: ['not-found'],
      handle: async ({ administration, params }) => ({
        status: 200,
        body: await browseLocations.one(administration, params.id),
      }),
    }),
  ];
}

function writingRoutes({ manageLocations }: LocationUseCases): readonly Route[] {
  return [
    adminRoute({
      method: 'POST',
      path: collection,
      operationId: 'addLocation',
      summary: 'Adds a place.',
      body: { name: 'LocationInput', schema: locationInput },
      idempotent: true,
      answer: { ...oneLocation, status: 201, description: 'The new place; Location is its address.' },
      refusals: [],
      handle: async ({ administration, body, attempt, addressOf }) => {
        const location = await manageLocations.add(administration, body, attempt);
        return {
          status: 201,
          body: { ...location, readOnly: false },
          headers: { location: addressOf(item, { id: location.id }) },
        };
      },
    }),
    adminRoute({
      method: 'PATCH',
      path: item,
      operationId: 'editLocation',
      summary: 'Changes what the body names of a place, everywhere it is shown.',
      body: { name: 'LocationChanges', schema: locationChanges },
      answer: oneLocation,
      refusals: ['not-found', 'read-only'],
      handle: async ({ administration, params, body }) => ({
        status: 200,
        body: { ...(await manageLocations.edit(administration, params.id, body)), readOnly: false },
      }),
    }),
    adminRoute({
      method: 'DELETE',
      path: item,
      operationId: 'deleteLocation',
      summary: 'Proposes a place no longer; the séances that are there keep it.',
      answer: { status: 204, description: 'Deleted.' },
      refusals: ['not-found', 'read-only'],
      handle: async ({ administration, params }) => {
        await manageLocations.remove(administration, params.id);
        return { status: 204 };
      },
    }),
  ];
}
