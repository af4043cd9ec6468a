import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormDialog } from '../core/form-dialog.js';
import type { MessageKey } from '../core/locale.js';
import type { Workplace } from '../space/workplace.js';
import type { Feed } from './feed.js';
import feedDialogCss from './feed-dialog.css?inline';
import { sheets } from '../core/sheets.js';

/** The reader's calendar feed: whether there is one, its address when it was just made, and none any more. */
export class FeedDialog extends FormDialog<never> {
  static override properties = { feed: { state: true }, said: { state: true } };

  static override styles: CSSResultGroup = [FormDialog.styles, sheets(feedDialogCss)];

  declare protected feed: Feed | undefined;
  /** What was just done, for screen readers and others alike. */
  declare protected said: MessageKey | undefined;

  constructor(private readonly at: Workplace) {
    super(at.locale);
    void this.#do(undefined, async () => (this.feed = await at.client.getFeed()));
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
              ${locale.text('feed.exists', { date: locale.longDate(feed.createdAt, this.at.space.actor.timeZone) })}
            </p>`
          : nothing
      }
      <p role="status" class="muted">${this.said ? locale.text(this.said) : nothing}</p>`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    const hasFeed = Boolean(this.feed?.createdAt);
    return html`${
      hasFeed
        ? html`<button
            type="button"
            class="button danger"
            aria-disabled=${this.form.isBusy}
            @click=${this.#revoke}
          >
            ${locale.text('feed.revoke')}
          </button>`
        : nothing
    }
    ${this.mainButton(locale.text(hasFeed ? 'feed.renew' : 'feed.create'))}
    ${this.leaveButton('action.close')}`;
  }

  /** There is nothing to lose while the server is asked. */
  protected override mayClose(): boolean {
    return true;
  }

  protected override submit(): Promise<void> {
    return this.#do('feed.created', async () => (this.feed = await this.at.client.renewFeed()));
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
    void this.#do('feed.revoked', async () => {
      await this.at.client.revokeFeed();
      this.feed = { url: null, createdAt: null };
    });
  };

  async #do(said: MessageKey | undefined, work: () => Promise<unknown>): Promise<void> {
    this.said = undefined;
    if (await this.form.send(work)) this.said = said;
  }
}

customElements.define('feed-dialog', FeedDialog);
