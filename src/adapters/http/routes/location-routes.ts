import type { ChoiceSearch } from '../../../application/location/list-locations.js';
import type { BrowseLocations } from '../../../application/location/browse-locations.js';
import type { LocationInput, ManageLocations } from '../../../application/location/manage-locations.js';
import { adminRoute, type Route } from '../route.js';
import {
  administeredLocation,
  administeredLocationPage,
  locationChanges,
  locationInput,
  locationInUse,
} from '../schemas/admin-schemas.js';
import { choiceQuery } from '../schemas/space-schemas.js';

export interface LocationUseCases {
  readonly browseLocations: BrowseLocations;
  readonly manageLocations: ManageLocations;
}

const collection = '/api/v1/admin/locations';
const item = `${collection}/{id}`;
const oneLocation = {
  status: 200,
  description: 'The place.',
  schema: { name: 'AdministeredLocation', schema: administeredLocation },
};

export function locationRoutes({ browseLocations, manageLocations }: LocationUseCases): readonly Route[] {
  return [
    adminRoute<ChoiceSearch>({
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
      handle: async ({ query }) => ({
        status: 200,
        body: { ...(await browseLocations.page(query)), page: query.page, size: query.size },
      }),
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
      handle: async ({ params }) => ({ status: 200, body: await browseLocations.one(params['id'] ?? '') }),
    }),
    adminRoute<unknown, LocationInput>({
      method: 'POST',
      path: collection,
      operationId: 'addLocation',
      summary: 'Adds a place.',
      body: { name: 'LocationInput', schema: locationInput },
      idempotent: true,
      answer: { ...oneLocation, status: 201, description: 'The new place; Location is its address.' },
      refusals: [],
      handle: async ({ body, attempt, baseUrl }) => {
        const location = await manageLocations.add(body, attempt);
        return {
          status: 201,
          body: { ...location, readOnly: false },
          headers: { location: `${baseUrl}${collection}/${location.id}` },
        };
      },
    }),
    adminRoute<unknown, Partial<LocationInput>>({
      method: 'PATCH',
      path: item,
      operationId: 'editLocation',
      summary: 'Changes what the body names of a place, everywhere it is shown.',
      body: { name: 'LocationChanges', schema: locationChanges },
      answer: oneLocation,
      refusals: ['not-found', 'read-only'],
      handle: async ({ params, body }) => ({
        status: 200,
        body: { ...(await manageLocations.edit(params['id'] ?? '', body)), readOnly: false },
      }),
    }),
    adminRoute({
      method: 'DELETE',
      path: item,
      operationId: 'deleteLocation',
      summary: 'Proposes a place no longer; the séances that are there keep it.',
      answer: { status: 204, description: 'Deleted.' },
      refusals: ['not-found', 'read-only'],
      handle: async ({ params }) => {
        await manageLocations.remove(params['id'] ?? '');
        return { status: 204 };
      },
    }),
  ];
}
