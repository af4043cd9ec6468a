import type { Clash, ClockChange, PlannedSeance } from './series.js';
import { lengthInWords } from '../seance/seance-time.js';
import type { Locale } from '../core/locale.js';

/** What there is to know about a planned séance before it is written, a sentence each. */
export function occurrenceNotes(planned: PlannedSeance, locale: Locale): readonly string[] {
  const { clockChange, conflicts, warnings, timeZone } = planned;
  const sameSeries = warnings.filter(({ code }) => code === 'same-series');
  return [
    ...(clockChange ? [clockNote(clockChange, planned, locale)] : []),
    ...sameSeries.map(({ seance }) => locale.text('occurrence.sameSeries', { name: seance?.name ?? '' })),
    ...conflicts.map((clash) => clashNote(clash, timeZone, locale)),
  ];
}

function clashNote(
  { kind, resource, seance, startsAt, endsAt }: Clash,
  timeZone: string,
  locale: Locale,
): string {
  return locale.text(`occurrence.${kind}Clash`, {
    resource: resource.name,
    seance: seance
      ? locale.text('occurrence.seance', { name: seance.name })
      : locale.text('occurrence.otherSpace'),
    hours: locale.hours(startsAt, endsAt, timeZone),
  });
}

function clockNote(change: ClockChange, planned: PlannedSeance, locale: Locale): string {
  const { start, end, startsAt, endsAt, timeZone } = planned;
  if (change === 'skipped' || change === 'doubled') {
    return locale.text(`occurrence.${change}`, {
      planned: locale.time(`${start}Z`, 'UTC'),
      hours: locale.hours(startsAt, endsAt, timeZone),
    });
  }
  return locale.text(`occurrence.${change}`, {
    planned: lengthInWords(`${start}Z`, `${end}Z`, locale),
    actual: lengthInWords(startsAt, endsAt, locale),
  });
}
