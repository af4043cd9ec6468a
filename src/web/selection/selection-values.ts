import type { Locale } from '../core/locale.js';
import { nameInText } from '../core/person-name.js';
import { plainValue } from '../core/plain-value.js';
import { RequestFailure } from '../core/request-failure.js';
import { someOf } from '../core/some-of.js';
import type { Seance } from '../seance/seance.js';
import type { SelectionChanges } from './selection.js';

/** What can be changed of several séances at once, in the order of the form. */
export const selectionFields = [
  'locationId',
  'trainerIds',
  'startTime',
  'endTime',
  'capacity',
  'inAgenda',
] as const satisfies readonly (keyof SelectionChanges)[];
export type SelectionField = (typeof selectionFields)[number];

/** What stands in the form. A number that is being typed is a text. */
export interface SelectionValues {
  readonly locationId: string;
  readonly trainerIds: readonly string[];
  readonly startTime: string;
  readonly endTime: string;
  readonly capacity: string;
  readonly inAgenda: boolean;
}

/** How many different values, and how many séances that are refused, are named. */
const named = { values: 3, seances: 5 };

const empty: SelectionValues = {
  ...{ locationId: '', trainerIds: [], startTime: '', endTime: '', capacity: '', inAgenda: false },
};

/** What the séances have all alike; empty where they differ. */
export function commonValues(seances: readonly Seance[]): SelectionValues {
  const [first, ...others] = seances.map(valuesOf);
  if (!first) return empty;
  const alike = selectionFields.filter((name) => others.every((other) => isSame(other[name], first[name])));
  return { ...empty, ...Object.fromEntries(alike.map((name) => [name, first[name]])) };
}

/** The fields in which two forms differ. */
export function touchedFields(one: SelectionValues, other: SelectionValues): readonly SelectionField[] {
  return selectionFields.filter((name) => !isSame(one[name], other[name]));
}

/** What is sent: the chosen fields alone. Undefined when that is nothing, or a time is none yet. */
export function toChanges(
  values: SelectionValues,
  chosen: ReadonlySet<SelectionField>,
): SelectionChanges | undefined {
  const names = selectionFields.filter((name) => chosen.has(name));
  const isIncomplete = names.some((name) => (name === 'startTime' || name === 'endTime') && !values[name]);
  if (names.length === 0 || isIncomplete) return undefined;
  const input: SelectionChanges = {
    ...values,
    locationId: values.locationId || null,
    capacity: values.capacity === '' ? null : Number(values.capacity),
  };
  return Object.fromEntries(names.map((name) => [name, input[name]]));
}

/** What the séances have in a field now, to read: each value once, the first few of them. */
export function presentValues(
  name: SelectionField,
  seances: readonly Seance[],
  locale: Locale,
): readonly string[] {
  const values = new Set(seances.map((seance) => presentValue(name, seance, locale)));
  return someOf([...values], named.values, locale);
}

function presentValue(name: SelectionField, seance: Seance, locale: Locale): string {
  switch (name) {
    case 'locationId':
      return seance.location?.name ?? locale.text('detail.noLocation');
    case 'trainerIds':
      return locale.list(seance.trainers.map(nameInText)) || locale.text('detail.noTrainer');
    case 'startTime':
      return locale.time(`${seance.start}Z`, 'UTC');
    case 'endTime':
      return locale.time(`${seance.end}Z`, 'UTC');
    case 'capacity':
      return plainValue(seance.capacity, locale) || locale.text('selection.unlimited');
    case 'inAgenda':
      return plainValue(seance.inAgenda, locale);
  }
}

/** The refusal of an edit as it is read: of what is wrong with a field, the first few séances are named. */
export function inBrief(failure: RequestFailure, locale: Locale): RequestFailure {
  const { kind, status, code, detail, retryAfter } = failure;
  const firsts = failure.fields.filter(
    ({ pointer }, index, all) => all.findIndex((one) => one.pointer === pointer) === index,
  );
  const fields = firsts.map((first) => {
    const alike = failure.fields.filter(({ pointer }) => pointer === first.pointer);
    const messages = [...new Set(alike.map(({ message }) => message))];
    return { ...first, message: someOf(messages, named.seances, locale).join(' ') };
  });
  return new RequestFailure(kind, { status, code, detail, retryAfter, fields }, { cause: failure });
}

function valuesOf({ location, trainers, start, end, capacity, inAgenda }: Seance): SelectionValues {
  return {
    locationId: location?.id ?? '',
    trainerIds: trainers.map(({ id }) => id),
    startTime: start.slice(11),
    endTime: end.slice(11),
    capacity: capacity === null ? '' : String(capacity),
    inAgenda,
  };
}

type Value = SelectionValues[SelectionField];

/** Trainers are a set: their order says nothing. */
function isSame(one: Value, other: Value): boolean {
  return sortable(one) === sortable(other);
}

function sortable(value: Value): string {
  return typeof value === 'object' ? [...value].sort().join('\n') : String(value);
}
