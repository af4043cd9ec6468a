import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import type { Workplace } from '../space/workplace.js';
import type { Comment } from './comment.js';
import { richText } from '../core/rich-text.js';

/** A comment with its author and its dates; `buttons` for who can change it. */
export function commentItem(
  { content, author, createdAt, editedAt, announced }: Comment,
  { locale, space }: Workplace,
  buttons: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { timeZone } = space.actor;
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
        ${announced ? html`<span>${readText(announced, locale)}</span>` : nothing}
      </p>
    </div>
    ${buttons}`;
}

/** Before anybody was told, that they will be. */
function readText({ told, read }: NonNullable<Comment['announced']>, locale: Locale): string {
  return told === 0 ? locale.text('comments.announced') : locale.text('comments.readBy', { told, read });
}
