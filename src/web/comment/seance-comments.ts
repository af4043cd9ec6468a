import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import type { Workplace } from '../space/workplace.js';
import { commentItem } from './comment-item.js';
import { commentList } from './comment-list.js';
import { CommentThread } from './comment-thread.js';
import controlsCss from '../core/styles/controls.css?inline';
import richTextCss from '../core/styles/rich-text.css?inline';
import commentsCss from '../core/styles/comments.css?inline';
import partCss from '../core/styles/part.css?inline';
import { sheets } from '../core/sheets.js';

/** The comments of a séance to read, on its page. */
export class SeanceComments extends LitElement {
  static override properties = { at: { attribute: false }, seanceId: { attribute: false } };
  static override styles = sheets(controlsCss, richTextCss, partCss, commentsCss);

  declare at: Workplace;
  declare seanceId: string;
  readonly #thread = new CommentThread(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('seanceId') || changed.has('at')) this.#load();
  }

  override render(): TemplateResult {
    const { locale } = this.at;
    const thread = this.#thread;
    return html`<section class="panel" aria-labelledby="title">
      <h3 id="title">${locale.text('comments.title')}</h3>
      <div class="parts">
        ${commentList({
          ...{ thread, locale, reload: this.#load, loadMore: this.#more },
          item: (comment) => commentItem(comment, this.at),
        })}
      </div>
    </section>`;
  }

  readonly #load = (): void => void this.#thread.loadFirst(this.at.client, this.seanceId);
  readonly #more = (): void => void this.#thread.loadMore(this.at.client, this.seanceId);
}

customElements.define('seance-comments', SeanceComments);
