import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { failureMessage } from '../core/failure-message.js';
import type { Locale } from '../core/locale.js';
import type { Comment } from './comment.js';
import type { CommentThread } from './comment-thread.js';

interface CommentList {
  readonly thread: CommentThread;
  readonly locale: Locale;
  readonly item: (comment: Comment) => TemplateResult;
  readonly reload: () => void;
  readonly loadMore: () => void;
}

/** The comments of a séance as far as they are there, and a button for more of them. */
export function commentList({ thread, locale, item, reload, loadMore }: CommentList): TemplateResult {
  const { comments, failure, hasMore } = thread;
  if (failure) return failureMessage(failure, locale, reload);
  if (!comments) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
  if (comments.length === 0) return html`<p class="notice">${locale.text('comments.none')}</p>`;
  return html`<ul class="comments" aria-label=${locale.text('comments.title')}>
      ${repeat(
        comments,
        ({ id }) => id,
        (comment) => html`<li data-id=${comment.id}>${item(comment)}</li>`,
      )}
    </ul>
    ${
      hasMore
        ? html`<button type="button" class="button" @click=${loadMore}>
            ${locale.text('comments.more')}
          </button>`
        : nothing
    }`;
}
