import type { PreviewSeriesChange } from '../../../application/series/preview-series-change.js';
import { type Route, spaceRoute } from '../route.js';
import { seanceChanges } from '../schemas/seance-schemas.js';
import { scopeQuery } from '../schemas/scope-schema.js';
import { seriesChangePreview } from '../schemas/series-schemas.js';

export function seriesRoutes(previewSeriesChange: PreviewSeriesChange): readonly Route[] {
  return [
    spaceRoute({
      method: 'POST',
      path: '/api/v1/spaces/{space}/seances/{id}/changes/preview',
      operationId: 'previewSeriesChange',
      summary: 'What an edit would do to each séance of the series in scope; writes nothing.',
      permission: 'edit',
      query: scopeQuery,
      body: { name: 'SeanceChanges', schema: seanceChanges },
      answer: {
        status: 200,
        description: 'Each séance, before and after.',
        schema: { name: 'SeriesChangePreview', schema: seriesChangePreview },
      },
      refusals: [],
      handle: async ({ visit, params, query, body: changes }) => ({
        status: 200,
        body: { changes: await previewSeriesChange.run(visit, params.id, changes, query.scope) },
      }),
    }),
  ];
}
