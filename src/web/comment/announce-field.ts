import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Locale } from '../core/locale.js';
import { sheets } from '../core/sheets.js';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import { scopeChoice } from '../series/scope-choice.js';
import scopeChoiceCss from '../series/scope-choice.css?inline';
import announceFieldCss from './announce-field.css?inline';
import { type Announcement, audiences, type Audience } from './comment.js';

/** Asks whether people are told of an information, who, and in a series of which séances. Fires `change`. */
export class AnnounceField extends LitElement {
  static override properties = {
    locale: { attribute: false },
    isInSeries: { attribute: false },
    error: { attribute: false },
    value: { attribute: false },
  };
  static override styles = sheets(controlsCss, fieldsCss, scopeChoiceCss, announceFieldCss);

  declare locale: Locale;
  declare isInSeries: boolean;
  declare error: string | undefined;
  /** Undefined when nobody is told. */
  declare value: Announcement | undefined;

  override render(): TemplateResult {
    const { locale, value } = this;
    return html`<label class="whether">
        <input
          type="checkbox"
          .checked=${live(value !== undefined)}
          @change=${() => this.#choose(value ? undefined : firstAnnouncement)}
        />
        <span>${locale.text('comments.announce')}</span>
      </label>
      ${value ? this.#choices(value) : nothing}`;
  }

  override focus(): void {
    const inputs = [...this.renderRoot.querySelectorAll('input')];
    (inputs[1] ?? inputs[0])?.focus();
  }

  #choices({ to, scope }: Announcement): TemplateResult {
    const { locale, error } = this;
    return html`<fieldset class="audiences" aria-describedby="error">
        <legend>${locale.text('comments.announceTo')}</legend>
        ${audiences.map(
          (one) =>
            html`<label>
              <input
                type="checkbox"
                aria-invalid=${error !== undefined}
                .checked=${live(to.includes(one))}
                @change=${() => this.#choose({ to: toggled(to, one), scope })}
              />
              <span>${locale.text(`audience.${one}`)}</span>
            </label>`,
        )}
        <p id="error" class="error" ?hidden=${error === undefined}>${error}</p>
      </fieldset>
      ${
        this.isInSeries
          ? scopeChoice({
              ...{ locale, scope, question: locale.text('comments.announceWhere'), isFirst: false },
              noteOf: () => undefined,
              isDisabled: () => false,
              choose: (chosen) => this.#choose({ to, scope: chosen }),
            })
          : nothing
      }`;
  }

  #choose(value: Announcement | undefined): void {
    this.value = value;
    this.dispatchEvent(new Event('change'));
  }
}

/** What is chosen at first by who wants to tell people. */
export const firstAnnouncement: Announcement = { to: ['enrolled'], scope: 'this' };

function toggled(to: readonly Audience[], one: Audience): readonly Audience[] {
  return audiences.filter((other) => to.includes(other) !== (other === one));
}

customElements.define('announce-field', AnnounceField);
