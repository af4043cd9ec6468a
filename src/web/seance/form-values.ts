import type { Seance, SeanceInput } from './seance.js';
import type { SeanceInput as Told } from '../wire.gen.js';
import type { Settings, TrainingSession } from '../space/space.js';
import { addMinutes, minutesBetween, nextHour, wallTimeAt, type WallTime } from '../time/wall-time.js';

export type FieldName = keyof SeanceInput;

/** What the server has null for, and the form an empty text. */
type Nullable = 'enrolmentOpens' | 'enrolmentCloses' | 'capacity' | 'locationId' | 'onlineUrl';

/** What stands in the form. A number that is being typed is a text. */
export interface FormValues extends Omit<SeanceInput, Nullable> {
  readonly enrolmentOpens: string;
  readonly enrolmentCloses: string;
  readonly capacity: string;
  readonly locationId: string;
  readonly onlineUrl: string;
}

type Needed<Body> = { [Name in keyof Body]-?: undefined extends Body[Name] ? never : Name }[keyof Body];

/** What the server asks of every séance, by the type of its body: known before its constraints are. */
export const requiredFields: Readonly<Record<Needed<Told>, true>> = { name: true, start: true, end: true };

/** In the order of the form, which is the order in which wrong fields are met. */
export const fieldNames = [
  'name',
  'description',
  'start',
  'end',
  'timeZone',
  'enrolmentMode',
  'enrolmentOpens',
  'enrolmentCloses',
  'capacity',
  'locationId',
  'onlineUrl',
  'extraInfo',
  'trainerIds',
  'groupName',
  'inAgenda',
] as const satisfies readonly FieldName[];

/** What the form shows otherwise than the server tells it. */
const shownOtherwise = [
  'enrolmentOpens',
  'enrolmentCloses',
  'capacity',
  'locationId',
  'onlineUrl',
  'trainerIds',
  'groupName',
] as const satisfies readonly FieldName[];
type ShownAsTold = Exclude<FieldName, (typeof shownOtherwise)[number]>;
const shownAsTold = fieldNames.filter(
  (name): name is ShownAsTold => !(shownOtherwise as readonly FieldName[]).includes(name),
);

/** The hour at which a session's first and last days are proposed to begin. */
const morning = 'T09:00';

/** When a new séance was wished to be; without an end it is as long as they usually are. */
export interface WishedTime {
  readonly startsAt: Date;
  readonly endsAt?: Date;
}

/** What a new séance was wished to be: at a time, or like another one. */
export type Wish = WishedTime | { readonly like: Seance };

/** What an empty form proposes: what was wished, or the next full hour that is in the session. */
export function initialValues(
  session: TrainingSession,
  settings: Settings,
  now: Date,
  wish?: Wish,
): FormValues {
  if (wish && 'like' in wish) return likeness(wish.like);
  const timeZone = session.timeZone ?? settings.defaultTimeZone;
  const start = wish
    ? wallTimeAt(wish.startsAt, timeZone)
    : startWithin(session, nextHour(wallTimeAt(now, timeZone)));
  const usualEnd = addMinutes(start, settings.defaultDurationMinutes);
  return {
    name: '',
    description: '',
    start,
    end: wish?.endsAt ? wallTimeAt(wish.endsAt, timeZone) : usualEnd,
    timeZone,
    enrolmentMode: settings.defaultEnrolmentMode,
    enrolmentOpens: '',
    enrolmentCloses: '',
    capacity: '',
    locationId: '',
    onlineUrl: '',
    extraInfo: '',
    trainerIds: [],
    groupName: '',
    inAgenda: settings.inAgendaByDefault,
  };
}

/** What the form shows of a séance that there is. */
export function valuesOf(seance: Seance): FormValues {
  return {
    ...(Object.fromEntries(shownAsTold.map((name) => [name, seance[name]])) as Pick<FormValues, ShownAsTold>),
    enrolmentOpens: seance.enrolmentOpens ?? '',
    enrolmentCloses: seance.enrolmentCloses ?? '',
    capacity: seance.capacity === null ? '' : String(seance.capacity),
    locationId: seance.location?.id ?? '',
    onlineUrl: seance.onlineUrl ?? '',
    trainerIds: seance.trainers.map(({ id }) => id),
    groupName: seance.group?.name ?? '',
  };
}

/** What the form proposes of a séance like another: all of it, at its time, until the reader says when. */
function likeness(seance: Seance): FormValues {
  return { ...valuesOf(seance), name: seance.baseName };
}

type WindowValues = Pick<FormValues, 'enrolmentOpens' | 'enrolmentCloses'>;

/** When enrolment opens and closes for a séance that is moved while it is written: as many days before as until now. */
export function windowMoved(
  { enrolmentOpens, enrolmentCloses }: WindowValues,
  from: WallTime,
  to: WallTime,
): WindowValues {
  const days = minutesBetween(midnightOf(from), midnightOf(to)) || 0;
  const moved = (time: WallTime): WallTime => time && addMinutes(time, days);
  return { enrolmentOpens: moved(enrolmentOpens), enrolmentCloses: moved(enrolmentCloses) };
}

function midnightOf(time: WallTime): WallTime {
  return `${time.slice(0, 10)}T00:00`;
}

/** What is sent. A group that was typed before the mode became automatic stays in the form only. */
export function toInput(values: FormValues): SeanceInput {
  return {
    ...values,
    name: values.name.trim(),
    enrolmentOpens: values.enrolmentOpens || null,
    enrolmentCloses: values.enrolmentCloses || null,
    capacity: values.capacity === '' ? null : Number(values.capacity),
    locationId: values.locationId || null,
    onlineUrl: values.onlineUrl.trim() || null,
    groupName: values.enrolmentMode === 'automatic' ? '' : values.groupName.trim(),
  };
}

/** Only what differs: a field that nobody touched here is not taken from who changes it elsewhere. */
export function changesBetween(before: FormValues, after: FormValues): Partial<SeanceInput> {
  const [from, to] = [toInput(before), toInput(after)];
  return Object.fromEntries(
    fieldNames.filter((name) => !isSame(from[name], to[name])).map((name) => [name, to[name]]),
  );
}

/** The fields in which two forms differ, in the order of the form. */
export function differences(one: FormValues, other: FormValues): readonly FieldName[] {
  return fieldNames.filter((name) => !isSame(one[name], other[name]));
}

type FieldValue = SeanceInput[FieldName];

function isSame(one: FieldValue, other: FieldValue): boolean {
  return sortable(one) === sortable(other);
}

/** Trainers are a set: their order says nothing. */
function sortable(value: FieldValue): string {
  return Array.isArray(value) ? [...(value as readonly string[])].sort().join('\n') : String(value);
}

function startWithin({ startsOn, endsOn }: TrainingSession, time: WallTime): WallTime {
  const day = time.slice(0, 10);
  if (startsOn !== null && day < startsOn) return startsOn + morning;
  if (endsOn !== null && day > endsOn) return endsOn + morning;
  return time;
}
