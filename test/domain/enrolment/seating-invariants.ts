import type { Enrolment } from '../../../src/domain/enrolment/enrolment.js';
import type { Places } from '../../../src/domain/enrolment/places.js';
import type { SeatEvent } from '../../../src/domain/enrolment/seats.js';
import type { SeatingWorld } from './seating-world.js';

type Row = Enrolment;

/** What a world was before a command. */
export interface Before {
  readonly rows: readonly Row[];
  readonly places: readonly Places[];
}

export function before({ rows, places }: SeatingWorld): Before {
  return { rows, places: [...places] };
}

/**
 * What has to be so after each command, said of the rows, the counters and the events alone: none of the rules that made
 * them is asked.
 */
export function checkInvariants(world: SeatingWorld, was: Before): void {
  checkBooks(world);
  checkLimits(world);
  checkTurns(world, was);
  checkEvents(world, was);
  checkQueues(world);
}

function checkBooks({ places, rows }: SeatingWorld): void {
  for (const { seanceId, enrolled, waiting, capacity, enrolmentMode } of places) {
    const line = rows.filter((row) => row.seanceId === seanceId);
    const isIn = line.filter(({ status }) => status === 'enrolled').length;
    const counted = enrolled === isIn && waiting === line.length - isIn;
    must(
      counted,
      () => `the counters of ${seanceId} are ${enrolled}, ${waiting}: ${isIn} of ${line.length} are in`,
    );
    if (enrolmentMode === 'automatic') must(line.length === 0, () => `${seanceId} is automatic`);
    else must(isIn <= (capacity ?? Infinity), () => `${isIn} are enrolled in ${seanceId} for ${capacity}`);
    const users = new Set(line.map(({ learner }) => learner.id));
    must(users.size === line.length, () => `somebody is twice in ${seanceId}`);
  }
  for (const { id, status, enrolledAt } of rows)
    must(
      (status === 'waiting') === (enrolledAt === null),
      () => `${id} has a time of its place when it has one`,
    );
}

function checkLimits(world: SeatingWorld): void {
  for (const user of world.learners) {
    const count = placesInGroup(world, user);
    must(count <= world.limit, () => `${user} has ${count} places for a limit of ${world.limit}`);
  }
}

/** Who is skipped keeps the turn, who comes is the last, and who left and comes again has a new turn. */
function checkTurns({ rows }: SeatingWorld, was: Before): void {
  const turns = new Map(was.rows.map(({ id, turn }) => [id, turn]));
  const given = new Set<string>();
  for (const { id, turn, seanceId } of rows) {
    const before = turns.get(id);
    const earlier = was.rows.filter((row) => row.seanceId === seanceId);
    const isLast = earlier.every((row) => row.turn < turn);
    must(before === undefined ? isLast : turn === before, () => `${id} has turn ${turn} after ${before}`);
    given.add(`${seanceId} ${turn}`);
  }
  must(given.size === rows.length, () => 'a turn is given twice');
}

/** Nobody waits beside a free place that they might have. */
function checkQueues(world: SeatingWorld): void {
  if (!queuesMove(world)) return;
  for (const places of world.places) {
    if (places.isDeleted || places.isCancelled || hasBegun(world, places) || isFull(world, places)) continue;
    for (const row of world.rows)
      if (row.seanceId === places.seanceId && row.status === 'waiting')
        must(
          isBlocked(world, row),
          () => `${row.learner.id} waits in ${places.seanceId} beside a free place`,
        );
  }
}

/** Replays what happened, and looks at each event as the places were then. */
function checkEvents(world: SeatingWorld, was: Before): void {
  const becameAutomatic = world.places
    .filter(({ enrolmentMode }, index) => enrolmentMode !== was.places[index]?.enrolmentMode)
    .filter(({ enrolmentMode }) => enrolmentMode === 'automatic')
    .map(({ seanceId }) => seanceId);
  for (const { seanceId, status } of was.rows)
    if (status === 'enrolled' && becameAutomatic.includes(seanceId))
      must(!hasBegun(world, placesOf(world, seanceId)), () => `${seanceId} forgets who took part`);
  let rows: readonly Row[] = was.rows.filter(({ seanceId }) => !becameAutomatic.includes(seanceId));
  world.events.forEach((event, index) => {
    const row = rows.find(({ id }) => id === event.data['enrolmentId']);
    const then = { ...standing(world), rows };
    checks[event.type](then, event, row, world.events[index - 1]);
    rows = rowsAfter(world, rows, event);
  });
  const told = (all: readonly Row[]) =>
    all
      .map(({ id, seanceId, learner, status }) => [id, seanceId, learner.id, status].join())
      .sort()
      .join(' ');
  must(
    told(world.rows) === told(rows),
    () => `${told(world.rows)} is not what the events say: ${told(rows)}`,
  );
}

type Standing = Pick<SeatingWorld, 'rows' | 'places' | 'limit' | 'settings' | 'seating'>;
type Check = (
  then: Standing,
  event: SeatEvent,
  row: Row | undefined,
  previous: SeatEvent | undefined,
) => void;

function standing({ rows, places, limit, settings, seating }: SeatingWorld): Standing {
  return { rows, places, limit, settings, seating };
}

const checks: Readonly<Record<SeatEvent['type'], Check>> = {
  'enrolment.enrolled'(then, { seance, user, data }, row) {
    const places = placesOf(then, seance.id);
    must(row === undefined, () => `${user.id} was there`);
    must(!isFull(then, places), () => `${seance.id} is full when ${user.id} is enrolled`);
    const isOvertaking = isAwaited(then, places) && !hasBegun(then, places);
    must(!isOvertaking, () => `${user.id} overtakes the queue of ${seance.id}`);
    checkMayCome(then, places, data['source']);
    checkCorrection(then, places, data, data['source'] === 'staff');
  },
  'enrolment.waiting'(then, { seance, user, data }, row) {
    const places = placesOf(then, seance.id);
    if (data['reason'] === 'restored-without-a-place') {
      must(row?.status === 'enrolled', () => `${user.id} had no place`);
      must(!hasBegun(then, places), () => `${user.id} took part in ${seance.id}`);
      must(placesInGroup(then, user.id) > then.limit, () => `${user.id} is within the limit`);
      return;
    }
    const isNeeded = isFull(then, places) || isAwaited(then, places);
    must(isNeeded, () => `${user.id} waits in ${seance.id} without need`);
    must(!hasBegun(then, places), () => `${user.id} waits for ${seance.id}, which has begun`);
    checkMayCome(then, places, data['source']);
  },
  'enrolment.promoted'(then, { seance, user, data }, row) {
    const places = placesOf(then, seance.id);
    must(row?.status === 'waiting', () => `${user.id} did not wait`);
    must(!isFull(then, places), () => `${seance.id} is full when ${user.id} moves up`);
    must(!places.isDeleted, () => `${user.id} moves up in ${seance.id}, which is deleted`);
    must(!places.isCancelled, () => `${user.id} moves up in ${seance.id}, which is cancelled`);
    checkCorrection(then, places, data, data['accepted'] === true);
    if (data['accepted'] === true) return;
    must(queuesMove(then), () => `${user.id} moves up although queues do not move`);
    for (const other of then.rows)
      if (other.seanceId === seance.id && other.status === 'waiting' && other.turn < (row?.turn ?? 0))
        must(isBlocked(then, other), () => `${user.id} overtakes ${other.learner.id} in ${seance.id}`);
  },
  'enrolment.cancelled'(then, { seance, user, data }, row, previous) {
    must(row?.status === data['status'], () => `${user.id} was not ${String(data['status'])}`);
    const places = placesOf(then, seance.id);
    if (data['reason'] === 'user-gone') return;
    checkCorrection(then, places, data, isByStaff(data, previous));
    const isKept = places.isCancelled && data['reason'] !== 'left-session';
    must(!isKept, () => `${user.id} loses ${seance.id}, which is cancelled`);
    const isOpen = isOpenToLearners(then, places);
    if (data['reason'] === 'left') must(isOpen, () => `${user.id} may not leave ${seance.id}`);
    if (data['reason'] === 'changed') checkChange(then, places, user.id, previous);
  },
};

/** Who gives up a place for another one has just got that one. */
function checkChange(then: Standing, left: Places, user: string, gained: SeatEvent | undefined): void {
  must(gained?.user.id === user, () => `${user} gives up ${left.seanceId} for the place of somebody else`);
  const hasGained = gained?.type === 'enrolment.enrolled' || gained?.type === 'enrolment.promoted';
  must(hasGained, () => `${user} gives up ${left.seanceId} for nothing`);
  const areInGroup = [left, placesOf(then, gained?.seance.id ?? '')].every(({ groupId }) => groupId === 'g');
  must(
    areInGroup,
    () => `${user} gives up ${left.seanceId} for a place that it does not stand in the way of`,
  );
  // Staff may take somebody out who may not leave by themselves.
  must(
    isGainedByStaff(gained) || isOpenToLearners(then, left),
    () => `${user} may not leave ${left.seanceId}`,
  );
}

/** Staff alone change who is in what has begun, and each of these events says that it corrects the list. */
function checkCorrection(then: Standing, places: Places, data: SeatEvent['data'], isByStaff: boolean): void {
  if (data['source'] === 'automatic') return;
  const isCorrection = hasBegun(then, places);
  must(isByStaff || !isCorrection, () => `the list of ${places.seanceId} changes, which has begun`);
  must(
    (data['correction'] === true) === isCorrection,
    () => `a correction of ${places.seanceId} is not said`,
  );
}

function isByStaff({ reason }: SeatEvent['data'], previous: SeatEvent | undefined): boolean {
  return reason === 'removed' || reason === 'moved' || (reason === 'changed' && isGainedByStaff(previous));
}

function isGainedByStaff(gained: SeatEvent | undefined): boolean {
  return gained?.data['accepted'] === true || gained?.data['source'] === 'staff';
}

function checkMayCome(then: Standing, places: Places, source: unknown): void {
  if (source === 'automatic') return;
  must(!places.isCancelled, () => `somebody comes to ${places.seanceId}, which is cancelled`);
  const isOpen = source !== 'self' || (isOpenToLearners(then, places) && hasOpened(then, places));
  must(isOpen, () => `somebody comes to ${places.seanceId}, which is not open`);
  must(then.settings.enrolmentEnabled, () => `somebody comes to ${places.seanceId}, and enrolment is off`);
}

function rowsAfter(world: SeatingWorld, rows: readonly Row[], event: SeatEvent): readonly Row[] {
  const id = event.data['enrolmentId'];
  const status = event.type === 'enrolment.waiting' ? 'waiting' : 'enrolled';
  if (event.type === 'enrolment.cancelled') return rows.filter((row) => row.id !== id);
  if (rows.some((row) => row.id === id)) return rows.map((row) => (row.id === id ? { ...row, status } : row));
  // Who was moved on by a wish of theirs has come, too.
  const came = [...world.rows, ...world.arrived].find((row) => row.id === id);
  must(came !== undefined, () => `${event.user.id} has come, and is not there`);
  return [...rows, { ...(came as Row), status }];
}

/** The limit keeps a place from them, and there is none in the group that they wish and may give up for it. */
function isBlocked(then: Standing, { seanceId, learner, insteadOf }: Row): boolean {
  if (!countsInGroup(placesOf(then, seanceId))) return false;
  const isPlaceOfTheirs = (row: Row) => row.learner.id === learner.id && row.status === 'enrolled';
  const givesUp = then.places
    .filter((places) => places.seanceId === insteadOf && countsInGroup(places))
    .some(
      (places) =>
        isOpenToLearners(then, places) &&
        then.rows.some((row) => row.seanceId === insteadOf && isPlaceOfTheirs(row)),
    );
  return placesInGroup(then, learner.id) - (givesUp ? 1 : 0) >= then.limit;
}

function placesInGroup({ rows, places }: Pick<Standing, 'rows' | 'places'>, user: string): number {
  const counting = places.filter(countsInGroup);
  return rows.filter(
    ({ seanceId, learner, status }) =>
      learner.id === user && status === 'enrolled' && counting.some((seance) => seance.seanceId === seanceId),
  ).length;
}

function countsInGroup({ groupId, isDeleted, isCancelled }: Places): boolean {
  return groupId === 'g' && !isDeleted && !isCancelled;
}

function isFull({ rows }: Pick<Standing, 'rows'>, { seanceId, capacity }: Places): boolean {
  const taken = rows.filter((row) => row.seanceId === seanceId && row.status === 'enrolled').length;
  return capacity !== null && taken >= capacity;
}

function hasBegun({ seating }: Pick<Standing, 'seating'>, { startsAt }: Places): boolean {
  return Date.parse(seating.now) >= Date.parse(startsAt);
}

/** Whether learners may leave it; and take a place there, once it {@link hasOpened}. */
function isOpenToLearners({ seating, settings }: Standing, places: Places): boolean {
  const { startsAt, closesAt, enrolmentMode, isCancelled } = places;
  const delayed = Date.parse(startsAt) - settings.closingDelayMinutes * 60_000;
  const closes = closesAt === null ? delayed : Date.parse(closesAt);
  const isOpen = Date.parse(seating.now) < closes && !hasBegun({ seating }, places);
  return enrolmentMode === 'public' && isOpen && !isCancelled;
}

function hasOpened({ seating }: Pick<Standing, 'seating'>, { opensAt }: Places): boolean {
  return opensAt === null || Date.parse(seating.now) >= Date.parse(opensAt);
}

function isAwaited({ rows }: Pick<Standing, 'rows'>, { seanceId }: Places): boolean {
  return rows.some((row) => row.seanceId === seanceId && row.status === 'waiting');
}

function queuesMove({ settings }: Pick<Standing, 'settings'>): boolean {
  return settings.enrolmentEnabled && settings.promotion === 'automatic';
}

function placesOf({ places }: Pick<Standing, 'places'>, id: string): Places {
  return places.find(({ seanceId }) => seanceId === id) as Places;
}

/** An assertion that costs nothing as long as it holds: there are millions of them. */
function must(holds: boolean, complaint: () => string): void {
  if (!holds) throw new Error(complaint());
}
