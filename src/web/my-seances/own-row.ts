import { html, nothing, type TemplateResult } from 'lit';
import type { ClientOf } from '../core/http.js';
import { stateBadge } from '../enrolment/state-badge.js';
import { joinLink } from '../seance/join-link.js';
import { movedLabel } from '../seance/moved-label.js';
import { briefTime } from '../seance/seance-time.js';
import type { MyLocale } from './load-my-locale.js';
import type { OwnSeance } from './own-seances.js';

interface RowContext {
  readonly locale: MyLocale;
  /** The reader's, whose clocks the times are said by. */
  readonly timeZone: string;
  readonly leave: (seance: OwnSeance) => void;
  readonly clientIn: (spaceId: string) => ClientOf;
}

/** How long before its start people may check in to a séance, in milliseconds. */
const sheetOpensBefore = 15 * 60_000;

/** Whether it may be written down already that the reader is there. */
export function hasSheet(seance: OwnSeance, now = Date.now()): boolean {
  const { role, startsAt, cancelled, myEnrolment } = seance;
  const isIn = role !== 'trainer' && myEnrolment?.status !== 'waiting';
  return isIn && cancelled === null && now >= Date.parse(startsAt) - sheetOpensBefore;
}

/** A séance of the reader's: when and where it is, what they are in it, and what they can do about it. */
export function ownRow(seance: OwnSeance, context: RowContext, now = Date.now()): TemplateResult {
  const { locale, timeZone } = context;
  const isOver = now >= Date.parse(seance.endsAt);
  const hasBegun = now >= Date.parse(seance.startsAt);
  const isCancelled = seance.cancelled !== null;
  return html`<li class=${isCancelled ? 'cancelled' : isOver ? 'over' : nothing} tabindex="-1">
    <div class="when">
      ${briefTime(seance, locale, timeZone)} ${standing(seance, locale, now)}
      ${movedLabel(seance, { locale })}
    </div>
    <div class="what">
      <p class="name">${name(seance)} ${badge(seance, locale)}</p>
      <p class="muted">
        <span>${seance.spaceName}</span>${
          seance.location ? html`<span class="place">${seance.location.name}</span>` : nothing
        }
      </p>
      ${hasSheet(seance, now) ? ownMark(seance, context) : nothing}
    </div>
    ${isOver || isCancelled ? nothing : actions(seance, hasBegun, context)}
  </li>`;
}

/** Whether it goes on, is over, or does not take place, and why: what is to come needs no word. */
function standing(
  { startsAt, endsAt, cancelled }: OwnSeance,
  locale: MyLocale,
  now: number,
): TemplateResult | typeof nothing {
  if (cancelled)
    return html`<strong class="off">${locale.text('enrolling.seance-cancelled.short')}</strong>${
        cancelled.reason ? html`<span class="muted">${cancelled.reason}</span>` : nothing
      }`;
  if (now >= Date.parse(endsAt)) return html`<span class="muted">${locale.text('state.past')}</span>`;
  if (now < Date.parse(startsAt)) return nothing;
  return html`<strong class="ongoing">${locale.text('state.ongoing')}</strong>`;
}

/** What was written down of the reader, which is loaded apart. */
function ownMark(seance: OwnSeance, { locale, clientIn }: RowContext): TemplateResult {
  return html`<my-attendance-mark
    .locale=${locale}
    .seance=${seance}
    .clientOf=${clientIn(seance.spaceId)}
  ></my-attendance-mark>`;
}

function name({ url, name: label }: OwnSeance): TemplateResult {
  return url === null ? html`<span>${label}</span>` : html`<a href=${url}>${label}</a>`;
}

function badge({ role, myEnrolment }: OwnSeance, locale: MyLocale): TemplateResult | typeof nothing {
  if (role === 'trainer') return html`<span class="state trainer">${locale.text('role.trainer')}</span>`;
  return myEnrolment ? stateBadge(myEnrolment, locale) : nothing;
}

/**
 * The title of the button says of which séance it is, where many rows have the same one. What has begun since the answer
 * cannot be left any more.
 */
function actions(seance: OwnSeance, hasBegun: boolean, { locale, leave }: RowContext): TemplateResult {
  const mayLeave = seance.myEnrolment !== null && seance.leaveRefusal === null && !hasBegun;
  return html`<div class="actions">
    ${joinLink(seance, locale)}
    ${
      mayLeave
        ? html`<button type="button" class="button" title=${seance.name} @click=${() => leave(seance)}>
            ${locale.text('place.leave')}
          </button>`
        : nothing
    }
  </div>`;
}
