import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { HistoryEvent } from './history.js';
import type { Location, Seance, SeanceGroup } from '../seance/seance.js';
import { briefPageSize, briefPageSizes } from '../core/page.js';
import type { Workplace } from '../space/workplace.js';
import { failureMessage } from '../core/failure-message.js';
import { changedValues, namesNeeded, type ChangedValue, type KnownNames } from './history-values.js';
import { PageLoader } from '../core/page-loader.js';
import { pagerOf } from '../core/pager-of.js';
import controlsCss from '../core/styles/controls.css?inline';
import richTextCss from '../core/styles/rich-text.css?inline';
import commentsCss from '../core/styles/comments.css?inline';
import partCss from '../core/styles/part.css?inline';
import seanceHistoryCss from './seance-history.css?inline';
import { sheets } from '../core/sheets.js';

type NamedChoice = Pick<Location | SeanceGroup, 'id' | 'name'>;

/** What happened to a séance, on its page, for staff: asked for once it is opened. */
export class SeanceHistory extends LitElement {
  static override properties = {
    at: { attribute: false },
    seance: { attribute: false },
    isOpen: { state: true },
    names: { state: true },
  };

  static override styles = sheets(controlsCss, richTextCss, partCss, commentsCss, seanceHistoryCss);

  declare at: Workplace;
  declare seance: Seance;
  declare isOpen: boolean;
  declare names: KnownNames;
  readonly #loader = new PageLoader<HistoryEvent>(this, async ({ page, size }, signal) => {
    const found = await this.at.client.readHistory(this.seance.id, page, briefPageSize(size), signal);
    if (found.items.some(namesNeeded)) await this.#loadNames(signal);
    return found;
  });

  constructor() {
    super();
    this.isOpen = false;
    this.names = new Map();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('seance') && changed.get('seance')?.id !== this.seance.id;
    if (isOther) this.isOpen = false;
    if (this.isOpen && (changed.has('isOpen') || changed.has('at'))) this.#loader.restart();
  }

  override render(): TemplateResult {
    return html`<section class="panel" aria-labelledby="title">
      <details .open=${this.isOpen} @toggle=${this.#onToggle}>
        <summary><h3 id="title">${this.at.locale.text('history.title')}</h3></summary>
        ${this.isOpen ? html`<div class="parts">${this.#content()}</div>` : nothing}
      </details>
    </section>`;
  }

  #content(): TemplateResult {
    const { locale } = this.at;
    const { answer: page, failure, reload } = this.#loader;
    if (failure) return failureMessage(failure, locale, reload);
    if (!page) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
    if (page.total === 0) return html`<p class="notice" role="status">${locale.text('history.none')}</p>`;
    return html`<ol class="comments">
        ${repeat(
          page.items,
          ({ id }) => id,
          (event) => html`<li>${this.#event(event)}</li>`,
        )}
      </ol>
      ${pagerOf(this.#loader, locale, briefPageSizes)}`;
  }

  #event(event: HistoryEvent): TemplateResult {
    const { locale } = this.at;
    const { type, at, user } = event;
    const values = changedValues(event, this.names, locale);
    const person = user?.name ? user.name : locale.text('history.somebody');
    return html`<div class="said">
      <p class="what">${locale.text(`history.${type}`, { person, slot: event.data.slot ?? 1 })}</p>
      ${event.data.reason ? html`<p>${locale.text('cancellation.reasonIs', { reason: event.data.reason })}</p>` : nothing}
      ${
        event.data.people === undefined
          ? nothing
          : html`<p>
              ${locale.text('history.present', { present: event.data.present ?? 0, people: event.data.people })}
            </p>`
      }
      ${values.length > 0 ? html`<dl>${values.map((value) => this.#value(value))}</dl>` : nothing}
      <p class="muted facts">
        ${event.data.correction ? html`<span>${locale.text('history.correction')}</span>` : nothing}
        <span>${this.#actor(event)}</span>
        <time datetime=${at}>${locale.longDate(at, this.at.space.actor.timeZone)}</time>
      </p>
    </div>`;
  }

  #value({ label, before, after }: ChangedValue): TemplateResult {
    const { locale } = this.at;
    return html`<dt>${label}</dt>
      <dd>
        ${
          before === undefined || after === undefined
            ? locale.text('history.changed')
            : html`<span class="before">${before}</span> <span aria-hidden="true">→</span
                ><span class="hidden-text">${locale.text('scope.becomes')}</span> ${after}`
        }
      </dd>`;
  }

  #actor({ actor }: HistoryEvent): string {
    if (!actor) return this.at.locale.text('history.platform');
    return actor.name || this.at.locale.text('history.somebody');
  }

  /** Without them the trail is still worth reading. */
  async #loadNames(signal: AbortSignal): Promise<void> {
    const { seance } = this;
    const { client } = this.at;
    const lists: readonly Promise<readonly NamedChoice[]>[] = [
      client.listLocations(signal),
      client.listGroups(seance.sessionId, signal),
    ];
    const answers = await Promise.allSettled(lists);
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    const own: readonly NamedChoice[] = [seance.location, seance.group].filter((one) => one !== null);
    this.names = new Map([...found, ...own].map(({ id, name }) => [id, name]));
  }

  #onToggle(event: Event): void {
    this.isOpen = (event.target as HTMLDetailsElement).open;
  }
}

customElements.define('seance-history', SeanceHistory);
