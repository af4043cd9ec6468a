import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { OwnField, SeriesChange } from './series.js';
import type { Locale, MessageKey } from '../core/locale.js';
import { warningLines } from '../core/field.js';
import { fieldLabels } from '../seance/field-labels.js';
import { occurrenceNotes } from './occurrence-notes.js';
import type { TrainingSession } from '../space/space.js';
import { Slices } from '../core/slices.js';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import occurrencesCss from './occurrences.css?inline';
import { sheets } from '../core/sheets.js';

const labels: Readonly<Record<OwnField, MessageKey>> = { ...fieldLabels, length: 'scope.length' };

/** What a change of a series makes of its séances: before and after, and what there is to know about it. */
export class ChangeList extends LitElement {
  static override properties = {
    locale: { attribute: false },
    session: { attribute: false },
    changes: { attribute: false },
  };

  static override styles = sheets(controlsCss, fieldsCss, occurrencesCss);

  declare locale: Locale;
  declare session: TrainingSession;
  declare changes: readonly SeriesChange[];
  readonly #slices = new Slices(this);

  override render(): TemplateResult {
    return html`<ul>
      ${this.#slices
        .take(this.changes)
        .map((change) => guard([this.locale, change], () => this.#row(change)))}
    </ul>`;
  }

  #row(change: SeriesChange): TemplateResult {
    const { locale } = this;
    const { before, name } = change;
    const warnings = occurrenceNotes(change, this.session, locale);
    return html`<li>
      <div>${this.#pair(before.name, name)}</div>
      <div>${this.#pair(locale.wallPeriod(before.start, before.end), this.#when(change))}</div>
      <div class="notes">
        ${change.kept.length > 0 ? html`<p class="muted">${this.#kept(change.kept)}</p>` : nothing}
        ${warningLines(warnings)}
      </div>
    </li>`;
  }

  /** The day is said again only when it is another one. */
  #when({ before, start, end }: SeriesChange): string {
    const isMovedWithinItsDay =
      [before.start, before.end, end].every((time) => isSameDay(time, start)) &&
      before.start + before.end !== start + end;
    return isMovedWithinItsDay
      ? this.locale.hours(`${start}Z`, `${end}Z`, 'UTC')
      : this.locale.wallPeriod(start, end);
  }

  /** Said once when it stays the same. */
  #pair(before: string, after: string): TemplateResult {
    if (before === after) return html`${after}`;
    return html`<span class="before">${before}</span> <span aria-hidden="true">→</span
      ><span class="hidden-text">${this.locale.text('scope.becomes')}</span> <strong>${after}</strong>`;
  }

  #kept(fields: readonly OwnField[]): string {
    const { locale } = this;
    return locale.text('scope.kept', {
      fields: locale.list(fields.map((field) => locale.text(labels[field]))),
    });
  }
}

function isSameDay(one: string, other: string): boolean {
  return one.slice(0, 10) === other.slice(0, 10);
}

customElements.define('change-list', ChangeList);
