import type { ExportedList, ExportOrder } from '../../../application/export/export-columns.js';
import type { ExportHours } from '../../../application/export/export-hours.js';
import type { ExportParticipantList } from '../../../application/export/export-participant-list.js';
import type { ExportSeanceList } from '../../../application/export/export-seance-list.js';
import type { Visit } from '../../../application/access/space-access.js';
import { serverTexts } from '../../../locales/languages.js';
import { type ExportFormat, exportFormats } from '../../../ports/export-writer.js';
import { attachment } from '../file-name.js';
import { answerLanguage } from '../language.js';
import type { RequestLimits } from '../limits.js';
import { type Reply, type Route, spaceRoute } from '../route.js';
import { participantListQuery } from '../schemas/enrolment-schemas.js';
import { hoursQuery } from '../schemas/hours-schemas.js';
import { seanceListQuery } from '../schemas/seance-schemas.js';
import { criteriaOf } from '../seance-criteria.js';

export interface ExportUseCases {
  readonly exportSeanceList: ExportSeanceList;
  readonly exportParticipantList: ExportParticipantList;
  readonly exportHours: ExportHours;
}

/** How each is called, in operations and in sentences, and what it is (RFC 4180, ECMA-376). */
const files: Readonly<Record<ExportFormat, { name: string; title: string; mediaType: string }>> = {
  csv: { name: 'Csv', title: 'CSV', mediaType: 'text/csv' },
  xlsx: {
    name: 'Xlsx',
    title: 'XLSX',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
};

/** What the exports are. */
export const exportMediaTypes: readonly string[] = exportFormats.map((format) => files[format].mediaType);

export function exportRoutes(useCases: ExportUseCases, limits: RequestLimits): readonly Route[] {
  return exportFormats.flatMap((format) => [
    seancesRoute(useCases, limits, format),
    participantsRoute(useCases, limits, format),
    hoursRoute(useCases, limits, format),
  ]);
}

function seancesRoute(
  { exportSeanceList }: ExportUseCases,
  limits: RequestLimits,
  format: ExportFormat,
): Route {
  return spaceRoute({
    method: 'GET',
    path: `/api/v1/spaces/{space}/seances.${format}`,
    operationId: `exportSeanceListAs${files[format].name}`,
    summary: `The list of séances, all pages of it, as ${files[format].title}.`,
    permission: 'open',
    query: seanceListQuery,
    answer: { status: 200, description: 'A file.', mediaType: files[format].mediaType },
    refusals: ['too-many-rows'],
    handle: async ({ visit, query, request }) => {
      const order = orderOf(request, visit, format, limits);
      return fileReply('seances', order, await exportSeanceList.run(visit, criteriaOf(query), order));
    },
  });
}

function participantsRoute(
  { exportParticipantList }: ExportUseCases,
  limits: RequestLimits,
  format: ExportFormat,
): Route {
  return spaceRoute({
    method: 'GET',
    path: `/api/v1/spaces/{space}/seances/{id}/participants.${format}`,
    operationId: `exportParticipantListAs${files[format].name}`,
    summary: `Who is in a séance, and then who waits, all pages of it, as ${files[format].title}.`,
    permission: 'enrol',
    query: participantListQuery,
    answer: { status: 200, description: 'A file.', mediaType: files[format].mediaType },
    refusals: ['too-many-rows'],
    handle: async ({ visit, params, query, request }) => {
      const order = orderOf(request, visit, format, limits);
      const exported = await exportParticipantList.run(visit, params.id, query, order);
      return fileReply('participants', order, exported);
    },
  });
}

function hoursRoute({ exportHours }: ExportUseCases, limits: RequestLimits, format: ExportFormat): Route {
  return spaceRoute({
    method: 'GET',
    path: `/api/v1/spaces/{space}/attendance.${format}`,
    operationId: `exportHoursAs${files[format].name}`,
    summary: `How long each learner of a session was there, a row for each quarter, as ${files[format].title}.`,
    permission: 'enrol',
    query: hoursQuery,
    answer: { status: 200, description: 'A file.', mediaType: files[format].mediaType },
    refusals: ['no-session', 'too-many-rows'],
    handle: async ({ visit, query: { session: sessionId, ...days }, request }) => {
      const order = orderOf(request, visit, format, limits);
      return fileReply('hours', order, await exportHours.run(visit, { sessionId, ...days }, order));
    },
  });
}

function orderOf(
  request: Request,
  { actor }: Visit,
  format: ExportFormat,
  { exportedRows }: RequestLimits,
): ExportOrder {
  const language = answerLanguage(request.headers.get('accept-language'), actor.locale);
  return { format, language, mostRows: exportedRows };
}

function fileReply(
  list: 'seances' | 'participants' | 'hours',
  { format, language }: ExportOrder,
  { of, bytes }: ExportedList,
): Reply {
  const title = serverTexts(language).exports[`list.${list}`];
  const name = [title, of].filter((part) => part !== '').join(' - ');
  return {
    status: 200,
    whole: bytes,
    headers: {
      'content-type': `${files[format].mediaType}${format === 'csv' ? '; charset=utf-8; header=present' : ''}`,
      'content-disposition': attachment(name, format),
      'cache-control': 'no-store',
    },
  };
}
