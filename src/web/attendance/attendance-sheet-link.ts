import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask } from '../core/command.js';
import { icon } from '../core/icons.js';
import { Loader } from '../core/loader.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { Attendance, Slot } from './attendance.js';
import { AttendanceSheetClient } from './attendance-sheet-client.js';
import { countsOf, slotHours, slotName } from './attendance-sheet-values.js';
import { withAttendanceTexts, type AttendanceLocale } from './load-attendance-locale.js';
import attendanceSheetLinkCss from './attendance-sheet-link.css?inline';
import controlsCss from '../core/styles/controls.css?inline';
import partCss from '../core/styles/part.css?inline';
import { sheets } from '../core/sheets.js';

/** How many are there, on the page of a séance, and the way to its sheet; nothing where presence is not kept. */
export class AttendanceSheetLink extends LitElement {
  static override properties = { at: { attribute: false }, seance: { attribute: false } };
  static override styles = sheets(controlsCss, partCss, attendanceSheetLinkCss);

  declare at: Workplace;
  /** Another object whenever who is in it may have changed. */
  declare seance: Seance;
  readonly #loader = new Loader<{ readonly attendance: Attendance; readonly locale: AttendanceLocale }>(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('seance')) return;
    const { at, seance } = this;
    void this.#loader.load(async (signal) => {
      const [attendance, locale] = await Promise.all([
        at.client.with(AttendanceSheetClient).read(seance.id, signal),
        withAttendanceTexts(at.locale),
      ]);
      return { attendance, locale };
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { answer } = this.#loader;
    // What does not come is in nobody's way: the sheet itself says why.
    if (!answer || answer.attendance.slots.length === 0) return nothing;
    const { attendance, locale } = answer;
    const { slots } = attendance;
    return html`<section class="panel" aria-labelledby="presence">
      <h3 id="presence">${locale.text('attendance.title')}</h3>
      <div class="parts">
        <ul role="list">
          ${slots.map((slot) => html`<li>${half(slot, slots, locale)}</li>`)}
        </ul>
        <button
          type="button"
          class="button"
          @click=${() => ask(this, { does: 'open-sheet', id: this.seance.id })}
        >
          ${icon('check')}${locale.text('presence.open')}
        </button>
      </div>
    </section>`;
  }
}

function half(slot: Slot, slots: readonly Slot[], locale: AttendanceLocale): TemplateResult {
  const name = [slotName(slot, slots, locale), slotHours(slot, locale)].filter(Boolean).join(' ');
  const { there, people } = countsOf(slot.entries);
  const said =
    slot.state === 'not-open'
      ? locale.text('presence.notOpen')
      : locale.text('presence.count', { there, people });
  return html`<span>${name}</span>
    <strong>${said}</strong>
    ${slot.state === 'closed' ? html`<span class="muted">${locale.text('presence.closed')}</span>` : nothing}`;
}

customElements.define('attendance-sheet-link', AttendanceSheetLink);
