import type { CloseSlot } from '../../../application/attendance/close-slot.js';
import type { MarkPresence } from '../../../application/attendance/mark-presence.js';
import type { OpenCheckIn } from '../../../application/attendance/open-check-in.js';
import type { ReadAttendance } from '../../../application/attendance/read-attendance.js';
import type { SetBreak } from '../../../application/attendance/set-break.js';
import { Refusal, type RefusalCode } from '../../../domain/refusal.js';
import { type Route, spaceRoute } from '../route.js';
import {
  attendance,
  breakInput,
  checkInInput,
  closeInput,
  correction,
  rosterInput,
  shownCheckIn,
  slot,
  slotMarks,
} from '../schemas/attendance-schemas.js';
import { checkInPagePath } from './check-in-routes.js';

export interface AttendanceUseCases {
  readonly readAttendance: ReadAttendance;
  readonly markPresence: MarkPresence;
  readonly closeSlot: CloseSlot;
  readonly openCheckIn: OpenCheckIn;
  readonly setBreak: SetBreak;
}

const whole = '/api/v1/spaces/{space}/seances/{id}/attendance';
const item = `${whole}/{slot}` as const;
const bars: readonly RefusalCode[] = ['attendance-off', 'seance-cancelled'];
const whileOpen: readonly RefusalCode[] = [...bars, 'slot-not-open', 'slot-closed'];
const slotAnswer = {
  status: 200,
  description: 'The half-day.',
  schema: { name: 'AttendanceSlot', schema: slot },
} as const;
const wholeAnswer = {
  status: 200,
  description: 'The half-days of the séance.',
  schema: { name: 'Attendance', schema: attendance },
} as const;

export function attendanceRoutes(useCases: AttendanceUseCases): readonly Route[] {
  return [...wholeRoutes(useCases), ...markingRoutes(useCases), ...closingRoutes(useCases)];
}

function wholeRoutes({ readAttendance, setBreak }: AttendanceUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'GET',
      path: whole,
      operationId: 'readAttendance',
      summary: 'Who was there, half-day by half-day: everybody for staff, for a learner their own.',
      permission: 'open',
      answer: wholeAnswer,
      refusals: [],
      handle: async ({ visit, params: { id } }) => ({
        status: 200,
        body: await readAttendance.run(visit, id),
      }),
    }),
    spaceRoute({
      method: 'PUT',
      path: `${whole}/break`,
      operationId: 'setAttendanceBreak',
      summary:
        "Changes what parts a séance into half-days, or takes the platform's, as long as nothing is marked.",
      permission: 'enrol',
      body: { name: 'AttendanceBreak', schema: breakInput },
      answer: wholeAnswer,
      refusals: [...bars, 'attendance-begun'],
      handle: async ({ visit, params: { id }, body: { start, end } }) => {
        if ((start === null) !== (end === null)) throw Refusal.field('end', 'conflicting-fields');
        const pause = start === null || end === null ? null : { start, end };
        return { status: 200, body: await setBreak.run(visit, id, pause) };
      },
    }),
  ];
}

function markingRoutes({ markPresence, openCheckIn }: AttendanceUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'PUT',
      path: `${item}/marks`,
      operationId: 'markPresence',
      summary:
        'Marks people, all or none. What holds already is not written again: a request may be sent twice.',
      permission: 'enrol',
      body: { name: 'AttendanceMarks', schema: slotMarks },
      answer: slotAnswer,
      refusals: [...whileOpen, 'not-in-roster'],
      handle: async ({ visit, params, body: { marks } }) => ({
        status: 200,
        body: await markPresence.run(visit, params.id, slotNumber(params.slot), marks),
      }),
    }),
    spaceRoute({
      method: 'POST',
      path: `${item}/roster`,
      operationId: 'addToRoster',
      summary: 'Adds learners of the session who came though they were not in.',
      permission: 'enrol',
      body: { name: 'AttendanceRoster', schema: rosterInput },
      answer: slotAnswer,
      refusals: [...whileOpen, 'slot-not-begun', 'not-a-learner'],
      handle: async ({ visit, params, body: { userIds } }) => ({
        status: 200,
        body: await markPresence.add(visit, params.id, slotNumber(params.slot), userIds),
      }),
    }),
    spaceRoute({
      method: 'POST',
      path: `${item}/check-in`,
      operationId: 'openCheckIn',
      summary:
        'Lets learners check in themselves, or no more; the code of now, which changes every 15 seconds.',
      permission: 'enrol',
      body: { name: 'CheckInOpening', schema: checkInInput },
      answer: {
        status: 200,
        description: 'What the wall of the room shows.',
        schema: { name: 'ShownCheckIn', schema: shownCheckIn },
      },
      refusals: whileOpen,
      handle: async ({ visit, params, body: { open, until }, urlOf }) => {
        const number = slotNumber(params.slot);
        const shown = open
          ? await openCheckIn.open(visit, params.id, number, until ?? undefined)
          : await openCheckIn.close(visit, params.id, number);
        const url = shown.code === null ? null : `${urlOf(checkInPagePath, {})}#${shown.code}`;
        return { status: 200, body: { ...shown, url } };
      },
    }),
  ];
}

function closingRoutes({ markPresence, closeSlot }: AttendanceUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'POST',
      path: `${item}/close`,
      operationId: 'closeSlot',
      summary:
        'Ends the sheet of a half-day: who has no mark is absent then. Afterwards there are only corrections.',
      permission: 'enrol',
      body: { name: 'SlotClosing', schema: closeInput },
      answer: slotAnswer,
      refusals: whileOpen,
      handle: async ({ visit, params, body }) => ({
        status: 200,
        body: await closeSlot.run(visit, params.id, slotNumber(params.slot), body.signature ?? null),
      }),
    }),
    spaceRoute({
      method: 'POST',
      path: `${item}/corrections`,
      operationId: 'correctPresence',
      summary: 'Changes a mark of a half-day that is closed, with a reason: both versions stay visible.',
      permission: 'enrol',
      body: { name: 'AttendanceCorrection', schema: correction },
      answer: slotAnswer,
      refusals: [...bars, 'slot-not-closed', 'not-in-roster'],
      handle: async ({ visit, params, body }) => ({
        status: 200,
        body: await markPresence.correct(visit, params.id, slotNumber(params.slot), body),
      }),
    }),
  ];
}

/** @throws Refusal `not-found` for what is no number of a half-day */
function slotNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Refusal('not-found');
  return Number(text);
}
