import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Trainer } from './seance.js';
import { fieldNotes } from '../core/field.js';
import type { Locale } from '../core/locale.js';
import { nameWithDetail } from '../core/person-name.js';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import trainersFieldCss from './trainers-field.css?inline';
import { sheets } from '../core/sheets.js';

/** How many trainers can be taken in at a glance: with more there is a search. */
const atAGlance = 10;

/** Chooses among the trainers of the session. Fires `change`; `value` has their ids. */
export class TrainersField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override properties = {
    locale: { attribute: false },
    trainers: { attribute: false },
    value: { attribute: false },
    isLoading: { attribute: false },
    isMissing: { attribute: false },
    error: { attribute: false },
    warnings: { attribute: false },
    incompleteNote: { attribute: false },
    wanted: { state: true },
  };

  static override styles = sheets(controlsCss, fieldsCss, trainersFieldCss);

  declare locale: Locale;
  declare trainers: readonly Trainer[];
  declare value: readonly string[];
  /** Whether there may be more of them. */
  declare isLoading: boolean;
  /** Whether those of the session cannot be known. */
  declare isMissing: boolean;
  declare error: string | undefined;
  declare warnings: readonly string[];
  /** Says that there may be trainers of the session who are not known yet; empty when there are none. */
  declare incompleteNote: string;
  declare wanted: string;

  constructor() {
    super();
    this.wanted = '';
    this.isMissing = false;
    this.incompleteNote = '';
  }

  override render(): TemplateResult {
    const { locale, trainers, isLoading, isMissing, error, warnings, incompleteNote } = this;
    return html`<div class="row">
      <span class="label" id="label">${locale.text('form.trainerIds')}</span>
      <div role="group" aria-labelledby="label" aria-describedby="trainers-notes">
        ${trainers.length > atAGlance ? this.#search() : nothing}
        ${
          trainers.length > 0
            ? html`<div class="choices">${this.#visible().map((trainer) => this.#choice(trainer))}</div>`
            : isLoading || isMissing
              ? nothing
              : html`<p class="muted">
                  ${locale.text(incompleteNote ? 'form.noTrainerYet' : 'form.noTrainer')}
                </p>`
        }
        ${isLoading ? html`<p class="muted" role="status">${locale.text('tool.loading')}</p>` : nothing}
        ${isMissing ? html`<p class="muted" role="status">${locale.text('form.trainersMissing')}</p>` : nothing}
        ${fieldNotes({ name: 'trainers', error, warnings, hints: [incompleteNote] })}
      </div>
    </div>`;
  }

  #search(): TemplateResult {
    const label = this.locale.text('form.searchTrainers');
    return html`<input
      type="search"
      class="field"
      aria-label=${label}
      placeholder=${label}
      .value=${live(this.wanted)}
      @input=${(event: InputEvent) => (this.wanted = (event.target as HTMLInputElement).value)}
    />`;
  }

  #choice(trainer: Trainer): TemplateResult {
    const { id } = trainer;
    return html`<label>
      <input
        type="checkbox"
        .checked=${live(this.value.includes(id))}
        @change=${() => this.#switch(id)}
      /><span>${nameWithDetail(trainer)}</span>
    </label>`;
  }

  /** Those who are chosen stay in sight. */
  #visible(): readonly Trainer[] {
    const words = fold(this.wanted).split(/\s+/);
    return this.trainers.filter(
      ({ id, name }) => this.value.includes(id) || words.every((word) => fold(name).includes(word)),
    );
  }

  #switch(id: string): void {
    this.value = this.value.includes(id) ? this.value.filter((other) => other !== id) : [...this.value, id];
    this.dispatchEvent(new Event('change'));
  }
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

customElements.define('trainers-field', TrainersField);
