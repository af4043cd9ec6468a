import { html, nothing, type TemplateResult } from 'lit';
import type { Seance } from '../client/seance.js';
import type { Locale } from '../locales/locale.js';
import type { Column } from './columns.js';
import { icon } from './icons.js';

interface CellContext {
  readonly locale: Locale;
  /** The reader's own zone: séances elsewhere name theirs. */
  readonly timeZone: string;
  readonly hrefOf: (id: string) => string;
  readonly open: (event: MouseEvent, id: string) => void;
  readonly showComments: (seance: Seance) => void;
  readonly showSeries: (id: string) => void;
}

type CellContent = TemplateResult | string | number | typeof nothing;

/** What a column says about a séance; `nothing` when there is nothing to say. */
export function seanceCell(column: Column, seance: Seance, context: CellContext): CellContent {
  switch (column) {
    case 'name':
      return name(seance, context);
    case 'start':
      return date(seance.startsAt, seance, context);
    case 'end':
      return date(seance.endsAt, seance, context);
    case 'capacity':
      return seance.capacity ?? nothing;
    case 'enrolmentMode':
      return context.locale.text(`enrolment.${seance.enrolmentMode}`);
    case 'group':
      return seance.group?.name ?? nothing;
    case 'location':
      return seance.location?.name ?? nothing;
    case 'trainers':
      return seance.trainers.map((trainer) => trainer.name).join(', ') || nothing;
  }
}

function name(seance: Seance, context: CellContext): TemplateResult {
  const { id, name: label, origin, seriesId } = seance;
  const { locale, hrefOf, open } = context;
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

function comments(seance: Seance, { locale, showComments }: CellContext): TemplateResult {
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
function seriesBadge(name: string, series: string, { locale, showSeries }: CellContext): TemplateResult {
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

function date(instant: string, { timeZone }: Seance, { locale, timeZone: own }: CellContext): TemplateResult {
  return html`<time datetime=${instant}>${locale.shortDate(instant, timeZone)}</time>
    ${timeZone === own ? nothing : html`<span class="muted zone">${timeZone}</span>`}`;
}
