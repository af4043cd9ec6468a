import type { Visit } from '../../../application/access/space-access.js';
import type { ReadSheet, SheetOrder, WrittenSheet } from '../../../application/attendance/read-sheet.js';
import { serverTexts } from '../../../locales/languages.js';
import { attachment } from '../file-name.js';
import { answerLanguage } from '../language.js';
import { type Reply, type Route, spaceRoute } from '../route.js';
import { sheetPeriodQuery, sheetQuery } from '../schemas/attendance-schemas.js';

/** ISO 32000. */
export const sheetMediaType = 'application/pdf';
const answer = { status: 200, description: 'A file.', mediaType: sheetMediaType } as const;

export function attendanceSheetRoutes(readSheet: ReadSheet): readonly Route[] {
  return [
    spaceRoute({
      method: 'GET',
      path: '/api/v1/spaces/{space}/seances/{id}/attendance.pdf',
      operationId: 'readAttendanceSheet',
      summary: 'The sheet of presence of a séance as PDF: what was marked and signed, or blank.',
      permission: 'enrol',
      query: sheetQuery,
      answer,
      refusals: ['attendance-off', 'seance-cancelled'],
      handle: async ({ visit, params: { id }, query: { blank }, request }) => {
        const order = orderOf(request, visit, blank);
        return fileReply(order, await readSheet.ofSeance(visit, id, order));
      },
    }),
    spaceRoute({
      method: 'GET',
      path: '/api/v1/spaces/{space}/attendance.pdf',
      operationId: 'readAttendanceSheetOfPeriod',
      summary: 'The sheet of presence of all séances of a day, a week or other days, but the cancelled ones.',
      permission: 'enrol',
      query: sheetPeriodQuery,
      answer,
      refusals: ['attendance-off', 'no-session', 'too-many-rows'],
      handle: async ({ visit, query: { session: sessionId, from, to, blank }, request }) => {
        const order = orderOf(request, visit, blank);
        return fileReply(order, await readSheet.ofPeriod(visit, { sessionId, from, to }, order));
      },
    }),
  ];
}

function orderOf(request: Request, { actor }: Visit, isBlank: boolean): SheetOrder {
  return { isBlank, language: answerLanguage(request.headers.get('accept-language'), actor.locale) };
}

function fileReply({ language }: SheetOrder, { of, bytes }: WrittenSheet): Reply {
  const name = `${serverTexts(language).sheets.title} - ${of}`;
  return {
    status: 200,
    whole: bytes,
    headers: {
      'content-type': sheetMediaType,
      'content-disposition': attachment(name, 'pdf'),
      'cache-control': 'no-store',
    },
  };
}
