import { html, nothing, type TemplateResult } from 'lit';
import type { Workplace } from '../space/workplace.js';
import type { Comment } from './comment.js';
import { richText } from '../core/rich-text.js';

/** A comment with its author and its dates; `buttons` for who can change it. */
export function commentItem(
  { content, author, createdAt, editedAt }: Comment,
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
      </p>
    </div>
    ${buttons}`;
}
