import { html, nothing, type TemplateResult } from 'lit';
import type { Seance, SeanceGroup } from './seance.js';
import type { Workplace } from '../space/workplace.js';
import { cancelledLabel, cancelledReason, nameOf } from './cancelled-name.js';
import { movedLabel } from './moved-label.js';
import { joinLink } from './join-link.js';
import { briefTime, thereNote } from './seance-time.js';
import type { Column } from './columns.js';
import { icon } from '../core/icons.js';
import { nameInText } from '../core/person-name.js';
import { someOf } from '../core/some-of.js';
import '../enrolment/own-enrolment.js';
import { placesLeft } from '../enrolment/places.js';

interface CellContext {
  readonly at: Workplace;
  /** Whether start and end may have to share a column. */
  readonly isDated: boolean;
  readonly open: (event: MouseEvent, id: string) => void;
  readonly showComments: (seance: Seance) => void;
  readonly showSeries: (id: string) => void;
  /** Undefined for who may not. */
  readonly editGroup: ((group: SeanceGroup) => void) | undefined;
}

type CellContent = TemplateResult | string | number | typeof nothing;

/** What a column says about a séance; `nothing` when there is nothing to say. */
export function seanceCell(column: Column, seance: Seance, context: CellContext): CellContent {
  switch (column) {
    case 'name':
      return name(seance, context);
    case 'start':
      return context.isDated ? eitherDate(seance, context) : date(seance.startsAt, seance, context);
    case 'end':
      return date(seance.endsAt, seance, context);
    case 'capacity':
      return places(seance, context);
    case 'enrolmentMode':
      return enrolment(seance, context);
    case 'group':
      return group(seance, context);
    case 'location':
      return seance.location ? clamped(seance.location.name) : nothing;
    case 'trainers':
      return trainers(seance, context);
  }
}

function name(seance: Seance, context: CellContext): TemplateResult {
  const { id, name: label, origin, seriesId } = seance;
  const { at, open } = context;
  const { locale, hrefOf } = at;
  return html`<a href=${hrefOf(id)} @click=${(event: MouseEvent) => open(event, id)}
      >${nameOf(seance, clamped(label))}</a
    >
    ${cancelledLabel(seance, locale)} ${movedLabel(seance, at)}
    ${seriesId === null ? nothing : seriesBadge(label, seriesId, context)}
    ${
      origin === 'manager'
        ? html`<span class="badge" title=${locale.text('origin.managerHint')}
            >${locale.text('origin.manager')}</span
          >`
        : nothing
    }${seance.commentCount > 0 ? comments(seance, context) : nothing}
    ${joinLink(seance, locale)}${cancelledReason(seance)}`;
}

function comments(seance: Seance, { at: { locale }, showComments }: CellContext): TemplateResult {
  const count = locale.text('comments.count', { count: seance.commentCount });
  return html` <button
    type="button"
    class="comments"
    aria-label=${locale.text('comments.of', { count, name: seance.name })}
    title=${count}
    @click=${() => showComments(seance)}
  >
    ${icon('info')}<span aria-hidden="true">${seance.commentCount}</span>
  </button>`;
}

/** As many lines as a row has room for; all of it to who points at it, listens, or prints. */
function clamped(text: string): TemplateResult {
  return html`<span class="clamped" title=${text}>${text}</span>`;
}

/** As many as are named in a row. */
const namedTrainers = 3;

function trainers({ trainers: all }: Seance, { at: { locale } }: CellContext): CellContent {
  if (all.length === 0) return nothing;
  const names = all.map(nameInText);
  const said = someOf(names, namedTrainers, locale).join(', ');
  return html`<span class="clamped" title=${names.join(', ')}>${said}</span>`;
}

/** Says that the séance belongs to a series, and leads to it. */
function seriesBadge(
  name: string,
  series: string,
  { at: { locale }, showSeries }: CellContext,
): TemplateResult {
  const label = locale.text('series.showOf', { name });
  return html`<button
    type="button"
    class="series"
    aria-label=${label}
    title=${label}
    @click=${() => showSeries(series)}
  >
    ${icon('sheets')}
  </button>`;
}

function date(instant: string, { timeZone }: Seance, { at }: CellContext): TemplateResult {
  const { locale, space } = at;
  const ownZone = space.actor.timeZone;
  return html`<time datetime=${instant}>${locale.listedDate(instant, ownZone)}</time>
    ${thereNote({ startsAt: instant, timeZone }, locale, ownZone)}`;
}

/** The start in its column, and all of the time in one line where the column of ends has no room. */
function eitherDate(seance: Seance, context: CellContext): TemplateResult {
  const { locale, space } = context.at;
  return html`<span class="apart">${date(seance.startsAt, seance, context)}</span
    ><span class="together">${briefTime(seance, locale, space.actor.timeZone)}</span>`;
}

/**
 * "3 / 12" and what is left, "3 inscrits" without limit. In an automatic séance everybody is in: its capacity stands alone.
 * Nobody takes what is left in a cancelled one.
 */
function places(seance: Seance, { at: { locale } }: CellContext): CellContent {
  const { enrolmentMode, capacity, enrolledCount: count } = seance;
  if (enrolmentMode === 'automatic') return capacity ?? nothing;
  const left = seance.cancelled ? '' : placesLeft(seance, locale);
  const taken =
    capacity === null
      ? locale.text('places.count', { count })
      : html`<span aria-hidden="true">${count} / ${capacity}</span
          ><span class="hidden-text">${locale.text('places.enrolledOf', { count, capacity })}</span>`;
  return html`<span class="places">${taken}</span>
    ${left ? html`<span class="muted left">${left}</span>` : nothing}`;
}

/** To a learner "Publique" says no more than the button beside it, or the reason why there is none. */
function enrolment(seance: Seance, { at }: CellContext): CellContent {
  const mode = html`<span class="mode">${at.locale.text(`enrolment.${seance.enrolmentMode}`)}</span>`;
  if (seance.enrolmentRefusal === 'not-a-learner') return mode;
  return html`${seance.enrolmentMode === 'public' ? nothing : mode}
    <own-enrolment .at=${at} .seance=${seance}></own-enrolment>`;
}

function group({ group: own }: Seance, { editGroup }: CellContext): CellContent {
  if (!own) return nothing;
  if (!editGroup) return clamped(own.name);
  return html`<button type="button" class="in-text" @click=${() => editGroup(own)}>
    ${clamped(own.name)}
  </button>`;
}
