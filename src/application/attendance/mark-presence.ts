import { opensAt } from '../../domain/attendance/half-days.js';
import { isSameMark, type Mark, type MarkValue, markValue } from '../../domain/attendance/mark.js';
import type { Presence, Slot } from '../../domain/attendance/roll.js';
import type { Named } from '../../domain/event/seance-event.js';
import { type Issue, Refusal } from '../../domain/refusal.js';
import { type Instant, shiftInstant } from '../../domain/time/schedule.js';
import type { Directory } from '../../ports/directory.js';
import type { Visit } from '../access/space-access.js';
import { peopleAmong } from '../people-among.js';
import type { AttendanceBook, Written } from './attendance-book.js';
import type { AttendanceBooks } from './attendance-books.js';
import type { SlotView } from './attendance-view.js';
import type { ReadAttendance } from './read-attendance.js';

/** A mark as somebody asks for it. */
export interface AskedMark {
  readonly userId: string;
  readonly mark: Mark;
  readonly minutes?: number | null | undefined;
  readonly note?: string | null | undefined;
  /** When it was made, by the clock of whoever made it; now when it is not said. */
  readonly at?: Instant | undefined;
}

/** How far a clock may be ahead, in seconds. */
const clockTolerance = 2 * 60;

/** What staff write on the sheet of a half-day while it is open. */
export class MarkPresence {
  constructor(
    private readonly books: AttendanceBooks,
    private readonly readAttendance: ReadAttendance,
    private readonly directory: Directory,
  ) {}

  /**
   * Marks people, all or none. What holds already is not written again, so that a request may be sent twice; but when it was
   * said again later, so that nothing that was said meanwhile, and comes after it, holds instead.
   *
   * @throws Refusal `not-found`, `attendance-off`, `seance-cancelled`, `slot-not-open`, `slot-closed`, `not-in-roster`, and
   * `validation` that points into the marks.
   */
  async run(
    visit: Visit<'enrol'>,
    seanceId: string,
    slot: number,
    asked: readonly AskedMark[],
  ): Promise<SlotView> {
    const userIds = asked.map(({ userId }) => userId);
    assertEachOnce('marks', userIds, 'userId');
    await this.books.write(request(visit, seanceId, slot, userIds), async (book, { now }) => {
      const half = book.openSlot(slot);
      const people = await book.rosterAmong(slot, userIds);
      assertInRoster(userIds, people);
      const values = valuesOf(asked, half);
      const { roll } = await book.about(slot, userIds);
      const changes = asked.flatMap((one, index) => {
        const value = values[index] as MarkValue;
        const presence = roll.get(one.userId);
        const time = timeOf(one.at, half, now);
        const isLater = one.at === time.at && time.at > (presence?.current?.at ?? '');
        if (presence?.current && isSameMark(asMark(presence), value) && !isLater) return [];
        const user = people.get(one.userId) as Named;
        return [{ user, presence, value, ...time }];
      });
      for (const { user, presence, value, at, isClockWrong } of changes) {
        write(book, slot, visit.actor, { kind: 'mark', user, ...value, at, isClockWrong }, presence);
      }
    });
    return this.readAttendance.slot(visit, seanceId, slot);
  }

  /**
   * Adds learners of the session who came though they were not in. Who is in already stays so.
   *
   * @throws Refusal as {@link run}; `slot-not-begun`, `not-a-learner`
   */
  async add(
    visit: Visit<'enrol'>,
    seanceId: string,
    slot: number,
    userIds: readonly string[],
  ): Promise<SlotView> {
    assertEachOnce('userIds', userIds);
    const { seance } = await this.readAttendance.book(visit, seanceId);
    const found = await peopleAmong((ids) => this.directory.learnersAmong(seance.sessionId, ids), userIds);
    const learners = new Map(found.map((one) => [one.id, one]));
    const others = userIds.flatMap((id, index): Issue[] =>
      learners.has(id) ? [] : [{ field: ['userIds', index], code: 'not-a-learner' }],
    );
    if (others.length > 0) throw new Refusal('not-a-learner', others);
    await this.books.write(request(visit, seanceId, slot, userIds), async (book, { now }) => {
      const half = book.openSlot(slot);
      if (now < half.startsAt) throw new Refusal('slot-not-begun');
      const { roll } = await book.about(slot, userIds);
      const added = userIds.filter((id) => !roll.has(id)).map((id) => learners.get(id) as Named);
      book.write(
        slot,
        visit.actor,
        added.map((user): Written => ({ kind: 'roster', user })),
      );
    });
    return this.readAttendance.slot(visit, seanceId, slot);
  }

  /**
   * Changes a mark of a half-day that is closed, with a reason: both versions stay visible.
   *
   * @throws Refusal as {@link run}; `slot-not-closed`
   */
  async correct(
    visit: Visit<'enrol'>,
    seanceId: string,
    slot: number,
    { reason, ...asked }: AskedMark & { readonly reason: string },
  ): Promise<SlotView> {
    const { userId } = asked;
    await this.books.write(request(visit, seanceId, slot, [userId]), async (book) => {
      const half = book.slot(slot);
      if (half.closedAt === null) throw new Refusal('slot-not-closed');
      const people = await book.rosterAmong(slot, [userId]);
      const user = people.get(userId);
      if (!user) throw new Refusal('not-in-roster', [{ field: ['userId'], code: 'not-in-roster' }]);
      const value = markValue({ ...asked, note: reason }, half.minutes);
      const { roll } = await book.about(slot, [userId]);
      write(book, slot, visit.actor, { kind: 'correction', user, ...value }, roll.get(userId));
    });
    return this.readAttendance.slot(visit, seanceId, slot);
  }
}

/** Writes a mark down, and says so. */
export function write(
  book: AttendanceBook,
  slot: number,
  by: Named,
  written: Written & { readonly mark: Mark },
  presence: Presence | undefined,
): void {
  const { kind, user, mark, minutes = null, note, source = 'staff' } = written;
  const before = presence?.current?.mark ?? null;
  book.write(slot, by, [written]);
  book.tell({
    type: kind === 'correction' ? 'attendance.corrected' : 'attendance.marked',
    actor: { id: by.id, name: by.name },
    user,
    data: {
      ...{ slot, mark, minutes, before },
      ...(kind === 'correction' ? { reason: note } : { source }),
      // Who was told that they were absent is told when it is corrected.
      ...(kind === 'correction' && book.settings.attendanceAbsenceNotices && { isTold: true }),
    },
  });
}

export function request(
  { platformId, space }: Visit,
  seanceId: string,
  slot: number | null,
  userIds: readonly string[],
) {
  return { platformId, spaceId: space.id, seanceId, slot, userIds };
}

function asMark({ current }: Presence): MarkValue {
  return {
    mark: current?.mark ?? 'absent',
    minutes: current?.minutes ?? null,
    note: current?.note ?? '',
  };
}

/** What is marked, where it is wrong said of the mark that it is wrong in. */
function valuesOf(asked: readonly AskedMark[], { minutes }: Slot): readonly MarkValue[] {
  const issues: Issue[] = [];
  const values: MarkValue[] = [];
  for (const [index, one] of asked.entries())
    try {
      values.push(markValue(one, minutes));
    } catch (error) {
      if (!Refusal.is(error)) throw error;
      issues.push(...error.issues.map((issue) => ({ ...issue, field: ['marks', index, ...issue.field] })));
    }
  if (issues.length > 0) throw new Refusal('validation', issues);
  return values;
}

/**
 * When a mark was made: a clock that says what cannot be is not believed, and the mark is kept. None is later than now, so
 * that what is said next is later than it.
 */
function timeOf(at: Instant | undefined, slot: Slot, now: Instant) {
  if (at === undefined) return { at: now, isClockWrong: false };
  const isClockWrong = at < opensAt(slot) || at > shiftInstant(now, clockTolerance);
  return { at: isClockWrong || at > now ? now : at, isClockWrong };
}

function assertEachOnce(list: string, ids: readonly string[], field?: string): void {
  const issues = ids.flatMap((id, index): Issue[] =>
    ids.indexOf(id) === index
      ? []
      : [{ field: [list, index, ...(field === undefined ? [] : [field])], code: 'duplicate' }],
  );
  if (issues.length > 0) throw new Refusal('validation', issues);
}

function assertInRoster(userIds: readonly string[], people: ReadonlyMap<string, Named>): void {
  const issues = userIds.flatMap((id, index): Issue[] =>
    people.has(id) ? [] : [{ field: ['marks', index, 'userId'], code: 'not-in-roster' }],
  );
  if (issues.length > 0) throw new Refusal('not-in-roster', issues);
}
