import type { ReadHistory } from '../../../application/history/read-history.js';
import type { SeanceEvent } from '../../../domain/event/seance-event.js';
import type { PageOf, PageRequest } from '../../../domain/page.js';
import { pageReply } from '../page-reply.js';
import { type Route, spaceRoute } from '../route.js';
import { historyPage, historyQuery } from '../schemas/history-schemas.js';

const item = '/api/v1/spaces/{space}/seances/{id}';

export function historyRoutes(readHistory: ReadHistory): readonly Route[] {
  const row = {
    method: 'GET',
    query: historyQuery,
    answer: { status: 200, description: 'One page.', schema: { name: 'HistoryPage', schema: historyPage } },
    refusals: [],
  } as const;
  return [
    spaceRoute({
      ...row,
      path: `${item}/history`,
      operationId: 'readHistory',
      summary: 'What happened to a séance and its enrolments, the latest first.',
      permission: 'enrol',
      handle: async ({ visit, params, query }) =>
        pageOfEvents(query, await readHistory.run(visit, params.id, query)),
    }),
    spaceRoute({
      ...row,
      path: `${item}/edits`,
      operationId: 'listEdits',
      summary:
        'What of the history of a séance is about the séance itself: who made its versions, the latest first.',
      permission: 'edit',
      handle: async ({ visit, params, query }) =>
        pageOfEvents(query, await readHistory.edits(visit, params.id, query)),
    }),
  ];
}

function pageOfEvents(query: PageRequest, { items, total }: PageOf<SeanceEvent>) {
  const events = items.map(({ id, type, at, actor, user, data }) => ({ id, type, at, actor, user, data }));
  return pageReply(query, { items: events, total });
}
