import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { Feed } from './feed.js';
import { RequestFailure } from '../core/request-failure.js';
import type { SeancesClient } from '../space/seances-client.js';
import { failureText } from '../core/failure-message.js';
import type { MessageKey } from '../core/locale.js';
import { ModalDialog } from '../core/modal-dialog.js';

export { showModal } from '../core/modal-dialog.js';

/** The reader's calendar feed: whether there is one, its address when it was just made, and none any more. */
export class FeedDialog extends ModalDialog<never> {
  static override properties = {
    ...ModalDialog.properties,
    client: { attribute: false },
    timeZone: { attribute: false },
    feed: { state: true },
    failure: { state: true },
    isBusy: { state: true },
    said: { state: true },
  };

  static override styles: CSSResultGroup = [
    ModalDialog.styles,
    css`
      dialog {
        width: min(40rem, 100vw - 1rem);
      }

      .address {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }

      .address .field {
        flex: 1 1 14rem;
        min-width: 0;
      }

      label {
        display: block;
        font-weight: 600;
      }
    `,
  ];

  declare client: SeancesClient;
  declare timeZone: string;
  declare feed: Feed | undefined;
  declare failure: RequestFailure | undefined;
  declare isBusy: boolean;
  /** What was just done, for screen readers and others alike. */
  declare said: MessageKey | undefined;

  constructor() {
    super();
    this.isBusy = false;
  }

  override firstUpdated(): void {
    super.firstUpdated();
    void this.#doing(undefined, async () => (this.feed = await this.client.getFeed()));
  }

  protected override heading(): string {
    return this.locale.text('feed.title');
  }

  protected override body(): TemplateResult {
    const { locale, feed } = this;
    return html`<p>${locale.text('feed.explanation')}</p>
      ${feed?.url ? this.#address(feed.url) : nothing}
      ${
        feed?.createdAt && !feed.url
          ? html`<p>
              ${locale.text('feed.exists', { date: locale.longDate(feed.createdAt, this.timeZone) })}
            </p>`
          : nothing
      }
      <p role="status" class="muted">${this.said ? locale.text(this.said) : nothing}</p>`;
  }

  protected override buttons(): TemplateResult {
    const { locale, feed } = this;
    const hasFeed = Boolean(feed?.createdAt);
    return html`${
        this.failure ? html`<p class="alert" role="alert">${failureText(this.failure, locale)}</p>` : nothing
      }
      ${
        hasFeed
          ? html`<button
              type="button"
              class="button danger"
              aria-disabled=${this.isBusy}
              @click=${this.#revoke}
            >
              ${locale.text('feed.revoke')}
            </button>`
          : nothing
      }
      <button class="button primary" aria-disabled=${this.isBusy}>
        ${locale.text(hasFeed ? 'feed.renew' : 'feed.create')}
      </button>
      <button type="button" class="button" @click=${this.leave}>${locale.text('action.close')}</button>`;
  }

  protected override async submit(): Promise<void> {
    await this.#doing('feed.created', async () => (this.feed = await this.client.renewFeed()));
  }

  #address(url: string): TemplateResult {
    return html`<div>
      <label for="address">${this.locale.text('feed.address')}</label>
      <div class="address">
        <input
          id="address"
          class="field"
          readonly
          .value=${url}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
        <button type="button" class="button" @click=${() => void this.#copy(url)}>
          ${this.locale.text('feed.copy')}
        </button>
      </div>
      <p class="muted">${this.locale.text('feed.once')}</p>
    </div>`;
  }

  /** Where the browser keeps the clipboard from the page, the address is selected: the keys do the rest. */
  async #copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      this.said = 'feed.copied';
    } catch {
      this.renderRoot.querySelector<HTMLInputElement>('#address')?.focus();
    }
  }

  readonly #revoke = (): void => {
    void this.#doing('feed.revoked', async () => {
      await this.client.revokeFeed();
      this.feed = { url: null, createdAt: null };
    });
  };

  async #doing(said: MessageKey | undefined, work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    this.said = undefined;
    try {
      await work();
      this.said = said;
    } catch (error) {
      this.failure = RequestFailure.of(error);
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('feed-dialog', FeedDialog);
