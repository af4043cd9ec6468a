import { html, nothing, type TemplateResult } from 'lit';
import type { Seance, SeanceGroup } from './seance.js';
import type { Workplace } from '../space/workplace.js';
import { briefTime, thereNote } from './seance-time.js';
import type { Column } from './columns.js';
import { icon } from '../core/icons.js';
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
      return seance.location?.name ?? nothing;
    case 'trainers':
      return seance.trainers.map((trainer) => trainer.name).join(', ') || nothing;
  }
}

function name(seance: Seance, context: CellContext): TemplateResult {
  const { id, name: label, origin, seriesId } = seance;
  const { at, open } = context;
  const { locale, hrefOf } = at;
  return html`<a href=${hrefOf(id)} @click=${(event: MouseEvent) => open(event, id)}>${label}</a> ${
      seriesId === null ? nothing : seriesBadge(label, seriesId, context)
    }
    ${
      origin === 'manager'
        ? html`<span class="badge" title=${locale.text('origin.managerHint')}
            >${locale.text('origin.manager')}</span
          >`
        : nothing
    }${seance.commentCount > 0 ? comments(seance, context) : nothing}`;
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
    ${icon('info')}
  </button>`;
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

/** "3 / 12" and what is left. In an automatic séance everybody is in: its capacity stands alone. */
function places(seance: Seance, { at: { locale } }: CellContext): CellContent {
  const { enrolmentMode, capacity, enrolledCount: count, waitingCount } = seance;
  if (enrolmentMode === 'automatic') return capacity ?? nothing;
  if (capacity === null && count === 0 && waitingCount === 0) return nothing;
  const said =
    capacity === null
      ? locale.text('places.enrolled', { count })
      : locale.text('places.enrolledOf', { count, capacity });
  const left = placesLeft(seance, locale);
  return html`<span class="places"
      ><span aria-hidden="true">${count} / ${capacity ?? '∞'}</span
      ><span class="hidden-text">${said}</span></span
    >
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
  if (!own || !editGroup) return own?.name ?? nothing;
  return html`<button type="button" class="in-text" @click=${() => editGroup(own)}>${own.name}</button>`;
}
