import type { PreviewRepetition } from '../../../application/repetition/preview-repetition.js';
import type { PreviewSeriesChange } from '../../../application/series/preview-series-change.js';
import type { RepeatSeance } from '../../../application/repetition/repeat-seance.js';
import type { RepetitionRequest } from '../../../application/repetition/repetition-planner.js';
import type { SeanceChanges } from '../../../application/seance/seance-input.js';
import { type Route, spaceRoute } from '../route.js';
import {
  repetitionInput,
  repetitionPreview,
  repetitionResult,
  seriesChangePreview,
} from '../schemas/repetition-schemas.js';
import { scopeQuery, seanceChanges } from '../schemas/seance-schemas.js';
import type { ScopeQuery } from './seance-routes.js';

export interface RepetitionUseCases {
  readonly previewRepetition: PreviewRepetition;
  readonly repeatSeance: RepeatSeance;
  readonly previewSeriesChange: PreviewSeriesChange;
}

const item = '/api/v1/spaces/{space}/seances/{id}';
const body = { name: 'RepetitionInput', schema: repetitionInput };

export function repetitionRoutes({
  previewRepetition,
  repeatSeance,
  previewSeriesChange,
}: RepetitionUseCases): readonly Route[] {
  return [
    spaceRoute<unknown, RepetitionRequest>({
      method: 'POST',
      path: `${item}/repetitions/preview`,
      operationId: 'previewRepetition',
      summary: 'The dates of a repetition, what is skipped and why, and what clashes; writes nothing.',
      permission: 'edit',
      body,
      answer: {
        status: 200,
        description: 'The plan.',
        schema: { name: 'RepetitionPreview', schema: repetitionPreview },
      },
      refusals: ['too-many-occurrences'],
      handle: async ({ visit, params, body: request }) => ({
        status: 200,
        body: await previewRepetition.run(visit, params['id'] ?? '', request),
      }),
    }),
    spaceRoute<unknown, RepetitionRequest>({
      method: 'POST',
      path: `${item}/repetitions`,
      operationId: 'repeatSeance',
      summary: 'Copies a séance onto every day of a rule: all copies or none.',
      permission: 'edit',
      body,
      idempotent: true,
      answer: {
        status: 201,
        description: 'The series.',
        schema: { name: 'RepetitionResult', schema: repetitionResult },
      },
      refusals: ['too-many-occurrences'],
      handle: async ({ visit, params, body: request, attempt }) => ({
        status: 201,
        body: await repeatSeance.run(visit, params['id'] ?? '', request, attempt),
      }),
    }),
    spaceRoute<ScopeQuery, SeanceChanges>({
      method: 'POST',
      path: `${item}/changes/preview`,
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
        body: { changes: await previewSeriesChange.run(visit, params['id'] ?? '', changes, query.scope) },
      }),
    }),
  ];
}
