import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { Locale, MessageKey } from './locale.js';
import { icon } from './icons.js';
import { watchSight, type Unseen } from './sight.js';

/** What just happened, and what can be done about it. It stays until it is closed or something else happens. */
export interface Notice {
  readonly text: string;
  readonly isProblem?: boolean;
  readonly actions?: readonly NoticeAction[];
}

export interface NoticeAction {
  readonly label: MessageKey;
  readonly run: () => void;
}

/** Shows one notice at a time, above everything, and says it to screen readers. */
export class NoticeController implements ReactiveController {
  readonly #host: ReactiveElement;
  #notice: Notice | undefined;
  #watched: HTMLElement | null = null;
  /** Ends what keeps the notice in sight. */
  #letGo: (() => void) | undefined;
  readonly #sizes = new ResizeObserver(([entry]) => {
    const height = entry?.contentRect.height ?? 0;
    const room = height === 0 ? '0px' : `calc(${height}px + 0.5rem)`;
    this.#watched?.parentElement?.style.setProperty('--_noticed', room);
  });

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.clear();
  }

  /** What else stays in view, such as the head of a table, stays below the notice. */
  hostUpdated(): void {
    const message = this.#host.renderRoot.querySelector<HTMLElement>('.message');
    if (message !== this.#watched) {
      this.#sizes.disconnect();
      if (message) this.#sizes.observe(message);
      this.#watched = message;
    }
    if (this.#notice) this.#letGo ??= watchSight((unseen) => this.#lower(unseen));
    else this.#end();
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#watched = null;
    this.#end();
  }

  #lower({ above }: Unseen): void {
    this.#watched?.style.setProperty('--_above', `${above}px`);
  }

  #end(): void {
    this.#letGo?.();
    this.#letGo = undefined;
  }

  show(notice: Notice): void {
    this.#notice = notice;
    this.#host.requestUpdate();
  }

  clear(): void {
    this.#notice = undefined;
    this.#host.requestUpdate();
  }

  /** For when what had the focus is gone: the next thing to reach is what the notice offers. */
  async focus(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.message')?.focus({ preventScroll: true });
  }

  /** The live region has to be there before its text is. */
  render(locale: Locale): TemplateResult {
    const notice = this.#notice;
    return html`<div class="message" role="status" tabindex="-1">
      ${
        notice
          ? html`<div class=${notice.isProblem ? 'box problem' : 'box'}>
              <span>${notice.text}</span>
              ${notice.actions?.map(
                ({ label, run }) =>
                  html`<button type="button" class="button" @click=${run}>${locale.text(label)}</button>`,
              )}
              <button
                type="button"
                class="button quiet icon"
                aria-label=${locale.text('action.close')}
                @click=${() => this.clear()}
              >
                ${icon('close')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }
}
