import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { RequestFailure } from '../core/request-failure.js';
import type { Location, Seance } from './seance.js';
import type { SeancesClient } from '../space/seances-client.js';
import { seriesOnly } from './seance-search.js';
import type { Space } from '../space/space.js';
import type { Locale } from '../core/locale.js';
import { controls } from '../core/styles/controls.js';
import { detailStyles } from '../core/styles/detail.js';
import { ask } from '../core/command.js';
import { failureMessage } from '../core/failure-message.js';
import { iconButton } from '../core/icon-button.js';
import { icon } from '../core/icons.js';
import '../enrolment/own-enrolment.js';
import '../enrolment/participants-panel.js';
import { richText } from '../core/rich-text.js';
import { seanceActions, type SeanceAction } from './seance-actions.js';
import '../comment/seance-comments.js';
import '../history/seance-history.js';
import { seanceTime } from './seance-time.js';

/** The page of one séance. */
export class SeanceDetail extends LitElement {
  static override properties = {
    locale: { attribute: false },
    client: { attribute: false },
    space: { attribute: false },
    seanceId: { attribute: false },
    revision: { attribute: false },
    seance: { state: true },
    failure: { state: true },
  };

  static override styles = [controls, detailStyles];

  declare locale: Locale;
  declare client: SeancesClient;
  declare space: Space;
  declare seanceId: string;
  /** Grows when séances changed. */
  declare revision: number;
  declare seance: Seance | undefined;
  declare failure: RequestFailure | undefined;
  #request: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#request?.abort();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('seanceId')) this.seance = undefined;
    if (changed.has('seanceId') || changed.has('client') || changed.has('revision')) void this.#load();
  }

  override render(): TemplateResult {
    return html`${this.#content()}
      <button type="button" class="button" @click=${() => ask(this, { does: 'back' })}>
        ${icon('back')}${this.locale.text('action.back')}
      </button>`;
  }

  /** A reader who has just come here starts at the title. */
  override updated(changed: PropertyValues<this>): void {
    const cameFromNothing = changed.has('seance') && changed.get('seance') === undefined;
    if (cameFromNothing && this.seance) this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  #content(): TemplateResult {
    const { locale, seance, failure } = this;
    if (failure?.status === 404)
      return html`<p class="notice" role="alert">${locale.text('detail.missing')}</p>`;
    if (failure) return failureMessage(failure, locale, () => void this.#load());
    if (!seance) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
    const { permissions } = this.space;
    const actions = seanceActions(permissions);
    const canEnrol = permissions.enrol;
    return html`<div class="title">
        <h2 tabindex="-1">${seance.name}</h2>
        ${
          seance.origin === 'manager'
            ? html`<p class="muted">${locale.text('origin.managerHint')}</p>`
            : nothing
        }
        ${seance.seriesId === null ? nothing : this.#series(seance.seriesId)}
        <div class="buttons">
          ${actions.filter(({ danger }) => !danger).map((action) => this.#button(action, seance))}
          ${canEnrol && seance.enrolmentMode !== 'automatic' ? this.#addLearners(seance) : nothing}
          ${actions.filter(({ danger }) => danger).map((action) => this.#button(action, seance))}
        </div>
      </div>
      ${this.#ownPlace(seance)}
      <section class="panel" aria-labelledby="description">
        <h3 id="description">${locale.text('detail.title')}</h3>
        <div class="parts">${this.#facts(seance)} ${this.#texts(seance)}</div>
      </section>
      <seance-comments
        .locale=${locale}
        .client=${this.client}
        .seanceId=${seance.id}
        .timeZone=${this.space.actor.timeZone}
        .revision=${this.revision}
      ></seance-comments>
      ${canEnrol ? html`${this.#participants(seance)} ${this.#history(seance)}` : nothing}`;
  }

  #series(id: string): TemplateResult {
    return html`<p class="series">
      <span>${icon('sheets')} ${this.locale.text('series.member')}</span>
      <button
        type="button"
        class="button"
        @click=${() => ask(this, { does: 'list', changes: seriesOnly(id), history: 'push' })}
      >
        ${this.locale.text('series.show')}
      </button>
    </p>`;
  }

  #button({ name, label, icon: drawing, danger }: SeanceAction, seance: Seance): TemplateResult {
    const run = () => ask(this, { does: 'act', action: name, seance });
    return iconButton(drawing, this.locale.text(label), run, danger ? 'danger' : 'primary');
  }

  /** Nothing for who is no learner, such as staff. */
  #ownPlace(seance: Seance): TemplateResult | typeof nothing {
    if (seance.enrolmentRefusal === 'not-a-learner') return nothing;
    return html`<own-enrolment detailed .locale=${this.locale} .seance=${seance}></own-enrolment>`;
  }

  #participants(seance: Seance): TemplateResult {
    return html`<participants-panel
      .locale=${this.locale}
      .client=${this.client}
      .seance=${seance}
    ></participants-panel>`;
  }

  #history(seance: Seance): TemplateResult {
    return html`<seance-history
      .locale=${this.locale}
      .client=${this.client}
      .seance=${seance}
      .timeZone=${this.space.actor.timeZone}
      .revision=${this.revision}
    ></seance-history>`;
  }

  #addLearners(seance: Seance): TemplateResult {
    const run = () => ask(this, { does: 'add-learners', seance });
    return iconButton('addPerson', this.locale.text('action.addLearners'), run, 'primary');
  }

  #facts(seance: Seance): TemplateResult {
    const { locale } = this;
    return html`<div>
      <dl>
        <div>
          <dt>${locale.text('detail.duration')}</dt>
          <dd>${seanceTime(seance, locale, this.space.actor.timeZone)}</dd>
        </div>
        ${this.#fact(locale.text('detail.capacity'), seance.capacity === null ? '-' : String(seance.capacity))}
        ${this.#fact(locale.text('detail.enrolment'), locale.text(`enrolment.${seance.enrolmentMode}`))}
        ${seance.group ? this.#fact(locale.text('detail.group'), seance.group.name) : nothing}
      </dl>
      <a class="button calendar" href=${this.client.calendarAddress(seance.id)} download>
        ${icon('calendar')}${locale.text('detail.addToCalendar')}
      </a>
    </div>`;
  }

  #fact(term: string, description: string): TemplateResult {
    return html`<div>
      <dt>${term}</dt>
      <dd>${description}</dd>
    </div>`;
  }

  #texts({ description, location, extraInfo, trainers }: Seance): TemplateResult {
    const { locale } = this;
    return html`<div>
        ${description ? richText(description) : html`<p class="notice">${locale.text('detail.noDescription')}</p>`}
      </div>
      ${
        location
          ? this.#part('detail.location', address(location))
          : html`<p class="notice">${locale.text('detail.noLocation')}</p>`
      }
      ${extraInfo ? this.#part('detail.extraInfo', richText(extraInfo)) : nothing}
      ${
        trainers.length > 0
          ? this.#part(
              'detail.trainers',
              html`<ul>
                ${trainers.map(({ name }) => html`<li>${name}</li>`)}
              </ul>`,
            )
          : html`<p class="notice">${locale.text('detail.noTrainer')}</p>`
      }`;
  }

  #part(
    title: 'detail.location' | 'detail.extraInfo' | 'detail.trainers',
    content: TemplateResult,
  ): TemplateResult {
    return html`<div>
      <h4>${this.locale.text(title)}</h4>
      ${content}
    </div>`;
  }

  async #load(): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    try {
      const { seance } = await this.client.getSeance(this.seanceId, request.signal);
      this.seance = seance;
      this.failure = undefined;
    } catch (error) {
      if (!request.signal.aborted) this.failure = RequestFailure.of(error);
    }
  }
}

/** A place as on an envelope. */
function address(place: Location): TemplateResult {
  const street = [place.street, place.streetNumber].filter(Boolean).join(', ');
  const lines = [
    place.name,
    [street, place.box].filter(Boolean).join(' / '),
    [place.postalCode, place.city].filter(Boolean).join(' '),
    place.country,
    place.phone,
  ];
  return html`<address>${lines.filter(Boolean).map((line) => html`<div>${line}</div>`)}</address>`;
}

customElements.define('seance-detail', SeanceDetail);
