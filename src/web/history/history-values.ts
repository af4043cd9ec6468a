import type { HistoryEvent, MarkName, RecordedFields } from './history.js';
import { plainValue } from '../core/plain-value.js';
import { fieldLabels } from '../seance/field-labels.js';
import { zoneName } from '../core/zones.js';
import type { Locale, MessageKey } from '../core/locale.js';

/** A field that an edit changed, to read; undefined on both sides when the trail does not keep its text. */
export interface ChangedValue {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Names of places and groups by their ids. */
export type KnownNames = ReadonlyMap<string, string>;

/** Fields of which no value is told: ids, and the instants of a wall time whose zone has new rules. */
const withoutValues = { seriesId: 'filter.series', startsAt: 'form.timeZone' } as const;

const labels: Readonly<Record<string, MessageKey>> = { ...fieldLabels, ...withoutValues };

/** What an event changed, value by value. A field that this page does not know yet is left out. */
export function changedValues(
  { data }: HistoryEvent,
  names: KnownNames,
  locale: Locale,
): readonly ChangedValue[] {
  const { before, after } = data;
  if (data.mark) return [markChanged(data, locale)];
  if (typeof before === 'string' || typeof after === 'string') {
    const text = (side: typeof before): string =>
      typeof side === 'string' ? side : locale.text('merge.empty');
    return [{ label: locale.text('comments.edit'), before: text(before), after: text(after) }];
  }
  return (data.changed ?? []).flatMap((field) => {
    const label = labels[field];
    if (!label) return [];
    return [
      {
        label: locale.text(label),
        before: written(field, before ?? undefined, names, locale),
        after: written(field, after, names, locale),
      },
    ];
  });
}

/** What holds of somebody's presence, and what was said before: of which the minutes are not kept. */
function markChanged({ before, mark, minutes }: HistoryEvent['data'], locale: Locale): ChangedValue {
  const written = (name: MarkName, by: number | null): string =>
    locale.text(`history.mark.${name}`, { minutes: by ?? 0 }).trim();
  return {
    label: locale.text('history.mark'),
    before: before ? written(before as MarkName, null) : locale.text('merge.empty'),
    after: mark && written(mark, minutes ?? null),
  };
}

/** True when an event names a place or a group by its id. */
export function namesNeeded({ data }: HistoryEvent): boolean {
  return (data.changed ?? []).some((field) => field === 'locationId' || field === 'groupId');
}

function written(
  field: string,
  values: Partial<RecordedFields> | undefined,
  names: KnownNames,
  locale: Locale,
): string | undefined {
  if (!values || !(field in values) || field in withoutValues) return undefined;
  const write = writers[field] ?? ((all) => plainValue(all[field as keyof RecordedFields], locale));
  return write(values, locale, names) || locale.text('merge.empty');
}

type Write = (values: Partial<RecordedFields>, locale: Locale, names: KnownNames) => string;

/** How those are written that are not read as they are stored. */
const writers: Readonly<Record<string, Write>> = {
  start: ({ start }, locale) => locale.wallTime(start ?? ''),
  end: ({ end }, locale) => locale.wallTime(end ?? ''),
  timeZone: ({ timeZone }, locale) => (timeZone ? zoneName(timeZone, locale) : ''),
  enrolmentOpens: ({ enrolmentOpens }, locale) => locale.wallTime(enrolmentOpens ?? ''),
  enrolmentCloses: ({ enrolmentCloses }, locale) => locale.wallTime(enrolmentCloses ?? ''),
  enrolmentMode: ({ enrolmentMode }, locale) =>
    enrolmentMode ? locale.text(`enrolment.${enrolmentMode}`) : '',
  locationId: ({ locationId }, locale, names) => named(locationId, names, locale),
  trainers: ({ trainers }, locale) => locale.list((trainers ?? []).map(({ name }) => name)),
  groupId: ({ groupId }, locale, names) => named(groupId, names, locale),
};

function named(id: string | null | undefined, names: KnownNames, locale: Locale): string {
  return id ? (names.get(id) ?? locale.text('history.gone')) : '';
}
