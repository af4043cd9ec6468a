import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { enrolmentModes, seanceStates } from './seance.js';
import { chosenFilters, loadChoices, type ServerChoices } from './filter-choices.js';
import type { FilterName, Filters } from './seance-search.js';
import type { Workplace } from '../space/workplace.js';
import { Loader } from '../core/loader.js';
import type { Choice } from '../core/field.js';
import type { Locale } from '../core/locale.js';
import { ask } from '../core/command.js';
import { iconButton } from '../core/icon-button.js';
import controlsCss from '../core/styles/controls.css?inline';
import seanceFiltersCss from './seance-filters.css?inline';
import { sheets } from '../core/sheets.js';

const noChoices: ServerChoices = { group: [], location: [], trainer: [] };

/** The filters of the list. Its choices are asked for when it is first shown, and again for another session. */
export class SeanceFilters extends LitElement {
  static override properties = { at: { attribute: false }, filters: { attribute: false } };

  static override styles = sheets(controlsCss, seanceFiltersCss);

  declare at: Workplace;
  declare filters: Filters;
  readonly #choices = new Loader<ServerChoices>(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('at')) return;
    const before = changed.get('at');
    const { client, session } = this.at;
    if (before?.client !== client || before.session.id !== session.id) void this.#load();
  }

  override render(): TemplateResult {
    const { group, location, trainer } = this.#choices.answer ?? noChoices;
    const count = Object.keys(this.filters).length;
    return html`<form
      aria-label=${this.at.locale.text('filters.title')}
      @submit=${(event: Event) => event.preventDefault()}
    >
      ${this.#select(
        'state',
        seanceStates.map((id) => ({ id, name: this.at.locale.text(`state.${id}`) })),
      )}
      ${this.#select(
        'enrolmentMode',
        enrolmentModes.map((id) => ({ id, name: this.at.locale.text(`enrolment.${id}`) })),
      )}
      ${this.#select('cancelled', cancelledChoices(this.at.locale), this.at.locale.text('filter.cancelled.any'))}
      ${this.#select('group', group)} ${this.#select('location', location)}
      ${this.#select('trainer', trainer)} ${this.#day('from')} ${this.#day('to')} ${this.#mine()}
      ${this.#choices.failure ? html`<p role="alert">${this.at.locale.text('filters.unavailable')}</p>` : nothing}
      ${
        count > 0
          ? html`<button type="button" class="button" @click=${() => this.#apply({})}>
              ${this.at.locale.text('filters.clearAll')}
            </button>`
          : nothing
      }
    </form>`;
  }

  #select(
    name: FilterName,
    choices: readonly Choice[],
    any = this.at.locale.text('filters.any'),
  ): TemplateResult {
    const current = this.filters[name] ?? '';
    return this.#filter(
      name,
      html`<select id=${name} class="field" @change=${this.#onChange}>
        <option value="" .selected=${current === ''}>${any}</option>
        ${choices.map(({ id, name: label }) => html`<option value=${id} .selected=${id === current}>${label}</option>`)}
      </select>`,
    );
  }

  #day(name: 'from' | 'to'): TemplateResult {
    return this.#filter(
      name,
      html`<input
        id=${name}
        class="field"
        type="date"
        .value=${live(this.filters[name] ?? '')}
        aria-describedby=${`${name}-day`}
        @change=${this.#onChange}
      />`,
      html`<p id=${`${name}-day`} class="muted">${this.at.locale.weekday(this.filters[name] ?? '')}</p>`,
    );
  }

  #mine(): TemplateResult {
    return html`<label class="check">
      <input
        id="mine"
        type="checkbox"
        .checked=${live(this.filters.mine !== undefined)}
        @change=${(event: Event) =>
          (event.target as HTMLInputElement).checked
            ? this.#apply({ ...this.filters, mine: 'true' })
            : this.#clear('mine')}
      />
      ${this.at.locale.text('filter.mine')}
    </label>`;
  }

  #filter(
    name: FilterName,
    control: TemplateResult,
    note: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const label = this.at.locale.text(`filter.${name}`);
    const clear = this.at.locale.text('filters.clear', { filter: label });
    return html`<div>
      <label for=${name}>${label}</label>
      <div class="control">
        ${control}
        ${
          this.filters[name] === undefined
            ? nothing
            : iconButton('close', clear, () => this.#clear(name), 'quiet')
        }
      </div>
      ${note}
    </div>`;
  }

  #onChange(event: Event): void {
    const { id, value } = event.target as HTMLInputElement | HTMLSelectElement;
    if (value === '') this.#clear(id as FilterName);
    else this.#apply({ ...this.filters, [id]: value });
  }

  /** The button that clears goes away with the filter: the focus goes to what it cleared. */
  #clear(name: FilterName): void {
    this.renderRoot.querySelector<HTMLElement>(`#${name}`)?.focus();
    this.#apply(Object.fromEntries(Object.entries(this.filters).filter(([other]) => other !== name)));
  }

  #apply(filters: Filters): void {
    ask(this, { does: 'list', changes: { filters }, history: 'push' });
  }

  async #load(): Promise<void> {
    const { at } = this;
    await this.#choices.load((signal) => loadChoices(at, chosenFilters, signal));
  }
}

function cancelledChoices(locale: Locale): readonly Choice[] {
  return (['false', 'true'] as const).map((id) => ({ id, name: locale.text(`filter.cancelled.${id}`) }));
}

customElements.define('seance-filters', SeanceFilters);
