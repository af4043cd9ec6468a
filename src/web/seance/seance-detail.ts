import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Location, Seance } from './seance.js';
import { momentText } from '../enrolment/enrolment-window.js';
import { canBeChanged } from '../enrolment/places.js';
import { addressLines } from '../location/address-lines.js';
import { UnreadWatch } from '../space/unread-watch.js';
import type { Workplace } from '../space/workplace.js';
import { seriesOnly } from './seance-search.js';
import { Loader } from '../core/loader.js';
import { MinuteClock } from '../core/minute-clock.js';
import { ask } from '../core/command.js';
import { failureMessage } from '../core/failure-message.js';
import type { ClientOf } from '../core/http.js';
import { iconButton } from '../core/icon-button.js';
import { icon } from '../core/icons.js';
import '../attendance/attendance-sheet-link.js';
import '../attendance/my-attendance-mark.js';
import '../enrolment/own-enrolment.js';
import '../enrolment/participants-panel.js';
import { nameWithDetail } from '../core/person-name.js';
import { richText } from '../core/rich-text.js';
import { pageActions, type SeanceAction } from './seance-actions.js';
import '../comment/seance-comments.js';
import '../history/seance-history.js';
import { cancelledNote, nameOf } from './cancelled-name.js';
import { doorOf, doorOpensAt, joinLink } from './join-link.js';
import { lengthInWords, seanceTime } from './seance-time.js';
import controlsCss from '../core/styles/controls.css?inline';
import richTextCss from '../core/styles/rich-text.css?inline';
import titleCss from '../core/styles/title.css?inline';
import detailCss from '../core/styles/detail.css?inline';
import partCss from '../core/styles/part.css?inline';
import { sheets } from '../core/sheets.js';

/** The page of one séance. Fires `load` when it has come. */
export class SeanceDetail extends LitElement {
  static override properties = { at: { attribute: false }, seanceId: { attribute: false } };
  static override styles = sheets(controlsCss, richTextCss, titleCss, partCss, detailCss);

  declare at: Workplace;
  declare seanceId: string;
  readonly #loader = new Loader<Seance>(this);
  #isNew = true;
  /** That the séance has moved since the reader last knew: said until they leave its page. */
  #hasMoved = false;

  get seance(): Seance | undefined {
    return this.#loader.answer;
  }

  constructor() {
    super();
    new MinuteClock(this);
    new UnreadWatch(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('seanceId')) {
      this.#loader.clear();
      this.#isNew = true;
      this.#hasMoved = false;
    }
    if (changed.has('seanceId') || changed.has('at')) this.#load();
    if (this.seance?.id === this.seanceId) this.#readChanges(this.seance);
  }

  override render(): TemplateResult {
    return html`${this.#content()}
      <button type="button" class="button" @click=${() => ask(this, { does: 'back' })}>
        ${icon('back')}${this.at.locale.text('action.back')}
      </button>`;
  }

  /** A reader who has just come here starts at the title. */
  override updated(): void {
    if (!this.#isNew || !this.#loader.answer) return;
    this.#isNew = false;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  #content(): TemplateResult {
    const { locale, space } = this.at;
    const { answer: seance, failure } = this.#loader;
    if (failure?.status === 404)
      return html`<p class="notice" role="alert">${locale.text('detail.missing')}</p>`;
    if (failure) return failureMessage(failure, locale, this.#load);
    if (!seance) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
    const { permissions } = space;
    const actions = pageActions(permissions, seance);
    const canEnrol = permissions.enrol;
    return html`<div class="title">
        <h2 tabindex="-1">${nameOf(seance)}</h2>
        ${cancelledNote(seance, locale, space.actor.timeZone)}
        ${this.#hasMoved && !seance.cancelled ? html`<p><span class="moved">${locale.text('notices.moved')}</span></p>` : nothing}
        ${seance.state === 'upcoming' ? nothing : html`<p class="muted state">${locale.text(`state.${seance.state}`)}</p>`}
        ${
          seance.origin === 'manager'
            ? html`<p class="muted">${locale.text('origin.managerHint')}</p>`
            : nothing
        }
        ${seance.seriesId === null ? nothing : this.#series(seance.seriesId)}
        <div class="buttons">
          ${actions.filter(({ danger }) => !danger).map((action) => this.#button(action, seance))}
          ${canEnrol && canBeChanged(seance) ? this.#addLearners(seance) : nothing}
          ${actions.filter(({ danger }) => danger).map((action) => this.#button(action, seance))}
        </div>
      </div>
      ${canEnrol && seance.state === 'ongoing' ? this.#presence(seance) : nothing} ${this.#ownPlace(seance)}
      ${this.#onlineClass(seance)}
      <section class="panel" aria-labelledby="description">
        <h3 id="description">${locale.text('detail.title')}</h3>
        <div class="parts">${this.#facts(seance)} ${this.#texts(seance)}</div>
      </section>
      <seance-comments .at=${this.at} .seanceId=${seance.id}></seance-comments>
      ${canEnrol ? this.#people(seance) : nothing}`;
  }

  /** For those who manage who is in it. */
  #people(seance: Seance): TemplateResult {
    return html`${seance.state === 'ongoing' ? nothing : this.#presence(seance)}
      <participants-panel .at=${this.at} .seance=${seance}></participants-panel>
      <seance-history .at=${this.at} .seance=${seance}></seance-history>`;
  }

  /** Before everything else while the séance goes on: that is when it is marked. */
  #presence(seance: Seance): TemplateResult | typeof nothing {
    if (seance.cancelled) return nothing;
    return html`<attendance-sheet-link .at=${this.at} .seance=${seance}></attendance-sheet-link>`;
  }

  #series(id: string): TemplateResult {
    return html`<p class="series">
      <span>${icon('sheets')} ${this.at.locale.text('series.member')}</span>
      <button
        type="button"
        class="button"
        @click=${() => ask(this, { does: 'list', changes: seriesOnly(id), history: 'push' })}
      >
        ${this.at.locale.text('series.show')}
      </button>
    </p>`;
  }

  #button({ name, label, icon: drawing, danger }: SeanceAction, seance: Seance): TemplateResult {
    const run = () => ask(this, { does: 'act', action: name, seance });
    return iconButton(drawing, this.at.locale.text(label), run, danger ? 'danger' : 'primary');
  }

  /** Nothing for who is no learner, such as staff. */
  #ownPlace(seance: Seance): TemplateResult | typeof nothing {
    if (seance.enrolmentRefusal === 'not-a-learner') return nothing;
    return html`<own-enrolment detailed .at=${this.at} .seance=${seance}></own-enrolment
      >${seance.cancelled ? nothing : this.#ownMark(seance)}`;
  }

  #ownMark(seance: Seance): TemplateResult {
    const { client, locale } = this.at;
    return html`<my-attendance-mark
      detailed
      .locale=${locale}
      .seance=${seance}
      .clientOf=${((Part) => client.with(Part)) satisfies ClientOf}
    ></my-attendance-mark>`;
  }

  #onlineClass(seance: Seance): TemplateResult | typeof nothing {
    const { locale, space } = this.at;
    const door = doorOf(seance);
    if (door === undefined) return nothing;
    const date = locale.longDate(doorOpensAt(seance).toISOString(), space.actor.timeZone);
    return html`<section class="online" aria-label=${locale.text('online.title')}>
      ${joinLink(seance, locale)}
      ${door === 'closed' ? html`<p>${locale.text('online.opens', { date })}</p>` : nothing}
      ${door === 'over' ? html`<p class="muted">${locale.text('online.over')}</p>` : nothing}
    </section>`;
  }

  #addLearners(seance: Seance): TemplateResult {
    const run = () => ask(this, { does: 'add-learners', seance });
    return iconButton('addPerson', this.at.locale.text('action.addLearners'), run, 'primary');
  }

  #facts(seance: Seance): TemplateResult {
    const { locale } = this.at;
    return html`<div>
      <dl>
        <div>
          <dt>${locale.text('detail.duration')}</dt>
          <dd>
            ${seanceTime(seance, locale, this.at.space.actor.timeZone)}
            (${lengthInWords(seance.startsAt, seance.endsAt, locale)})
          </dd>
        </div>
        ${this.#fact(locale.text('detail.capacity'), seance.capacity === null ? '-' : String(seance.capacity))}
        ${this.#fact(locale.text('detail.enrolment'), locale.text(`enrolment.${seance.enrolmentMode}`))}
        ${this.#window(seance)}
        ${seance.group ? this.#fact(locale.text('detail.group'), seance.group.name) : nothing}
      </dl>
      ${this.#calendarLink(seance)}
    </div>`;
  }

  #calendarLink(seance: Seance): TemplateResult {
    const address = this.at.client.calendarAddress(seance.id);
    const label = html`${icon('calendar')}${this.at.locale.text('detail.addToCalendar')}`;
    if (address !== undefined) return html`<a class="button calendar" href=${address} download>${label}</a>`;
    const save = () => ask(this, { does: 'calendar-file', seance });
    return html`<button type="button" class="button calendar" @click=${save}>${label}</button>`;
  }

  /** When learners may enrol themselves, where the séance says so. */
  #window(seance: Seance): readonly TemplateResult[] {
    const { locale, space } = this.at;
    if (seance.enrolmentMode !== 'public') return [];
    return (['enrolmentOpens', 'enrolmentCloses'] as const).flatMap((name) => {
      const time = seance[name];
      if (time === null) return [];
      return [
        this.#fact(locale.text(`detail.${name}`), momentText(time, seance, locale, space.actor.timeZone)),
      ];
    });
  }

  #fact(term: string, description: string): TemplateResult {
    return html`<div>
      <dt>${term}</dt>
      <dd>${description}</dd>
    </div>`;
  }

  #texts({ description, location, extraInfo, trainers }: Seance): TemplateResult {
    const { locale } = this.at;
    return html`<div>
        ${description ? richText(description) : html`<p class="notice">${locale.text('detail.noDescription')}</p>`}
      </div>
      ${
        location
          ? this.#part('detail.location', address(location))
          : html`<div><p class="notice">${locale.text('detail.noLocation')}</p></div>`
      }
      ${extraInfo ? this.#part('detail.extraInfo', richText(extraInfo)) : nothing}
      ${
        trainers.length > 0
          ? this.#part(
              'detail.trainers',
              html`<ul>
                ${trainers.map((trainer) => html`<li>${nameWithDetail(trainer)}</li>`)}
              </ul>`,
            )
          : html`<div><p class="notice">${locale.text('detail.noTrainer')}</p></div>`
      }`;
  }

  #part(
    title: 'detail.location' | 'detail.extraInfo' | 'detail.trainers',
    content: TemplateResult,
  ): TemplateResult {
    return html`<div>
      <h4>${this.at.locale.text(title)}</h4>
      ${content}
    </div>`;
  }

  /** Who sees the page of a séance knows how it is now. */
  #readChanges(seance: Seance): void {
    const { unread } = this.at;
    const ids = unread.changesOf(seance).map(({ noticeId }) => noticeId);
    if (ids.length === 0) return;
    this.#hasMoved ||= unread.hasMoved(seance);
    // What is not marked stays unread, and is marked when the page is next looked at.
    void unread.read(ids).catch(() => undefined);
  }

  readonly #load = (): void =>
    void this.#loader
      .load((signal) => this.at.client.getSeance(this.seanceId, signal))
      .then((isLoaded) => isLoaded && this.dispatchEvent(new Event('load')));
}

function address(place: Location): TemplateResult {
  const lines = [place.name, ...addressLines(place), place.phone].filter((line) => line !== '');
  return html`<address>${lines.map((line) => html`<div>${line}</div>`)}</address>`;
}

customElements.define('seance-detail', SeanceDetail);
