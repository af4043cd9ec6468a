import type { EnrolLearners } from '../../../application/enrolment/enrol-learners.js';
import type { ListEnrolments } from '../../../application/enrolment/list-enrolments.js';
import type { ListHostGroups } from '../../../application/enrolment/list-host-groups.js';
import type { OwnOverlaps } from '../../../application/enrolment/own-overlaps.js';
import type { OwnPlace } from '../../../application/enrolment/own-place.js';
import type { PlacesInSeries } from '../../../application/enrolment/places-in-series.js';
import type { StaffEnrolment } from '../../../application/enrolment/staff-enrolment.js';
import { Refusal, type RefusalCode } from '../../../domain/refusal.js';
import type { RequestLimits } from '../limits.js';
import { pageReply } from '../page-reply.js';
import { type Route, spaceRoute } from '../route.js';
import {
  candidatePage,
  candidateQuery,
  enrolment,
  enrolmentInput,
  enrolmentPage,
  enrolmentResults,
  hostGroupPage,
  moveInput,
  ownEnrolment,
  ownEnrolmentQuery,
  ownEnrolmentResults,
  participantQuery,
} from '../schemas/enrolment-schemas.js';
import { either } from '../schemas/object.js';
import { scopeQuery } from '../schemas/scope-schema.js';
import { sessionChoiceQuery } from '../schemas/space-schemas.js';

export interface EnrolmentUseCases {
  readonly ownPlace: OwnPlace;
  readonly ownOverlaps: OwnOverlaps;
  readonly enrolLearners: EnrolLearners;
  readonly placesInSeries: PlacesInSeries;
  readonly staffEnrolment: StaffEnrolment;
  readonly listEnrolments: ListEnrolments;
  readonly listHostGroups: ListHostGroups;
}

const item = '/api/v1/spaces/{space}/seances/{id}';
const one = `${item}/enrolments/{eid}` as const;
const named = { name: 'Enrolment', schema: enrolment };
const bars: readonly RefusalCode[] = ['seance-cancelled', 'enrolment-disabled', 'enrolment-automatic'];

export function enrolmentRoutes(useCases: EnrolmentUseCases, limits: RequestLimits): readonly Route[] {
  return [...ownRoutes(useCases), ...readingRoutes(useCases), ...staffRoutes(useCases, limits)];
}

/** Before those of `{eid}`, which `me` would match too. */
function ownRoutes({ ownPlace, ownOverlaps, placesInSeries }: EnrolmentUseCases): readonly Route[] {
  const statuses = { enrolled: 201, waiting: 202, existing: 200 };
  const ownSchema = { name: 'OwnEnrolment', schema: ownEnrolment };
  return [
    spaceRoute({
      method: 'PUT',
      path: `${item}/enrolments/me`,
      operationId: 'enrolMyself',
      summary:
        'Enrols the actor: 201 with a place, 202 in the queue, 200 when they were in already; with a scope in a series, date by date.',
      permission: 'open',
      query: ownEnrolmentQuery,
      answer: {
        status: 200,
        description: 'The enrolment that there was, or with a scope what became of each date.',
        schema: { name: 'OwnEnrolmentOrResults', schema: either(ownEnrolment, ownEnrolmentResults) },
        others: {
          201: { description: 'A place.', schema: ownSchema },
          202: { description: 'A turn in the queue.', schema: ownSchema },
        },
      },
      // Who asks for a place in an automatic séance has it already.
      refusals: [
        'not-a-learner',
        'enrolment-disabled',
        'not-public',
        'seance-started',
        'seance-cancelled',
        'enrolment-not-open',
        'enrolment-closed',
        'group-limit',
      ],
      handle: async ({ visit, params, query }) => {
        const { scope, insteadOf = null } = query;
        if (scope !== 'this') {
          if (insteadOf !== null) throw Refusal.field('insteadOf', 'conflicting-fields');
          return { status: 200, body: { results: await placesInSeries.take(visit, params.id, scope) } };
        }
        const { outcome, enrolment: own } = await ownPlace.take(visit, params.id, insteadOf);
        const overlaps = await ownOverlaps.of(visit, params.id, insteadOf);
        return { status: statuses[outcome], body: { ...own, overlaps } };
      },
    }),
    spaceRoute({
      method: 'DELETE',
      path: `${item}/enrolments/me`,
      operationId: 'leaveSeance',
      summary:
        "Gives up the actor's place or turn; nothing when they have none. With a scope on the dates of a series.",
      permission: 'open',
      query: scopeQuery,
      answer: {
        status: 200,
        description: 'With a scope: what became of each date on which they had something.',
        schema: { name: 'OwnEnrolmentResults', schema: ownEnrolmentResults },
        others: { 204: { description: 'Given up.' } },
      },
      refusals: [
        'enrolment-automatic',
        'not-public',
        'seance-started',
        'seance-cancelled',
        'enrolment-closed',
      ],
      handle: async ({ visit, params, query: { scope } }) => {
        if (scope !== 'this')
          return { status: 200, body: { results: await placesInSeries.giveUp(visit, params.id, scope) } };
        await ownPlace.giveUp(visit, params.id);
        return { status: 204 };
      },
    }),
  ];
}

function readingRoutes({ listEnrolments, listHostGroups }: EnrolmentUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'GET',
      path: `${item}/enrolments`,
      operationId: 'listEnrolments',
      summary: 'Who is in a séance, and then who waits, in order.',
      permission: 'enrol',
      query: participantQuery,
      answer: {
        status: 200,
        description: 'One page.',
        schema: { name: 'EnrolmentPage', schema: enrolmentPage },
      },
      refusals: [],
      handle: async ({ visit, params, query }) =>
        pageReply(query, await listEnrolments.participants(visit, params.id, query)),
    }),
    spaceRoute({
      method: 'GET',
      path: `${item}/candidates`,
      operationId: 'listCandidates',
      summary: 'Learners of the session who are neither in nor waiting.',
      permission: 'enrol',
      query: candidateQuery,
      answer: {
        status: 200,
        description: 'One page.',
        schema: { name: 'CandidatePage', schema: candidatePage },
      },
      refusals: [],
      handle: async ({ visit, params, query }) =>
        pageReply(query, await listEnrolments.candidates(visit, params.id, query)),
    }),
    spaceRoute({
      method: 'GET',
      path: '/api/v1/spaces/{space}/host-groups',
      operationId: 'listHostGroups',
      summary: "The host's own groups that have learners of a session, such as classes.",
      permission: 'enrol',
      query: sessionChoiceQuery,
      answer: {
        status: 200,
        description: 'One page.',
        schema: { name: 'HostGroupPage', schema: hostGroupPage },
      },
      refusals: ['no-session'],
      handle: async ({ visit, query: { session, ...search } }) =>
        pageReply(search, await listHostGroups.run(visit, session, search)),
    }),
  ];
}

function staffRoutes(
  { enrolLearners, placesInSeries, staffEnrolment }: EnrolmentUseCases,
  limits: RequestLimits,
): readonly Route[] {
  return [
    spaceRoute({
      method: 'POST',
      path: `${item}/enrolments`,
      operationId: 'enrolLearners',
      summary:
        'Enrols people and groups of the host, in one transaction; a result for each person, and with a scope for each date that has not begun. After the start it corrects the list of one séance.',
      permission: 'enrol',
      query: scopeQuery,
      body: { name: 'EnrolmentInput', schema: enrolmentInput(limits.enrolledAtOnce) },
      idempotent: true,
      answer: {
        status: 200,
        description: 'What became of each.',
        schema: { name: 'EnrolmentResults', schema: enrolmentResults },
      },
      refusals: [...bars, 'seance-started', 'too-many-enrolments'],
      handle: async ({ visit, params: { id }, query: { scope }, body, attempt }) => ({
        status: 200,
        body: {
          results:
            scope === 'this'
              ? await enrolLearners.run(visit, id, body, attempt)
              : await placesInSeries.enrol(visit, id, scope, body, attempt),
        },
      }),
    }),
    spaceRoute({
      method: 'POST',
      path: `${one}/accept`,
      operationId: 'acceptEnrolment',
      summary: 'Gives a place to somebody who waits.',
      permission: 'enrol',
      answer: { status: 200, description: 'The enrolment.', schema: named },
      refusals: [...bars, 'seance-started', 'seance-full', 'group-limit'],
      handle: async ({ visit, params }) => ({
        status: 200,
        body: await staffEnrolment.accept(visit, params.id, params.eid),
      }),
    }),
    spaceRoute({
      method: 'POST',
      path: `${one}/move`,
      operationId: 'moveEnrolment',
      summary:
        'Moves somebody to another séance of the space: the place is kept until the new one is theirs.',
      permission: 'enrol',
      body: { name: 'MoveInput', schema: moveInput },
      answer: { status: 200, description: 'The enrolment there.', schema: named },
      refusals: [...bars, 'seance-full', 'group-limit', 'not-a-learner'],
      handle: async ({ visit, params, body }) => ({
        status: 200,
        body: await staffEnrolment.move(visit, params.id, params.eid, body.seanceId),
      }),
    }),
    spaceRoute({
      method: 'DELETE',
      path: one,
      operationId: 'removeEnrolment',
      summary:
        'Takes somebody out; until the start the next in the queue gets the place, then it corrects the list.',
      permission: 'enrol',
      answer: { status: 204, description: 'Removed.' },
      refusals: ['enrolment-automatic', 'seance-cancelled'],
      handle: async ({ visit, params }) => {
        await staffEnrolment.remove(visit, params.id, params.eid);
        return { status: 204 };
      },
    }),
  ];
}
