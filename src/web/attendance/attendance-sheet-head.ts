import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../core/icons.js';
import '../core/search-box.js';
import type { Slot } from './attendance.js';
import { countsOf, slotHours, slotName } from './attendance-sheet-values.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { ShownEntry } from './pending-marks.js';

/** What stays in view above the people. */
export interface SheetHead {
  readonly locale: AttendanceLocale;
  readonly slots: readonly Slot[];
  readonly slot: Slot;
  /** All of the half-day, whatever is shown of them. */
  readonly entries: readonly ShownEntry[];
  readonly q: string;
  readonly isUnmarkedOnly: boolean;
  readonly canUndo: boolean;
  readonly show: (slot: Slot) => void;
  readonly search: (event: Event) => void;
  readonly filter: () => void;
  readonly undo: () => void;
  readonly markAll: () => void;
}

export function sheetHead(head: SheetHead): TemplateResult {
  const { slots } = head;
  return html`<div class="head">
    ${slots.length > 1 ? slotSwitch(head) : nothing}
    <div class="line">${counts(head)} ${markingButtons(head)}</div>
    <div class="line">${finding(head)}</div>
  </div>`;
}

function slotSwitch({ locale, slots, slot, show }: SheetHead): TemplateResult {
  return html`<div class="slots" role="group" aria-label=${locale.text('presence.slots')}>
    ${slots.map(
      (one) =>
        html`<button
          type="button"
          class="button"
          aria-pressed=${one.id === slot.id}
          @click=${() => show(one)}
        >
          <span>${slotName(one, slots, locale)} <span class="hours">${slotHours(one, locale)}</span></span>
          ${one.state === 'closed' ? html`${icon('check')}<span class="hidden-text">${locale.text('presence.closed')}</span>` : nothing}
        </button>`,
    )}
  </div>`;
}

function counts({ locale, entries }: SheetHead): TemplateResult {
  const { there, people } = countsOf(entries);
  return html`<strong class="counts" role="status">
    ${locale.text('presence.count', { there, people })}
  </strong>`;
}

/** Always as wide as they are, so that nothing moves under a finger. */
function markingButtons({ locale, slot, entries, canUndo, undo, markAll }: SheetHead): TemplateResult {
  if (slot.state !== 'open') return html``;
  const { unmarked } = countsOf(entries);
  const label = locale.text('action.undo');
  return html`<button
      type="button"
      class="button icon"
      aria-label=${label}
      title=${label}
      aria-disabled=${!canUndo}
      @click=${undo}
    >
      ${icon('restore')}
    </button>
    <button
      type="button"
      class="button"
      aria-disabled=${unmarked === 0}
      title=${locale.text('presence.unmarkedCount', { count: unmarked })}
      @click=${() => unmarked > 0 && markAll()}
    >
      ${icon('check')}${locale.text('presence.markAll')}
    </button>`;
}

function finding({ locale, entries, q, isUnmarkedOnly, search, filter }: SheetHead): TemplateResult {
  const { unmarked } = countsOf(entries);
  return html`<search-box
      .locale=${locale}
      .q=${q}
      .label=${locale.text('presence.search')}
      @tool-command=${search}
    ></search-box>
    <button type="button" class="button" aria-pressed=${isUnmarkedOnly} @click=${filter}>
      ${locale.text('presence.noMark')} <span class="number">${unmarked}</span>
    </button>`;
}
