import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask } from '../core/command.js';
import type { ClientOf } from '../core/http.js';
import { Loader } from '../core/loader.js';
import type { Locale } from '../core/locale.js';
import { MinuteClock } from '../core/minute-clock.js';
import { sheets } from '../core/sheets.js';
import { markSaid } from './hours-words.js';
import { withAttendanceTexts, type AttendanceLocale } from './load-attendance-locale.js';
import { MyAttendanceClient } from './my-attendance-client.js';
import type { Attendance, Entry, Slot } from './attendance.js';
import controlsCss from '../core/styles/controls.css?inline';
import myAttendanceMarkCss from './my-attendance-mark.css?inline';

/** What holds of the reader for the half-days of a séance, and the way to check in; empty where presence is not kept. */
export class MyAttendanceMark extends LitElement {
  static override properties = {
    locale: { attribute: false },
    seance: { attribute: false },
    clientOf: { attribute: false, hasChanged: () => false },
    detailed: { type: Boolean, reflect: true },
  };

  static override styles = sheets(controlsCss, myAttendanceMarkCss);

  declare locale: Locale;
  /** Another object whenever what holds may be another. */
  declare seance: { readonly id: string };
  declare clientOf: ClientOf;
  /** With a heading, and the way to the reader's hours, as there is room for on the page of a séance. */
  declare detailed: boolean;
  readonly #texts = new Loader<AttendanceLocale>(this);
  readonly #found = new Loader<Attendance>(this);

  constructor() {
    super();
    new MinuteClock(this);
  }

  /** As long as something may happen, it is looked at each minute. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('locale')) void this.#texts.load(() => withAttendanceTexts(this.locale));
    const isAwaited = changed.size === 0 && !this.#found.isLoading && this.#isStale();
    if (changed.has('seance') || isAwaited) this.#load();
  }

  override render(): TemplateResult | typeof nothing {
    const [locale, found] = [this.#texts.answer, this.#found.answer];
    const slots =
      found?.slots.filter(({ state, entries }) => state !== 'not-open' && entries.length > 0) ?? [];
    if (!locale || slots.length === 0) return nothing;
    const lines = html`<ul role="list">
      ${slots.map((slot) => this.#slot(slot, slots.length > 1, locale))}
    </ul>`;
    if (!this.detailed) return lines;
    return html`<section aria-labelledby="own">
      <h3 id="own">${locale.text('own.title')}</h3>
      ${lines}
      <button type="button" class="button quiet" @click=${() => ask(this, { does: 'my-attendance' })}>
        ${locale.text('hours.mine')}
      </button>
    </section>`;
  }

  #slot(slot: Slot, isOneOfSeveral: boolean, locale: AttendanceLocale): TemplateResult {
    const { start, end, checkIn } = slot;
    const [entry] = slot.entries as readonly [Entry];
    const hours = locale.hours(`${start}Z`, `${end}Z`, 'UTC');
    const mayCheckIn = checkIn !== null && entry.mark === null && slot.state === 'open';
    return html`<li>
      ${isOneOfSeveral ? html`<span>${hours}</span>` : nothing}
      <span class=${entry.mark === null ? 'muted' : `mark ${entry.mark}`}>${markSaid(entry, locale)}</span>
      ${
        mayCheckIn
          ? html`<button type="button" class="button primary" @click=${this.#enter}>
              ${locale.text('checkIn.enter')}
            </button>`
          : nothing
      }
      ${entry.note && this.detailed ? html`<span class="muted">${entry.note}</span>` : nothing}
    </li>`;
  }

  readonly #enter = (): void => ask(this, { does: 'check-in', isWaiting: false });

  #isStale(): boolean {
    const slots = this.#found.answer?.slots ?? [];
    return slots.some(({ state, entries }) => state !== 'closed' && entries[0]?.mark === null);
  }

  #load(): void {
    const client = this.clientOf(MyAttendanceClient);
    // What does not come is in nobody's way: it is looked at again within a minute.
    void this.#found.load((signal) => client.ofSeance(this.seance.id, signal));
  }
}

customElements.define('my-attendance-mark', MyAttendanceMark);
