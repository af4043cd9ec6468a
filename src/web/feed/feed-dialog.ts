import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { icon } from '../core/icons.js';
import { FormDialog } from '../core/form-dialog.js';
import type { MessageKey } from '../core/locale.js';
import { showQuestion } from '../core/show-question.js';
import { copied, textToCopy } from '../core/to-copy.js';
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
    if (!this.feed?.createdAt)
      return html`${this.mainButton(locale.text('feed.create'))} ${this.leaveButton('action.close')}`;
    return html`${this.#commandButton('feed.revoke', this.#revoke)}
    ${this.#commandButton('feed.renew', this.#renew)} ${this.leaveButton('action.close')}`;
  }

  /** There is nothing to lose while the server is asked. */
  protected override mayClose(): boolean {
    return true;
  }

  /** Makes the first address, and copies one that is there: never another one without asking. */
  protected override async submit(): Promise<void> {
    if (this.feed?.url) await this.#copy(this.feed.url);
    else if (!this.feed?.createdAt) await this.#do('feed.created', this.#make);
  }

  #address(url: string): TemplateResult {
    const { locale } = this;
    const address = url.replace(/^https?:/, 'webcal:');
    return html`<div>
      <label for="address">${locale.text('feed.address')}</label>
      <div class="address">${textToCopy('address', url)} ${this.mainButton(locale.text('feed.copy'))}</div>
      <p class="muted">${locale.text('feed.once')}</p>
      <div class="programs">
        <a class="button" href=${address}>${icon('calendar')}${locale.text('feed.open')}</a>
        <a
          class="button"
          href=${`https://calendar.google.com/calendar/r?cid=${encodeURIComponent(address)}`}
          target="_blank"
          rel="noopener noreferrer"
          >${locale.text('feed.google')}</a
        >
      </div>
    </div>`;
  }

  #commandButton(label: MessageKey, run: () => Promise<unknown>): TemplateResult {
    return html`<button type="button" class="button" aria-disabled=${this.form.isBusy} @click=${run}>
      ${this.locale.text(label)}
    </button>`;
  }

  /** Where the browser keeps the clipboard from the page, the address is selected: the keys do the rest. */
  async #copy(url: string): Promise<void> {
    if (await copied(url)) this.said = 'feed.copied';
    else await this.form.focus('#address');
  }

  readonly #make = async (): Promise<void> => {
    this.feed = await this.at.client.renewFeed();
    await this.form.focus('#address');
  };

  readonly #renew = (): Promise<void> =>
    this.#ask('feed.renew', 'feed.renewHint', 'feed.created', this.#make);

  readonly #revoke = (): Promise<void> =>
    this.#ask('feed.revoke', 'feed.revokeHint', 'feed.revoked', async () => {
      await this.at.client.revokeFeed();
      this.feed = { url: null, createdAt: null };
      await this.form.focus('.primary');
    });

  /** An address that ends takes the calendars with it that follow it. */
  async #ask(
    action: MessageKey,
    hint: MessageKey,
    said: MessageKey,
    run: () => Promise<void>,
  ): Promise<void> {
    if (this.form.isBusy) return;
    const { locale } = this;
    this.said = undefined;
    const [title, line] = [locale.text(action), locale.text(hint)];
    const isDone = await showQuestion(this.renderRoot, locale, { title, lines: [line], action: title, run });
    if (isDone) this.said = said;
  }

  async #do(said: MessageKey | undefined, work: () => Promise<unknown>): Promise<void> {
    this.said = undefined;
    if (await this.form.send(work)) this.said = said;
  }
}

customElements.define('feed-dialog', FeedDialog);
