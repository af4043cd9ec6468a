import { html, nothing, type TemplateResult } from 'lit';
import { nameInText } from '../core/person-name.js';
import type { Slot } from './attendance.js';
import { markText } from './attendance-sheet-values.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { PendingMarks, RefusedMark } from './pending-marks.js';

/** What of half a day the server does not know. */
export interface PendingNote {
  readonly locale: AttendanceLocale;
  readonly slot: Slot;
  readonly pending: PendingMarks;
  /** How many wait in all half-days because they could not be sent; none otherwise. */
  readonly cutOff: number;
  readonly retry: () => void;
  readonly correct: (mark: RefusedMark) => void;
  readonly dismiss: (mark: RefusedMark) => void;
}

/** Says that marks wait for the connection, and which ones were refused, with what can be done about each. */
export function pendingMarksNote(note: PendingNote): TemplateResult {
  const { cutOff, locale, pending, retry } = note;
  // The live region has to be there before its text is.
  return html`<div class="outbox" role="status">
      ${
        cutOff > 0
          ? html`<p class="notice waiting">
              <span>${locale.text('presence.toSend', { count: cutOff })}</span>
              <button type="button" class="button" @click=${retry}>${locale.text('action.retry')}</button>
            </p>`
          : nothing
      }
    </div>
    ${pending.refused.length > 0 ? refusals(note) : nothing}`;
}

function refusals({ correct, dismiss, locale, pending, slot }: PendingNote): TemplateResult {
  const { refused } = pending;
  return html`<section class="alert" role="alert">
    <p>${locale.text('presence.refused', { count: refused.length })}</p>
    <ul class="refused">
      ${refused.map((mark) => {
        const entry = slot.entries.find(({ user }) => user.id === mark.userId);
        const name = entry ? nameInText(entry.user) : mark.userId;
        const time = locale.time(mark.at, slot.timeZone);
        return html`<li>
          <span>
            ${locale.text('presence.refusedMark', { name, time, mark: markText(mark, locale) })}
            <span class="muted">${mark.reason}</span>
          </span>
          ${
            slot.state === 'closed' && entry
              ? html`<button type="button" class="button" @click=${() => correct(mark)}>
                  ${locale.text('presence.makeCorrection')}
                </button>`
              : nothing
          }
          <button type="button" class="button" @click=${() => dismiss(mark)}>
            ${locale.text('presence.drop')}
          </button>
        </li>`;
      })}
    </ul>
  </section>`;
}
