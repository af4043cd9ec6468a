import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { failureMessage } from '../core/failure-message.js';
import { FormController, type FormHost } from '../core/form-controller.js';
import { Http } from '../core/http.js';
import { icon } from '../core/icons.js';
import { loadLocale } from '../core/load-locale.js';
import { Loader } from '../core/loader.js';
import { RequestFailure } from '../core/request-failure.js';
import { sheets } from '../core/sheets.js';
import { textAttribute } from '../core/text-attribute.js';
import { browserZone } from '../time/browser-zone.js';
import { CheckInClient, isOver } from './check-in-client.js';
import { typedCode } from './check-in-code.js';
import {
  codeField,
  confirmationParts,
  loadSigning,
  seanceLines,
  type Confirmation,
} from './check-in-confirmation.js';
import type { CheckInSeance, Ticket } from './check-in.js';
import { dropTicket, waitingTicket } from './check-in-ticket.js';
import { withAttendanceTexts, type AttendanceLocale } from './load-attendance-locale.js';
import themeCss from '../core/styles/theme.css?inline';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import checkInCss from './check-in.css?inline';
import checkInPageCss from './check-in-page.css?inline';

type Field = 'code' | 'signature';

/** What the page has come to. */
type State =
  | { readonly is: 'to-type'; readonly why?: 'over' | 'wrong' }
  | { readonly is: 'to-confirm'; readonly ticket: Confirmation }
  | { readonly is: 'signed-out' | 'shut-out'; readonly ticket: Ticket }
  | { readonly is: 'counted'; readonly seance: CheckInSeance };

/**
 * Where the code that a trainer shows leads: it is exchanged for a ticket at once, before anybody signs in, and then
 * confirmed by whoever is signed in. The code stands behind the `#` of the address, and is taken from there.
 */
export class CheckInPage extends LitElement implements FormHost<Field> {
  static override properties = {
    baseUrl: textAttribute('', 'base-url'),
    language: textAttribute('fr'),
    code: { state: true },
    signature: { state: true },
  };

  static override styles = sheets(themeCss, controlsCss, fieldsCss, checkInCss, checkInPageCss);

  declare baseUrl: string;
  declare language: string;
  declare code: string;
  declare signature: string;
  readonly #texts = new Loader<AttendanceLocale>(this);
  readonly #state = new Loader<State>(this);
  readonly #form = new FormController<Field>(this);
  #client = new CheckInClient(new Http('', '', {}));
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.baseUrl = '';
    this.language = 'fr';
    this.code = '';
    this.signature = '';
  }

  get locale(): AttendanceLocale {
    return this.#texts.answer as AttendanceLocale;
  }

  fieldOf(property: string): Field | undefined {
    return property === 'code' || property === 'signature' ? property : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#lookAgain);
    addEventListener('hashchange', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#lookAgain);
    removeEventListener('hashchange', this.#look);
    clearTimeout(this.#timer);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('baseUrl') && !changed.has('language')) return;
    this.#client = new CheckInClient(new Http(this.baseUrl, this.language, {}));
    void this.#texts.load(async () => withAttendanceTexts(await loadLocale(this.language)));
    this.#look();
  }

  override render(): TemplateResult {
    const locale = this.#texts.answer;
    if (!locale) return html`<main><slot></slot></main>`;
    const { failure, isLoading, answer } = this.#state;
    return html`<main aria-busy=${isLoading}>
      <h1 tabindex="-1">${locale.text(answer?.is === 'counted' ? 'checkIn.counted' : 'checkIn.title')}</h1>
      ${failure && !isLoading ? failureMessage(failure, locale, this.#look) : nothing}
      ${
        answer
          ? html`<div role="status" class="hidden-text">${this.#said(answer)}</div>
              ${this.#content(answer)}`
          : html`<p class="muted" role="status">${failure ? nothing : locale.text('tool.loading')}</p>`
      }
    </main>`;
  }

  #said({ is }: State): string {
    return is === 'counted' ? this.locale.text('checkIn.counted') : '';
  }

  #content(state: State): TemplateResult {
    if (state.is === 'to-type') return this.#codeForm(state.why);
    if (state.is === 'to-confirm') return this.#confirmation(state.ticket);
    if (state.is === 'counted') return this.#counted(state.seance);
    return this.#waiting(state.ticket, state.is);
  }

  #codeForm(why: 'over' | 'wrong' | undefined): TemplateResult {
    const { locale } = this;
    return html`${why ? html`<p class="notice" role="alert">${locale.text(`checkIn.${why}`)}</p>` : nothing}
      <form novalidate autocomplete="off" @submit=${this.#onCode}>
        ${codeField(locale, {
          ...{ value: this.code, error: this.#form.errors.code },
          change: (code) => {
            this.code = code;
            this.#form.mend('code');
          },
        })}
        ${this.#form.renderAlert()}
        <div class="buttons">
          <button class="button primary" aria-disabled=${this.#form.isBusy}>
            ${locale.text('checkIn.next')}
          </button>
        </div>
      </form>`;
  }

  #confirmation(confirmation: Confirmation): TemplateResult {
    const { locale, signature } = this;
    const { signs } = confirmation;
    const { errors, isBusy } = this.#form;
    const confirm = (event: Event): void => {
      event.preventDefault();
      const isUnsigned = signs && signature === '';
      const found = isUnsigned ? { signature: locale.text('checkIn.unsigned') } : {};
      if (this.#form.check(found)) void this.#confirm(confirmation, signature);
    };
    return html`<form novalidate @submit=${confirm}>
      ${confirmationParts(confirmation, locale, {
        ...{ signature, error: errors.signature },
        change: (drawn) => {
          this.signature = drawn;
          this.#form.mend('signature');
        },
      })}
      ${this.#form.renderAlert()}
      <div class="buttons">
        ${
          signs
            ? html`<button type="button" class="button" @click=${() => void this.#confirm(confirmation, '')}>
                ${locale.text('checkIn.words')}
              </button>`
            : nothing
        }
        <button class="button primary" aria-disabled=${isBusy}>
          ${locale.text(signs ? 'checkIn.sign' : 'checkIn.confirm')}
        </button>
      </div>
    </form>`;
  }

  #waiting({ seance, until }: Ticket, is: 'signed-out' | 'shut-out'): TemplateResult {
    const { locale } = this;
    const time = locale.time(until, browserZone());
    return html`${seanceLines(seance, locale)}
      <p class="notice" role="alert">${locale.text(`checkIn.${is}`, { time })}</p>
      <p>${locale.text(seance.url === null ? 'checkIn.howElsewhere' : 'checkIn.how')}</p>
      <div class="buttons">
        <button type="button" class="button" @click=${this.#look}>${locale.text('checkIn.again')}</button>
        ${
          seance.url === null
            ? nothing
            : html`<a class="button primary" href=${seance.url}>${locale.text('checkIn.open')}</a>`
        }
      </div>`;
  }

  #counted(seance: CheckInSeance): TemplateResult {
    const { locale } = this;
    return html`<p class="counted">${icon('check')}${locale.text('checkIn.youAreIn')}</p>
      ${seanceLines(seance, locale)}
      <p class="muted">${locale.text('checkIn.close')}</p>
      ${
        seance.url === null
          ? nothing
          : html`<div class="buttons">
              <a class="button" href=${seance.url}>${locale.text('checkIn.open')}</a>
            </div>`
      }`;
  }

  /** Takes the code of the address, or the ticket that is kept, as far as it goes. */
  readonly #look = (): void => {
    const code = location.hash.slice(1);
    void this.#state.load((signal) => this.#found(code, signal)).then((isThere) => isThere && this.#settle());
  };

  /** Who comes back from signing in, in another window, need not press anything. */
  readonly #lookAgain = (): void => {
    const is = this.#state.answer?.is;
    if (document.visibilityState === 'visible' && (is === 'signed-out' || is === 'shut-out')) this.#look();
  };

  async #found(code: string, signal: AbortSignal): Promise<State> {
    if (code === '') {
      const ticket = waitingTicket(Date.now());
      return ticket ? this.#stateOf(ticket, signal) : { is: 'to-type' };
    }
    try {
      const ticket = await this.#client.exchange(code);
      forgetCode();
      return await this.#stateOf(ticket, signal);
    } catch (error) {
      if (!(error instanceof RequestFailure) || error.kind !== 'refused') throw error;
      forgetCode();
      return { is: 'to-type', why: 'wrong' };
    }
  }

  async #stateOf(ticket: Ticket, signal?: AbortSignal): Promise<State> {
    try {
      const reader = await this.#client.reader(ticket, signal);
      loadSigning(ticket);
      return { is: 'to-confirm', ticket: { ...ticket, reader } };
    } catch (error) {
      const status = error instanceof RequestFailure ? error.status : undefined;
      if (status === 401) return { is: 'signed-out', ticket };
      if (status === 403 || status === 404) return { is: 'shut-out', ticket };
      throw error;
    }
  }

  /** What waits for its reader does so until it is over. */
  #settle(): void {
    clearTimeout(this.#timer);
    const state = this.#state.answer;
    const until = state && 'ticket' in state ? state.ticket.until : undefined;
    if (until === undefined) return;
    this.#timer = setTimeout(() => this.#end(), Date.parse(until) - Date.now());
  }

  #end(): void {
    dropTicket();
    this.#state.put({ is: 'to-type', why: 'over' });
  }

  readonly #onCode = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = typedCode(this.code);
    if (this.#form.check(code ? {} : { code: this.locale.text('checkIn.noCode') }) && code)
      void this.#exchange(code);
  };

  async #exchange(code: string): Promise<void> {
    await this.#form.send(async () => {
      this.#state.put(await this.#stateOf(await this.#client.exchange(code)));
      this.#settle();
    });
    if (this.#form.failure && isOver(this.#form.failure))
      this.#form.check({ code: this.locale.text('checkIn.wrongCode') });
  }

  async #confirm(confirmation: Confirmation, signature: string): Promise<void> {
    await this.#form.send(async () => {
      const seance = await this.#client.confirm(confirmation, signature);
      this.#state.put({ is: 'counted', seance });
      void this.#form.focus('h1');
    });
    const { failure } = this.#form;
    if (failure?.status === 401) this.#state.put({ is: 'signed-out', ticket: confirmation });
    else if (failure && isOver(failure)) this.#end();
  }
}

/** The code is used up, and nobody who goes back or shares the address means it. */
function forgetCode(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}

customElements.define('check-in-page', CheckInPage);
