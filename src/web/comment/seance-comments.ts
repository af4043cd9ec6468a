import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SeancesClient } from '../space/seances-client.js';
import type { Locale } from '../core/locale.js';
import { commentStyles } from '../core/styles/comments.js';
import { controls } from '../core/styles/controls.js';
import { commentItem } from './comment-item.js';
import { CommentThread } from './comment-thread.js';
import { failureMessage } from '../core/failure-message.js';

/** The informations of a séance to read, on its page. */
export class SeanceComments extends LitElement {
  static override properties = {
    locale: { attribute: false },
    client: { attribute: false },
    seanceId: { attribute: false },
    timeZone: { attribute: false },
    revision: { attribute: false },
  };

  static override styles = [controls, commentStyles];

  declare locale: Locale;
  declare client: SeancesClient;
  declare seanceId: string;
  /** The reader's own zone. */
  declare timeZone: string;
  /** Grows when séances changed. */
  declare revision: number;
  readonly #thread = new CommentThread(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('seanceId') || changed.has('client') || changed.has('revision')) this.#load();
  }

  override render(): TemplateResult {
    const { locale } = this;
    return html`<section class="panel" aria-labelledby="title">
      <h3 id="title">${locale.text('comments.title')}</h3>
      <div class="parts">${this.#content()}</div>
    </section>`;
  }

  #content(): TemplateResult {
    const { locale } = this;
    const { comments, failure, hasMore } = this.#thread;
    if (failure) return failureMessage(failure, locale, this.#load);
    if (!comments) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
    if (comments.length === 0) return html`<p class="notice">${locale.text('comments.none')}</p>`;
    return html`<ul class="comments">
        ${repeat(
          comments,
          ({ id }) => id,
          (comment) => html`<li>${commentItem(comment, this)}</li>`,
        )}
      </ul>
      ${
        hasMore
          ? html`<button type="button" class="button" @click=${this.#more}>
              ${locale.text('comments.more')}
            </button>`
          : nothing
      }`;
  }

  readonly #load = (): void => void this.#thread.load(this.client, this.seanceId);
  readonly #more = (): void => void this.#thread.loadMore(this.client, this.seanceId);
}

customElements.define('seance-comments', SeanceComments);
