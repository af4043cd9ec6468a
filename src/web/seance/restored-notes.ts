import { someOf } from '../core/some-of.js';
import type { Workplace } from '../space/workplace.js';
import { warningNote, type Warning } from '../seance/warning-notes.js';

/** How many séances are asked about, and for how long in milliseconds: nobody waits for what is only good to know. */
const asked = 10;
const patience = 3_000;
/** As many sentences as are read. */
const shown = 3;

/** What others may have taken, or closed, while a séance was in the bin. */
const sinceDeleted = new Set<string>(['trainer-busy', 'location-busy', 'same-series', 'closed-day']);

/** What restored séances run into, in a sentence; empty for nothing, and when it cannot be known. */
export async function restoredNotes(at: Workplace, ids: readonly string[]): Promise<string> {
  const signal = AbortSignal.timeout(patience);
  const checks = ids.slice(0, asked).map((id) => at.client.checkSeance(undefined, { id }, signal));
  const answers = await Promise.allSettled(checks);
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const notes = found
    .filter(({ code }) => sinceDeleted.has(code))
    .map((warning) => noteOf(warning, at, ids.length > 1));
  return notes.length === 0
    ? ''
    : at.locale.text('notice.toCheck', { notes: someOf([...new Set(notes)], shown, at.locale).join(' ; ') });
}

function noteOf(warning: Warning, at: Workplace, isOfMany: boolean): string {
  const { locale, session, space } = at;
  const { start } = warning;
  const planned = { start, end: start, timeZone: space.actor.timeZone };
  const note = warningNote(warning, planned, session, locale);
  return isOfMany ? locale.text('notice.checkAt', { date: locale.wallTime(start), note }) : note;
}
