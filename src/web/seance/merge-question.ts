import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { fieldValue } from './field-value.js';
import type { Editors } from './editors-since.js';
import type { FormChoices } from './form-choices.js';
import type { Workplace } from '../space/workplace.js';
import type { Comparison } from './form-merge.js';
import type { FieldName, FormValues } from './form-values.js';
import controlsCss from '../core/styles/controls.css?inline';
import richTextCss from '../core/styles/rich-text.css?inline';
import mergeQuestionCss from './merge-question.css?inline';
import { sheets } from '../core/sheets.js';

/**
 * Says what somebody else changed while the form was open, and asks what to keep where both changed the same field.
 * Fires `review` and `save` when the reader has chosen; `taken` has the fields that become the other's.
 */
export class MergeQuestion extends LitElement {
  static override properties = {
    at: { attribute: false },
    choices: { attribute: false },
    comparison: { attribute: false },
    mine: { attribute: false },
    theirs: { attribute: false },
    editors: { attribute: false },
    given: { state: true },
  };

  static override styles = sheets(controlsCss, richTextCss, mergeQuestionCss);

  declare at: Workplace;
  declare choices: FormChoices;
  declare comparison: Comparison;
  declare mine: FormValues;
  declare theirs: FormValues;
  /** Who made the other version; undefined when it is not known. */
  declare editors: Editors | undefined;
  /** The conflicts in which the reader's own value gives way. */
  declare given: readonly FieldName[];

  constructor() {
    super();
    this.given = [];
  }

  get taken(): readonly FieldName[] {
    return [...this.comparison.theirs, ...this.given];
  }

  override render(): TemplateResult {
    const { comparison } = this;
    const { locale } = this.at;
    return html`<div class="alert" role="alert">
      <div class="said" role="group" aria-labelledby="stale" tabindex="0">
        <p id="stale">${this.#stale()}</p>
        ${comparison.conflicts.length > 0 ? this.#conflicts(comparison.conflicts) : nothing}
        ${comparison.theirs.length > 0 ? this.#changes(comparison.theirs) : nothing}
      </div>
      <div class="choice">
        ${comparison.conflicts.length > 0 ? this.#outcome(comparison.conflicts) : nothing}
        <button type="button" class="button" @click=${() => this.dispatchEvent(new Event('review'))}>
          ${locale.text('merge.review')}
        </button>
        <button type="button" class="button primary" @click=${() => this.dispatchEvent(new Event('save'))}>
          ${locale.text('merge.save')}
        </button>
      </div>
    </div>`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.said')?.focus();
  }

  #stale(): string {
    const { editors } = this;
    const { locale, space } = this.at;
    if (!editors) return locale.text('form.stale');
    const { names, at } = editors;
    const date = locale.longDate(at, space.actor.timeZone);
    return locale.text('form.staleBy', { count: names.length, names: locale.list(names), date });
  }

  #changes(names: readonly FieldName[]): TemplateResult {
    const { locale } = this.at;
    return html`<div>
      <p>${locale.text('merge.theirs')}</p>
      <dl>
        ${names.map(
          (name) =>
            html`<dt>${locale.text(`form.${name}`)}</dt>
              <dd>${this.#value(name, this.theirs)}</dd>`,
        )}
      </dl>
    </div>`;
  }

  #conflicts(names: readonly FieldName[]): TemplateResult {
    return html`<div>
      <p>${this.at.locale.text('merge.conflicts')}</p>
      ${names.map(
        (name) =>
          html`<fieldset>
            <legend>${this.at.locale.text(`form.${name}`)}</legend>
            ${this.#choice(name, false)} ${this.#choice(name, true)}
          </fieldset>`,
      )}
    </div>`;
  }

  /** What the choices come to, by the button: they may be scrolled out of sight. */
  #outcome(names: readonly FieldName[]): TemplateResult {
    const { locale } = this.at;
    const choices = names.map((name) => {
      const version = locale.text(this.given.includes(name) ? 'merge.other' : 'merge.mine');
      return locale.text('merge.kept', { field: locale.text(`form.${name}`), version });
    });
    return html`<p class="outcome" role="status">
      ${locale.text('merge.outcome', { choices: locale.list(choices) })}
    </p>`;
  }

  #choice(name: FieldName, isTheirs: boolean): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name=${name}
        .checked=${this.given.includes(name) === isTheirs}
        @change=${() => this.#choose(name, isTheirs)}
      />
      <span class="muted">${this.at.locale.text(isTheirs ? 'merge.other' : 'merge.mine')}</span>
      <span class="value">${this.#value(name, isTheirs ? this.theirs : this.mine)}</span>
    </label>`;
  }

  #value(name: FieldName, values: FormValues): TemplateResult | string {
    return fieldValue(name, values, this.choices, this.at.locale);
  }

  #choose(name: FieldName, isTheirs: boolean): void {
    const others = this.given.filter((one) => one !== name);
    this.given = isTheirs ? [...others, name] : others;
  }
}

customElements.define('merge-question', MergeQuestion);
