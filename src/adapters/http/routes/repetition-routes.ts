import type { PreviewRepeatedCreation } from '../../../application/repetition/preview-repeated-creation.js';
import type { PreviewRepetition } from '../../../application/repetition/preview-repetition.js';
import type { RepeatSeance } from '../../../application/repetition/repeat-seance.js';
import { type Route, spaceRoute } from '../route.js';
import { repetitionInput } from '../schemas/repetition-input-schema.js';
import { repetitionPreview, repetitionResult } from '../schemas/repetition-schemas.js';
import { repeatedDraft, sessionQuery } from '../schemas/seance-schemas.js';

export interface RepetitionUseCases {
  readonly previewRepetition: PreviewRepetition;
  readonly previewRepeatedCreation: PreviewRepeatedCreation;
  readonly repeatSeance: RepeatSeance;
}

const collection = '/api/v1/spaces/{space}/seances';
const item = `${collection}/{id}` as const;
const body = { name: 'RepetitionInput', schema: repetitionInput };
const preview = {
  status: 200,
  description: 'The plan.',
  schema: { name: 'RepetitionPreview', schema: repetitionPreview },
};

export function repetitionRoutes({
  previewRepetition,
  previewRepeatedCreation,
  repeatSeance,
}: RepetitionUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'POST',
      path: `${collection}/repetitions/preview`,
      operationId: 'previewRepeatedCreation',
      summary: 'As previewRepetition, of a séance that is being written; writes nothing.',
      permission: 'edit',
      query: sessionQuery,
      body: { name: 'RepeatedDraft', schema: repeatedDraft },
      answer: preview,
      refusals: ['no-session', 'too-many-occurrences'],
      handle: async ({ visit, query, body: draft }) => ({
        status: 200,
        body: await previewRepeatedCreation.run(visit, query.session, draft),
      }),
    }),
    spaceRoute({
      method: 'POST',
      path: `${item}/repetitions/preview`,
      operationId: 'previewRepetition',
      summary: 'The dates of a repetition, what is skipped and why, and what clashes; writes nothing.',
      permission: 'edit',
      body,
      answer: preview,
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
