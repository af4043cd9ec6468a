import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ask } from '../core/command.js';
import { iconButton } from '../core/icon-button.js';
import { Loader } from '../core/loader.js';
import type { MessageKey } from '../core/locale.js';
import { parseDay } from '../time/days.js';
import type { Workplace } from '../space/workplace.js';
import { chosenFilters, loadChoices, type ChosenFilter, type ServerChoices } from './filter-choices.js';
import { filterNames, type FilterName, type Filters } from './seance-search.js';
import controlsCss from '../core/styles/controls.css?inline';
import filterChipsCss from './filter-chips.css?inline';
import { sheets } from '../core/sheets.js';

/** The filters whose values the tool has words for: where these stand. */
const wordsOf = { state: 'state', enrolmentMode: 'enrolment', cancelled: 'filter.cancelled' } as const;
type WordedFilter = keyof typeof wordsOf;

/** The filters in force, each to be taken away: wherever they came from, a link or the panel that is closed. */
export class FilterChips extends LitElement {
  static override properties = { at: { attribute: false }, filters: { attribute: false } };

  static override styles = sheets(controlsCss, filterChipsCss);

  declare at: Workplace;
  declare filters: Filters;
  readonly #choices = new Loader<ServerChoices>(this);
  #known = '';

  /** Names are asked for once for a session, and only of what is filtered by. */
  override willUpdate(): void {
    const { at } = this;
    const wanted = chosenFilters.filter((name) => this.filters[name] !== undefined);
    const key = [at.session.id, ...wanted].join(' ');
    if (wanted.length === 0 || key === this.#known) return;
    this.#known = key;
    void this.#choices.load((signal) => loadChoices(at, wanted, signal));
  }

  override render(): TemplateResult | typeof nothing {
    const names = filterNames.filter((name) => this.filters[name] !== undefined);
    if (names.length === 0) return nothing;
    return html`<ul aria-label=${this.at.locale.text('filters.active')}>
      ${repeat(
        names,
        (name) => name,
        (name) => this.#chip(name, this.filters[name] ?? ''),
      )}
    </ul>`;
  }

  #chip(name: FilterName, value: string): TemplateResult {
    const { locale } = this.at;
    const clear = locale.text('filters.clear', { filter: locale.text(`filter.${name}`) });
    return html`<li>
      <span>${this.#said(name, value)}</span>
      ${iconButton('close', clear, () => this.#remove(name), 'quiet')}
    </li>`;
  }

  #said(name: FilterName, value: string): string {
    const { locale } = this.at;
    const filter = locale.text(`filter.${name}`);
    if (name === 'mine') return filter;
    if (name === 'series') return locale.text('series.filtered');
    if (name === 'from' || name === 'to')
      return `${filter} ${parseDay(value) === undefined ? value : locale.day(value)}`;
    const said = this.#valueOf(name, value);
    return said === undefined ? filter : locale.text('filters.chip', { filter, value: said });
  }

  /** Undefined when the name of what is filtered by did not come. */
  #valueOf(name: ChosenFilter | WordedFilter, value: string): string | undefined {
    const { locale } = this.at;
    if (isWorded(name)) {
      const key = `${wordsOf[name]}.${value}`;
      return locale.has(key) ? locale.text(key as MessageKey) : value;
    }
    const known = this.#choices.answer?.[name].find(({ id }) => id === value);
    return known?.name ?? (this.#choices.isLoading ? '…' : undefined);
  }

  /** The button goes away with the filter: the focus goes to that of the next, and from the last to the filters. */
  #remove(name: FilterName): void {
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const index = filterNames.filter((each) => this.filters[each] !== undefined).indexOf(name);
    const next = buttons[index + 1] ?? buttons[index - 1];
    if (next) next.focus();
    else this.dispatchEvent(new Event('empty'));
    const others = Object.entries(this.filters).filter(([other]) => other !== name);
    ask(this, { does: 'list', changes: { filters: Object.fromEntries(others) }, history: 'push' });
  }
}

function isWorded(name: FilterName): name is WordedFilter {
  return name in wordsOf;
}

customElements.define('filter-chips', FilterChips);
