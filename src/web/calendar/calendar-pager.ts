import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import type { Day } from '../time/days.js';
import { calendarViews, daysOf, turned, type CalendarPage } from './calendar-page.js';
import { toneKinds, type ToneKind, type Tones } from './tones.js';

interface CalendarPager {
  readonly locale: Locale;
  readonly page: CalendarPage;
  readonly today: Day;
  readonly turn: (page: CalendarPage) => void;
  readonly toneKind: ToneKind;
  readonly tones: Tones;
  readonly colour: (kind: ToneKind) => void;
}

/** Which days are shown, and how: back and forth, the views, and what the colours stand for. */
export function calendarPager(pager: CalendarPager): TemplateResult {
  const { locale, page, today, turn } = pager;
  return html`<div class="pager">
      <div class="steps">
        ${step(pager, '«', -1)}
        <button id="today" type="button" class="button" @click=${() => turn({ ...page, date: today })}>
          ${locale.text('calendar.today')}
        </button>
        ${step(pager, '»', 1)}
      </div>
      <h2 aria-live="polite">${titleOf(page, locale)}</h2>
      <div class="views" role="group" aria-label=${locale.text('calendar.views')}>
        ${calendarViews.map(
          (view) =>
            html`<button
              type="button"
              class="button"
              aria-pressed=${view === page.view}
              @click=${() => turn({ ...page, view })}
            >
              ${locale.text(`calendar.${view}`)}
            </button>`,
        )}
      </div>
    </div>
    ${colours(pager)}`;
}

function step({ locale, page, turn }: CalendarPager, sign: string, by: 1 | -1): TemplateResult {
  const label = locale.text(by === 1 ? 'calendar.next' : 'calendar.previous', { view: page.view });
  return html`<button
    type="button"
    class="button icon"
    aria-label=${label}
    title=${label}
    @click=${() => turn(turned(page, by))}
  >
    ${sign}
  </button>`;
}

function titleOf(page: CalendarPage, locale: Locale): string {
  const { view, date } = page;
  if (view === 'month') return locale.dayAs('month', date);
  if (view === 'day') return locale.dayAs('fullDay', date);
  const days = daysOf(page, locale.firstWeekday);
  return locale.days(days[0] ?? date, days.at(-1) ?? date);
}

/** The reader's choice, and what each colour on this page stands for. */
function colours({ locale, toneKind, tones, colour }: CalendarPager): TemplateResult {
  const choose = (event: Event) => colour((event.target as HTMLSelectElement).value as ToneKind);
  return html`<div class="colours">
    <label
      >${locale.text('calendar.colour')}
      <select class="field" @change=${choose}>
        ${toneKinds.map(
          (kind) =>
            html`<option value=${kind} ?selected=${kind === toneKind}>
              ${locale.text(`calendar.colour.${kind}`)}
            </option>`,
        )}
      </select></label
    >
    ${
      tones.key.length > 0
        ? html`<ul aria-label=${locale.text('calendar.colours')}>
            ${tones.key.map(({ name, tone }) => html`<li class="tone-${tone}"><bdi>${name}</bdi></li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}
