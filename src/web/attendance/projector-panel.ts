import { html, type TemplateResult } from 'lit';
import { icon } from '../core/icons.js';
import { instantAt, wallTimeAt } from '../time/wall-time.js';
import type { Slot } from './attendance.js';
import type { AttendanceLocale } from './load-attendance-locale.js';

/** The learners' check-in of a half-day, and what the trainer does with it. */
export interface CheckInControls {
  readonly locale: AttendanceLocale;
  readonly slot: Slot;
  /** Opens it, or has it end at another time; an instant, the end of the half-day when absent. */
  readonly open: (until?: string) => void;
  readonly close: () => void;
  readonly project: () => void;
}

/** Opens and closes the check-in, says until when, and shows its code. */
export function projectorPanel({ locale, slot, open, close, project }: CheckInControls): TemplateResult {
  const { checkIn } = slot;
  if (!checkIn)
    return html`<div class="check-in">
      <button type="button" class="button" @click=${() => open()}>
        ${icon('check')}${locale.text('presence.openCheckIn')}
      </button>
    </div>`;
  return html`<div class="check-in is-open" role="group" aria-label=${locale.text('presence.checkIn')}>
    <button type="button" class="button primary" @click=${project}>
      ${locale.text('presence.showCode')}
    </button>
    <label>
      ${locale.text('presence.until')}
      <input
        type="time"
        class="field"
        .value=${wallTimeAt(new Date(checkIn.until), slot.timeZone).slice(11)}
        @change=${(event: Event) => change((event.target as HTMLInputElement).value, slot, open)}
      />
    </label>
    <button type="button" class="button" @click=${close}>${locale.text('presence.closeCheckIn')}</button>
  </div>`;
}

/** On the day of the half-day: at night, on the day that has begun since. */
function change(time: string, { start, startsAt, timeZone }: Slot, open: (until: string) => void): void {
  if (time === '') return;
  const sameDay = instantAt(`${start.slice(0, 10)}T${time}`, timeZone);
  const isNextDay = sameDay.getTime() < Date.parse(startsAt) - 60 * 60_000;
  const until = isNextDay ? new Date(sameDay.getTime() + 24 * 60 * 60_000) : sameDay;
  open(`${until.toISOString().slice(0, 19)}Z`);
}
