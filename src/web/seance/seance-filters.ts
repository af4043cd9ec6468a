import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { enrolmentModes, seanceStates } from './seance.js';
import type { FilterName, Filters } from './seance-search.js';
import type { SeancesClient } from '../space/seances-client.js';
import type { Locale } from '../core/locale.js';
import { controls } from '../core/styles/controls.js';
import { ask } from '../core/command.js';
import { iconButton } from '../core/icon-button.js';

interface Choice {
  readonly id: string;
  readonly name: string;
}

type ServerChoices = Readonly<Record<'group' | 'location' | 'trainer', readonly Choice[]>>;

/** The filters of the list. Its choices are asked for when it is first shown, and again for another session. */
export class SeanceFilters extends LitElement {
  static override properties = {
    locale: { attribute: false },
    client: { attribute: false },
    session: { attribute: false },
    filters: { attribute: false },
    choices: { state: true },
    isIncomplete: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      form {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
        align-items: end;
        gap: 0.75rem 1rem;
        padding: 1rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }

      label {
        display: block;
        margin-bottom: 0.25rem;
        font-size: 0.875rem;
        font-weight: 600;
      }

      .check {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 2.25rem;
        margin: 0;
      }

      .control {
        display: flex;
        gap: 0.25rem;
      }

      .field {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  declare locale: Locale;
  declare client: SeancesClient;
  declare session: string;
  declare filters: Filters;
  declare choices: ServerChoices;
  declare isIncomplete: boolean;
  #request: AbortController | undefined;

  constructor() {
    super();
    this.choices = { group: [], location: [], trainer: [] };
    this.isIncomplete = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') || changed.has('client')) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#request?.abort();
  }

  override render(): TemplateResult {
    const { group, location, trainer } = this.choices;
    const count = Object.keys(this.filters).length;
    return html`<form
      aria-label=${this.locale.text('filters.title')}
      @submit=${(event: Event) => event.preventDefault()}
    >
      ${this.#select(
        'state',
        seanceStates.map((id) => ({ id, name: this.locale.text(`state.${id}`) })),
      )}
      ${this.#select(
        'enrolmentMode',
        enrolmentModes.map((id) => ({ id, name: this.locale.text(`enrolment.${id}`) })),
      )}
      ${this.#select('group', group)} ${this.#select('location', location)}
      ${this.#select('trainer', trainer)} ${this.#day('from')} ${this.#day('to')} ${this.#mine()}
      ${this.isIncomplete ? html`<p role="alert">${this.locale.text('filters.unavailable')}</p>` : nothing}
      ${
        count > 0
          ? html`<button type="button" class="button" @click=${() => this.#apply({})}>
              ${this.locale.text('filters.clearAll')}
            </button>`
          : nothing
      }
    </form>`;
  }

  #select(name: FilterName, choices: readonly Choice[]): TemplateResult {
    const current = this.filters[name] ?? '';
    return this.#filter(
      name,
      html`<select id=${name} class="field" @change=${this.#onChange}>
        <option value="" .selected=${current === ''}>${this.locale.text('filters.any')}</option>
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
        @change=${this.#onChange}
      />`,
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
      ${this.locale.text('filter.mine')}
    </label>`;
  }

  #filter(name: FilterName, control: TemplateResult): TemplateResult {
    const label = this.locale.text(`filter.${name}`);
    const clear = this.locale.text('filters.clear', { filter: label });
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
    ask(this, { does: 'list', changes: { filters, page: 1 }, history: 'push' });
  }

  async #load(): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    const { signal } = request;
    try {
      const [group, location, trainer] = await Promise.all([
        this.client.listGroups(this.session, signal),
        this.client.listLocations(signal),
        this.client.listTrainers(this.session, signal),
      ]);
      this.choices = { group, location, trainer };
      this.isIncomplete = false;
    } catch {
      if (!signal.aborted) this.isIncomplete = true;
    }
  }
}

customElements.define('seance-filters', SeanceFilters);
