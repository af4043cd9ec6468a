import { html, nothing, type TemplateResult } from 'lit';
import { classMap, type ClassInfo } from 'lit/directives/class-map.js';
import { icon } from '../core/icons.js';
import type { Locale } from '../core/locale.js';
import { hoursThere } from '../core/hours-there.js';
import { cancelledLabel, nameOf } from '../seance/cancelled-name.js';
import { movedLabel } from '../seance/moved-label.js';
import type { Span } from '../time/span.js';
import type { CalendarContext, Grip, Plan } from './calendar-context.js';
import { isLong, type Piece } from './day-pieces.js';
import { relationOf, type Relation } from './relation.js';
import type { Standing } from './standing.js';

/** What is on a day of a séance: a link to it, that staff can drag by `grip`. */
export function calendarEntry(
  context: CalendarContext,
  piece: Piece<Standing>,
  grip: 'move' | 'days',
): TemplateResult {
  const { isMovable, locale } = context;
  const { item, day, days } = piece;
  const { seance } = item;
  const relation = relationOf(seance, context.reader);
  const tone = context.tones.of(seance);
  const { startsAt, timeZone } = seance;
  const there = day === 1 ? hoursThere({ startsAt, timeZone }, locale, context.timeZone) : '';
  const isResizable = isMovable && grip === 'move' && day === days;
  const hold = (by: Grip) => (event: PointerEvent) => context.grab(event, item, by);
  return html`<a
    class=${classMap({ ...classesOf(context, piece), [relation]: true, ...(tone && { [`tone-${tone.tone}`]: true }) })}
    href=${context.hrefOf(seance.id)}
    title=${titleOf(item, locale)}
    draggable="false"
    data-id=${seance.id}
    @click=${(event: MouseEvent) => context.open(event, seance.id)}
    @keydown=${(event: KeyboardEvent) => context.press(event, item)}
    @pointerdown=${hold(grip)}
    ><span class="hours">${hoursOf(piece, locale)}</span>
    ${cancelledLabel(seance, locale)}
    ${movedLabel(seance, context, context.page.view === 'month' ? icon('move') : undefined)}
    <span class="what"
      >${relationMark(relation, locale)}${nameOf(seance, html`<bdi>${seance.name}</bdi>`)}</span
    >
    ${there && html`<span class="there">${there}</span>`}
    ${tone ? html`<bdi class="tone">${tone.name}</bdi>` : nothing}
    ${seance.location && seance.location.name !== tone?.name ? html`<bdi class="where">${seance.location.name}</bdi>` : nothing}
    ${isResizable ? html`<span class="end" aria-hidden="true" @pointerdown=${hold('end')}></span>` : nothing}</a
  >`;
}

function classesOf(context: CalendarContext, { item: { seance }, day, days }: Piece<Standing>): ClassInfo {
  return {
    entry: true,
    past: seance.state === 'past',
    movable: context.isMovable,
    moving: seance.id === context.plan?.seance?.id,
    begun: day > 1,
    unended: day < days,
  };
}

/** Where something would be: a shadow that nobody can get hold of, and that takes no room from others. */
export function plannedEntry({ locale }: CalendarContext, plan: Plan): TemplateResult {
  return html`<div class="entry planned" aria-hidden="true">
    <span class="hours">${spanText(plan, locale)}</span>
    <bdi class="what">${plan.seance?.name ?? locale.text('form.createTitle')}</bdi>
  </div>`;
}

/** The hours that are on the day of a piece, and that it goes on, or which of its days this is. */
function hoursOf({ item, day, days }: Piece<Standing>, locale: Locale): TemplateResult {
  const { start, until } = item;
  const from = time(start, locale);
  if (days === 1) return html`${from}<span class="until">–${time(until, locale)}</span>`;
  const to = html`<span aria-hidden="true">→</span
    ><span class="hidden-text">${locale.text('detail.until')}</span> ${time(until, locale)}`;
  if (day === 1) return html`${from} <span aria-hidden="true">→</span>`;
  if (!isLong(item)) return html`<span aria-hidden="true">…</span> ${to}`;
  const count = locale.text('calendar.dayOf', { day, days });
  return day === days ? html`${count} ${to}` : html`${count}`;
}

/** A sign, and the word for it, so that it is never the colour alone that says so. */
function relationMark(relation: Relation, locale: Locale): TemplateResult | typeof nothing {
  if (relation === 'other') return nothing;
  const sign = relation === 'waiting' ? icon('waiting') : icon('check');
  return html`<span class="mark"
    >${sign}<span class="hidden-text">${locale.text(`calendar.${relation}`)}</span></span
  >`;
}

function titleOf({ seance, start, until }: Standing, locale: Locale): string {
  const cancelled =
    seance.cancelled &&
    [locale.text('cancellation.label'), seance.cancelled.reason].filter(Boolean).join(' – ');
  const facts = [spanText({ start, end: until }, locale), seance.name, seance.location?.name, cancelled];
  return facts.filter(Boolean).join('\n');
}

function spanText({ start, end }: Span, locale: Locale): string {
  return `${time(start, locale)}–${time(end, locale)}`;
}

function time(wallTime: string, locale: Locale): string {
  return locale.time(`${wallTime}Z`, 'UTC');
}
