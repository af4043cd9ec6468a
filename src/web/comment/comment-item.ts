import { html, nothing, type TemplateResult } from 'lit';
import type { Comment } from './comment.js';
import type { Locale } from '../core/locale.js';
import { richText } from '../core/rich-text.js';

export interface CommentContext {
  readonly locale: Locale;
  /** The reader's own zone. */
  readonly timeZone: string;
}

/** An information with its author and its dates; `buttons` for who can change it. */
export function commentItem(
  { content, author, createdAt, editedAt }: Comment,
  { locale, timeZone }: CommentContext,
  buttons: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const created = locale.shortDate(createdAt, timeZone);
  return html`<div class="said">
      ${richText(content)}
      <p class="muted facts">
        ${author.name ? html`<span>${author.name}</span>` : nothing}
        <time datetime=${createdAt}>${locale.text('comments.created', { date: created })}</time>
        ${
          editedAt === null
            ? nothing
            : html`<time datetime=${editedAt}>
                ${locale.text('comments.edited', { date: locale.shortDate(editedAt, timeZone) })}
              </time>`
        }
      </p>
    </div>
    ${buttons}`;
}
