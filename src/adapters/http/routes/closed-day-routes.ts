import type { ImportClosedDays } from '../../../application/closed-day/import-closed-days.js';
import type { ListClosedDays } from '../../../application/closed-day/list-closed-days.js';
import type { ManageClosedDays } from '../../../application/closed-day/manage-closed-days.js';
import { pageReply } from '../page-reply.js';
import { adminRoute, type Route, spaceRoute } from '../route.js';
import {
  calendarInput,
  closedDay,
  closedDayChanges,
  closedDayInput,
  closedDayList,
  closedDayPage,
  closedDayQuery,
  importPreview,
  importResult,
  periodQuery,
} from '../schemas/closed-day-schemas.js';

export interface ClosedDayUseCases {
  readonly listClosedDays: ListClosedDays;
  readonly manageClosedDays: ManageClosedDays;
  readonly importClosedDays: ImportClosedDays;
}

const collection = '/api/v1/admin/closed-days';
const item = `${collection}/{id}` as const;
const oneDay = {
  status: 200,
  description: 'The closed day, and the séances that fall on it, which stay as they are.',
  schema: { name: 'ClosedDay', schema: closedDay },
};

/** A calendar that is too large gets an answer that says so; only what is larger still is not read at all. */
const calendarBody = {
  body: { name: 'CalendarInput', schema: calendarInput },
  textBody: { mediaType: 'text/calendar', field: 'calendar' },
  bodyLimit: 4_194_304,
};

export function closedDayRoutes(useCases: ClosedDayUseCases): readonly Route[] {
  return [
    calendarRoute(useCases),
    ...listRoutes(useCases),
    ...itemRoutes(useCases),
    ...importRoutes(useCases),
  ];
}

function calendarRoute({ listClosedDays }: ClosedDayUseCases): Route {
  return spaceRoute({
    method: 'GET',
    path: '/api/v1/spaces/{space}/closed-days',
    operationId: 'listClosedDaysOfPeriod',
    summary: 'The closed days of the platform that fall wholly or partly in a period, by first day.',
    permission: 'open',
    query: periodQuery,
    answer: {
      status: 200,
      description: 'All of them.',
      schema: { name: 'ClosedDayList', schema: closedDayList },
    },
    refusals: [],
    handle: async ({ visit, query }) => ({
      status: 200,
      body: { items: await listClosedDays.run(visit, query) },
    }),
  });
}

function listRoutes({ manageClosedDays }: ClosedDayUseCases): readonly Route[] {
  return [
    adminRoute({
      method: 'GET',
      path: collection,
      operationId: 'listClosedDays',
      summary: 'The closed days of the platform, by first day.',
      query: closedDayQuery,
      answer: {
        status: 200,
        description: 'One page.',
        schema: { name: 'ClosedDayPage', schema: closedDayPage },
      },
      refusals: [],
      handle: async ({ administration, query }) =>
        pageReply(query, await manageClosedDays.page(administration, query)),
    }),
    adminRoute({
      method: 'POST',
      path: collection,
      operationId: 'addClosedDay',
      summary: 'Closes a day, or a range of days.',
      body: { name: 'ClosedDayInput', schema: closedDayInput },
      idempotent: true,
      answer: { ...oneDay, status: 201 },
      refusals: [],
      handle: async ({ administration, body, attempt, addressOf }) => {
        const day = await manageClosedDays.add(administration, body, attempt);
        return { status: 201, body: day, headers: { location: addressOf(item, { id: day.id }) } };
      },
    }),
  ];
}

function itemRoutes({ manageClosedDays }: ClosedDayUseCases): readonly Route[] {
  return [
    adminRoute({
      method: 'GET',
      path: item,
      operationId: 'getClosedDay',
      summary: 'One closed day.',
      answer: oneDay,
      refusals: ['not-found'],
      handle: async ({ administration, params }) => ({
        status: 200,
        body: await manageClosedDays.one(administration, params.id),
      }),
    }),
    adminRoute({
      method: 'PATCH',
      path: item,
      operationId: 'editClosedDay',
      summary: 'Changes what the body names of a closed day.',
      body: { name: 'ClosedDayChanges', schema: closedDayChanges },
      answer: oneDay,
      refusals: ['not-found'],
      handle: async ({ administration, params, body }) => ({
        status: 200,
        body: await manageClosedDays.edit(administration, params.id, body),
      }),
    }),
    adminRoute({
      method: 'DELETE',
      path: item,
      operationId: 'deleteClosedDay',
      summary: 'Opens the days again.',
      answer: { status: 204, description: 'Deleted.' },
      refusals: ['not-found'],
      handle: async ({ administration, params }) => {
        await manageClosedDays.remove(administration, params.id);
        return { status: 204 };
      },
    }),
  ];
}

function importRoutes({ importClosedDays }: ClosedDayUseCases): readonly Route[] {
  return [
    adminRoute({
      method: 'POST',
      path: `${collection}/import/preview`,
      operationId: 'previewClosedDayImport',
      summary: 'What an import of an iCalendar file would add.',
      ...calendarBody,
      answer: {
        status: 200,
        description: 'The all-day events, what is left out and why, and the séances that would fall on them.',
        schema: { name: 'ClosedDayImportPreview', schema: importPreview },
      },
      refusals: [],
      handle: async ({ administration, body }) => ({
        status: 200,
        body: await importClosedDays.preview(administration, body.calendar),
      }),
    }),
    adminRoute({
      method: 'POST',
      path: `${collection}/import`,
      operationId: 'importClosedDays',
      summary: 'Closes the all-day events of an iCalendar file that are not closed yet.',
      ...calendarBody,
      idempotent: true,
      answer: {
        status: 200,
        description: 'How many were added, and the séances that fall on them.',
        schema: { name: 'ClosedDayImportResult', schema: importResult },
      },
      refusals: [],
      handle: async ({ administration, body, attempt }) => ({
        status: 200,
        body: await importClosedDays.run(administration, body.calendar, attempt),
      }),
    }),
  ];
}
