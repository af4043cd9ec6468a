import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { moveFocus } from '../core/arrow-keys.js';
import { icon } from '../core/icons.js';
import { detailBeside, nameInText } from '../core/person-name.js';
import { marks, type Mark, type Slot } from './attendance.js';
import { markText } from './attendance-sheet-values.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import { markIcons, type ChoiceEvent, type MarkMenu } from './mark-menu.js';
import type { ShownEntry } from './pending-marks.js';

/** The people of half a day, and what is done with them. */
export interface MarkRows {
  readonly locale: AttendanceLocale;
  readonly slot: Slot;
  readonly entries: readonly ShownEntry[];
  /** Whether what waits could not be sent. */
  readonly isCutOff: boolean;
  readonly choose: (entry: ShownEntry, choice: Mark | 'details') => void;
}

/** The list: a tap on somebody says that they are there, and another one asks what else; on a wide screen each mark is a tap. */
export function markRows(rows: MarkRows): TemplateResult {
  return html`<ul
    class="people"
    role="list"
    aria-label=${rows.locale.text('presence.people')}
    @keydown=${(event: KeyboardEvent) => onKey(event, rows)}
  >
    ${repeat(
      rows.entries,
      ({ user }) => user.id,
      (entry) => row(entry, rows),
    )}
  </ul>`;
}

/** By which key somebody is marked, in the language of the screen. */
export function keyOfMark(mark: Mark, locale: AttendanceLocale): string {
  return locale.text(`presence.key.${mark}`);
}

function row(entry: ShownEntry, rows: MarkRows): TemplateResult {
  const { locale, slot, choose } = rows;
  const { user, mark } = entry;
  const canMark = slot.state !== 'not-open';
  return html`<li data-id=${user.id} class=${mark ?? 'unmarked'}>
    <button
      type="button"
      class="person"
      aria-disabled=${!canMark}
      @click=${(event: Event) => tap(event, entry, rows)}
    >
      <span class="name">${user.name}${detailBeside(user)}</span>
      <span class="mark">${mark ? icon(markIcons[mark]) : nothing}${markText(entry, locale)}</span>
      ${flags(entry, rows)}
    </button>
    ${canMark ? choices(entry, rows) : nothing}
    <mark-menu
      .locale=${locale}
      .entry=${entry}
      .hasMarks=${canMark}
      @choice=${(event: ChoiceEvent) => choose(entry, event.choice)}
    ></mark-menu>
  </li>`;
}

/** For a mouse: the keyboard has letters, and everybody the menu. */
function choices(entry: ShownEntry, { locale, choose }: MarkRows): TemplateResult {
  return html`<div class="marks" role="group" aria-label=${nameInText(entry.user)}>
    ${marks.map((mark) => {
      const name = locale.text(`mark.${mark}`);
      return html`<button
        type="button"
        tabindex="-1"
        class="button icon"
        title=${`${name} (${keyOfMark(mark, locale)})`}
        aria-label=${name}
        aria-pressed=${entry.mark === mark}
        @click=${() => choose(entry, mark)}
      >
        ${icon(markIcons[mark])}
      </button>`;
    })}
  </div>`;
}

/** What the trainer has to know of somebody, beside their mark. */
function flags(entry: ShownEntry, { isCutOff, locale }: MarkRows): TemplateResult | typeof nothing {
  const said = [
    entry.isWaiting && isCutOff ? locale.text('presence.waiting') : '',
    entry.signed ? locale.text('presence.signed') : '',
    entry.source === 'self' && !entry.signed ? locale.text('presence.self') : '',
    entry.correction ? locale.text('presence.corrected') : '',
  ].filter(Boolean);
  const wrong = [
    entry.sharedDevice ? locale.text('presence.sharedDevice') : '',
    entry.clockWrong ? locale.text('presence.clockWrong') : '',
  ].filter(Boolean);
  if (said.length + wrong.length === 0) return nothing;
  return html`<span class="flags"
    >${wrong.map((text) => html`<strong>${text}</strong>`)}
    ${said.map((text) => html`<span>${text}</span>`)}</span
  >`;
}

function tap(event: Event, entry: ShownEntry, { slot, choose }: MarkRows): void {
  if (slot.state === 'not-open') return;
  if (slot.state === 'open' && entry.mark === null) return choose(entry, 'present');
  const line = (event.currentTarget as HTMLElement).closest('li');
  line?.querySelector<MarkMenu>('mark-menu')?.open();
}

/** Arrows lead from one to the next, and a letter marks who has the focus, and goes on. */
function onKey(event: KeyboardEvent, { entries, locale, slot, choose }: MarkRows): void {
  const target = event.target as HTMLElement;
  if (!target.matches('.person') || event.ctrlKey || event.altKey || event.metaKey) return;
  const list = event.currentTarget as HTMLElement;
  const people = [...list.querySelectorAll<HTMLElement>('.person')];
  if (moveFocus(event, people)) return;
  const mark = marks.find((one) => keyOfMark(one, locale) === event.key.toUpperCase());
  const entry = entries.find(({ user }) => user.id === target.closest('li')?.dataset['id']);
  if (!mark || !entry || event.repeat || slot.state === 'not-open') return;
  event.preventDefault();
  event.stopPropagation();
  choose(entry, mark);
  people[people.indexOf(target) + 1]?.focus();
}
