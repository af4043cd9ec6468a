import type { EditSelection } from '../../../application/selection/edit-selection.js';
import type { PreviewSelection } from '../../../application/selection/preview-selection.js';
import type { RequestLimits } from '../limits.js';
import { type Route, spaceRoute } from '../route.js';
import { editedCount, selectionEdit } from '../schemas/selection-schemas.js';
import { seriesChangePreview } from '../schemas/series-schemas.js';

export interface SelectionUseCases {
  readonly editSelection: EditSelection;
  readonly previewSelection: PreviewSelection;
}

const edit = '/api/v1/spaces/{space}/seances/edit';

/** What is done with séances that were chosen one by one, deleting and cancelling apart. */
export function selectionRoutes(
  { editSelection, previewSelection }: SelectionUseCases,
  { deletedAtOnce }: RequestLimits,
): readonly Route[] {
  const body = { name: 'SelectionEdit', schema: selectionEdit(deletedAtOnce) };
  return [
    spaceRoute({
      method: 'POST',
      path: `${edit}/preview`,
      operationId: 'previewSelection',
      summary: 'What an edit would do to each of several séances; writes nothing.',
      permission: 'edit',
      body,
      answer: {
        status: 200,
        description: 'Each séance, before and after.',
        schema: { name: 'SeriesChangePreview', schema: seriesChangePreview },
      },
      refusals: ['not-found'],
      handle: async ({ visit, body: asked }) => ({
        status: 200,
        body: { changes: await previewSelection.run(visit, asked) },
      }),
    }),
    spaceRoute({
      method: 'POST',
      path: edit,
      operationId: 'editSelection',
      summary: 'Changes place, trainers, hours, capacity or agenda of several séances: all or none.',
      permission: 'edit',
      body,
      idempotent: true,
      answer: {
        status: 200,
        description: 'How many.',
        schema: { name: 'EditedCount', schema: editedCount },
      },
      refusals: [
        'not-found',
        'attendance-begun',
        'capacity-below-enrolled',
        'group-limit',
        'trainer-busy',
        'location-busy',
      ],
      handle: async ({ visit, body: asked, attempt }) => ({
        status: 200,
        body: { edited: await editSelection.run(visit, asked, attempt) },
      }),
    }),
  ];
}
