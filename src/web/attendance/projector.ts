import { LitElement, html, nothing, svg, type TemplateResult } from 'lit';
import { icon } from '../core/icons.js';
import { RequestFailure } from '../core/request-failure.js';
import { sheets } from '../core/sheets.js';
import type { ShownCheckIn } from './attendance.js';
import type { AttendanceSheetClient } from './attendance-sheet-client.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import { qrDrawing, type QrDrawing } from './projector-code.js';
import controlsCss from '../core/styles/controls.css?inline';
import projectorCss from './projector.css?inline';

const second = 1_000;
/** How long it waits before it asks again when no answer came, in seconds. */
const pause = 5;

/** Whose check-in is shown. */
export interface Projected {
  readonly seanceId: string;
  readonly slot: number;
  /** The name of the séance. */
  readonly name: string;
  readonly timeZone: string;
}

/**
 * What a room sees while people check in: a QR code and the same as letters and digits, another one every 15 seconds, and
 * how many are in. It opens nothing: a check-in that somebody has closed, or whose time is over, stays so.
 */
export class CheckInProjector extends LitElement {
  static override properties = {
    checkIn: { state: true },
    secondsLeft: { state: true },
    failure: { state: true },
    isOver: { state: true },
  };

  static override styles = sheets(controlsCss, projectorCss);

  /** Settled when it is left. */
  readonly result: Promise<void>;
  declare protected checkIn: ShownCheckIn | undefined;
  /** Until the next code. */
  declare protected secondsLeft: number;
  /** Why the last code did not come. */
  declare protected failure: RequestFailure | undefined;
  declare protected isOver: boolean;
  #resolve!: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #drawing: QrDrawing | undefined;

  constructor(
    private readonly locale: AttendanceLocale,
    private readonly client: AttendanceSheetClient,
    private readonly projected: Projected,
  ) {
    super();
    this.secondsLeft = 0;
    this.isOver = false;
    this.result = new Promise((resolve) => (this.#resolve = resolve));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.#tick(), second);
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override firstUpdated(): void {
    this.#dialog.showModal();
  }

  override render(): TemplateResult {
    const { locale, projected } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.#resolve()}>
      <header>
        <h2 id="title">${projected.name}</h2>
        ${
          document.fullscreenEnabled
            ? html`<button type="button" class="button" @click=${this.#fill}>
                ${locale.text('presence.fullScreen')}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="button quiet icon"
          aria-label=${locale.text('action.close')}
          @click=${() => this.#dialog.close()}
        >
          ${icon('close')}
        </button>
      </header>
      ${this.isOver ? html`<p class="over" role="status">${locale.text('presence.checkInOver')}</p>` : this.#code()}
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }

  #code(): TemplateResult {
    const { checkIn, locale, projected } = this;
    if (!checkIn?.code)
      return html`<p class="over" role="status">
        ${locale.text(this.failure ? 'presence.projectorCutOff' : 'tool.loading')}
      </p>`;
    const { present, people, until, url } = checkIn;
    return html`<div class="shown">
      ${url ? this.#qr(locale.text('presence.qr')) : nothing}
      <div class="beside">
        <p class="how">${locale.text('presence.scan')}</p>
        <p class="code" translate="no">${checkIn.code}</p>
        <p class="count">${locale.text('presence.counted', { there: present, people })}</p>
        <progress
          max="15"
          value=${this.secondsLeft}
          aria-label=${locale.text('presence.nextCode')}
        ></progress>
        <p class="left">${locale.text('presence.secondsLeft', { seconds: this.secondsLeft })}</p>
        ${
          until === null
            ? nothing
            : html`<p class="left">
                ${locale.text('presence.openUntil', { time: locale.time(until, projected.timeZone) })}
              </p>`
        }
        <p class="alert" role="status" ?hidden=${!this.failure}>
          ${this.failure ? locale.text('presence.projectorCutOff') : ''}
        </p>
      </div>
    </div>`;
  }

  #qr(label: string): TemplateResult | typeof nothing {
    const drawing = this.#drawing;
    if (!drawing) return nothing;
    const { size, path } = drawing;
    return html`<svg class="qr" role="img" aria-label=${label} viewBox=${`0 0 ${size} ${size}`}>
      ${svg`<rect width=${size} height=${size} /><path d=${path} />`}
    </svg>`;
  }

  readonly #fill = (): void => {
    // Where the browser does not want it, it is as large as the window.
    void this.#dialog.requestFullscreen().catch(() => undefined);
  };

  #tick(): void {
    this.secondsLeft = Math.max(0, this.secondsLeft - 1);
    if (this.secondsLeft === 0 && !this.isOver) void this.#ask();
  }

  async #ask(): Promise<void> {
    // Asked again before there was an answer, it would be the same one.
    this.secondsLeft = pause;
    const { seanceId, slot } = this.projected;
    try {
      const { slots } = await this.client.read(seanceId);
      this.isOver = !slots.some(({ id, checkIn }) => id === slot && checkIn !== null);
      if (!this.isOver) this.#show(await this.client.openCheckIn(seanceId, slot));
    } catch (error) {
      this.#fail(RequestFailure.of(error));
    }
  }

  /** A code lives a little longer than it is shown: when the next try fails too, it helps nobody. */
  #fail(failure: RequestFailure): void {
    if (this.failure) this.checkIn = undefined;
    this.failure = failure;
    this.isOver = failure.kind === 'refused' && failure.status !== 401;
  }

  #show(checkIn: ShownCheckIn): void {
    this.failure = undefined;
    if (checkIn.url !== this.checkIn?.url) this.#drawing = checkIn.url ? qrDrawing(checkIn.url) : undefined;
    this.checkIn = checkIn;
    this.secondsLeft = Math.max(1, Math.ceil(checkIn.secondsLeft));
  }
}

customElements.define('check-in-projector', CheckInProjector);
