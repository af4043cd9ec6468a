import type { PreviewRepetition } from '../../../application/repetition/preview-repetition.js';
import type { RepeatSeance } from '../../../application/repetition/repeat-seance.js';
import { type Route, spaceRoute } from '../route.js';
import { repetitionInput, repetitionPreview, repetitionResult } from '../schemas/repetition-schemas.js';

export interface RepetitionUseCases {
  readonly previewRepetition: PreviewRepetition;
  readonly repeatSeance: RepeatSeance;
}

const item = '/api/v1/spaces/{space}/seances/{id}';
const body = { name: 'RepetitionInput', schema: repetitionInput };

export function repetitionRoutes({ previewRepetition, repeatSeance }: RepetitionUseCases): readonly Route[] {
  return [
    spaceRoute({
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
        body: await previewRepetition.run(visit, params.id, request),
      }),
    }),
    spaceRoute({
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
      refusals: ['too-many-occurrences', 'trainer-busy', 'location-busy'],
      handle: async ({ visit, params, body: request, attempt }) => ({
        status: 201,
        body: await repeatSeance.run(visit, params.id, request, attempt),
      }),
    }),
  ];
}
