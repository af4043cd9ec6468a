import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../core/icons.js';
import type { Workplace } from '../space/workplace.js';
import type { Notice, NoticeKind } from './notice.js';
import { noticeLines, type NoticeLine } from './notice-lines.js';

interface NoticeActs {
  /** Goes on to a séance of it. */
  readonly open: (notice: Notice, seance: string) => void;
  /** Follows a link to a séance of another space. */
  readonly leave: (notice: Notice) => void;
  /** Marks it as read. */
  readonly mark: (notice: Notice) => void;
}

const drawings: Readonly<Record<NoticeKind, IconName>> = {
  place: 'check',
  change: 'move',
  information: 'info',
  reminder: 'waiting',
  assigned: 'calendar',
  enrolments: 'addPerson',
};

/** A notice in the list: of what kind it is, when it was told, what it says, and what can be done about it. */
export function noticeItem(notice: Notice, at: Workplace, acts: NoticeActs): TemplateResult {
  const { id, kind, readAt } = notice;
  const { locale, space } = at;
  const isUnread = readAt === null;
  const { head, others } = noticeLines(notice);
  const line = (one: NoticeLine): TemplateResult => lineOf(one, notice, at, acts);
  return html`<li class=${isUnread ? 'told unread' : 'told'} tabindex="-1">
    ${icon(drawings[kind])}
    <div class="said" id=${`notice-${id}`}>
      <p class="muted">
        <span>${locale.text(`notices.kind.${kind}`)}</span>
        <time datetime=${notice.at}>${locale.time(notice.at, space.actor.timeZone)}</time>
        ${isUnread ? html`<span class="state">${locale.text('notices.isUnread')}</span>` : nothing}
      </p>
      ${
        others.length === 0
          ? html`<p>${line(head)}</p>`
          : html`<details>
              <summary>${line(head)}</summary>
              <ul role="list">
                ${others.map((one) => html`<li>${line(one)}</li>`)}
              </ul>
            </details>`
      }
    </div>
    ${isUnread ? markButton(notice, at, acts) : nothing}
  </li>`;
}

function markButton(notice: Notice, { locale }: Workplace, { mark }: NoticeActs): TemplateResult {
  const label = locale.text('notices.mark');
  return html`<button
    type="button"
    class="button icon quiet"
    aria-label=${label}
    aria-describedby=${`notice-${notice.id}`}
    title=${label}
    @click=${() => mark(notice)}
  >
    ${icon('check')}
  </button>`;
}

/** A séance of this space is a click away; one of another space is where the host shows it. */
function lineOf(
  { text, seance }: NoticeLine,
  notice: Notice,
  { space, hrefOf }: Workplace,
  { open, leave }: NoticeActs,
): TemplateResult {
  if (!seance) return html`${text}`;
  if (seance.spaceId !== space.id) return lineElsewhere(text, seance, () => leave(notice));
  const go = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(notice, seance.id);
  };
  return html`<a href=${hrefOf(seance.id)} @click=${go}>${text}</a>`;
}

function lineElsewhere(
  text: string,
  { url, spaceName }: NonNullable<NoticeLine['seance']>,
  leave: () => void,
): TemplateResult {
  const line = url === null ? text : html`<a href=${url} @click=${leave}>${text}</a>`;
  return html`${line} <span class="muted">${spaceName}</span>`;
}
