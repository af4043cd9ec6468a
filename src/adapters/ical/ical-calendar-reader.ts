import type { ClosedDays, DayRange } from '../../domain/closed-day/closed-days.js';
import type { CalendarDays, CalendarReader, SkippedEvent } from '../../ports/calendar-reader.js';
import { asName, type EventDays, eventDays, nameOf, type Reading } from './event-days.js';
import { dayOf } from './event-properties.js';
import { type FoundEvent, foundEvents } from './event-versions.js';
import { fileEvents } from './file-events.js';

/** Half a million days are looked at in a second; the holidays of a country take some thousands. */
const daysLookedAt = 500_000;

export class IcalCalendarReader implements CalendarReader {
  read(text: string, { startsOn, endsOn }: DayRange): CalendarDays | undefined {
    const content = fileEvents(text);
    if (!content) return undefined;
    const horizon = { first: dayOf(startsOn), last: dayOf(endsOn) };
    const reading: Reading = { horizon, patience: { left: daysLookedAt } };
    const days: ClosedDays[] = [];
    const skipped: SkippedEvent[] = [];
    for (const found of foundEvents(content.events)) {
      const { days: read, reasons } = daysOf(found, reading);
      days.push(...read);
      skipped.push(...reasons.map((reason) => ({ name: nameOf(found.event), reason })));
    }
    for (const line of content.broken) skipped.push({ name: asName(line), reason: 'broken' });
    if (content.isCutOff) skipped.push({ name: '', reason: 'cut-off' });
    return { days, skipped };
  }
}

function daysOf({ event, isReplaced, ...found }: FoundEvent, reading: Reading): EventDays {
  if (!event.isWhole) return { days: [], reasons: ['broken'] };
  if (found.isSuperseded) return { days: [], reasons: ['superseded'] };
  if (found.isCancelled) return { days: [], reasons: ['cancelled'] };
  if (found.changesFollowing) return { days: [], reasons: ['recurring'] };
  return eventDays(event, reading, isReplaced);
}
